using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// A model that starts from a product state, as the limit sees it: its equations in averages of independent one-site operators, and how
/// these are shown as observables. Where the two agree, as for two levels, the maps are the identity.
/// </summary>
internal abstract class LimitProblem
{
    /// <summary>The model.</summary>
    public abstract SymmetricModel Model { get; }

    /// <summary>The averages of the start.</summary>
    public abstract Vector<double> Start { get; }

    /// <summary>The problem of the growing blocks alone; the same problem where all grow.</summary>
    /// <exception cref="InputException">A block of fixed size acts on growing ones in a way that has no mean field.</exception>
    public abstract LimitProblem OfGrowingBlocks();

    /// <summary>Checks that every site of a fixed block moves on its own in the mean field of the growing ones.</summary>
    /// <exception cref="InputException">Sites of fixed blocks act on each other.</exception>
    public void RequireDrivenSites() => LimitModel.RequireDrivenSites(Model);

    /// <summary>The mean-field flow of the model at one time.</summary>
    /// <param name="model">The model, which does not depend on time.</param>
    public abstract MeanFieldFlow FlowOf(SymmetricModel model);

    /// <summary>The coefficients of the covariance equation at one time.</summary>
    /// <param name="model">The model, which does not depend on time.</param>
    public abstract FluctuationCoefficients CoefficientsOf(SymmetricModel model);

    /// <summary>The covariance of the product state with given averages.</summary>
    /// <param name="m">The averages.</param>
    public abstract Matrix<double> ProductCovariance(Vector<double> m);

    /// <summary>The symplectic matrix (29) at given averages.</summary>
    /// <param name="m">The averages.</param>
    public abstract Matrix<double> Symplectic(Vector<double> m);

    /// <summary>The observables' averages.</summary>
    /// <param name="m">The averages.</param>
    public virtual Vector<double> Observed(Vector<double> m) => m;

    /// <summary>A covariance, or another matrix of products of two fluctuations, between observables.</summary>
    /// <param name="matrix">The matrix between the averages.</param>
    public virtual Matrix<double> ObservedProducts(Matrix<double> matrix) => matrix;

    /// <summary>A propagator of fluctuations as one of observables.</summary>
    /// <param name="propagator">The propagator.</param>
    public virtual Matrix<double> ObservedPropagator(Matrix<double> propagator) => propagator;
}
