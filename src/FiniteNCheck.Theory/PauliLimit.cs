using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>The limit of a two-level model in the Pauli basis.</summary>
/// <param name="model">The model, its initial state a product.</param>
internal class PauliLimit(CollectiveModel model) : LimitProblem
{
    /// <inheritdoc/>
    public override CollectiveModel Model => model;

    /// <inheritdoc/>
    public override Vector<double> Start { get; } = InitialStateResolution.Averages(model);

    /// <inheritdoc/>
    public override LimitProblem OfGrowingBlocks() => new PauliLimit(LimitModel.OfGrowingBlocks(model));

    /// <inheritdoc/>
    public override MeanFieldFlow FlowOf(SymmetricModel model) => new MeanField((CollectiveModel)model);

    /// <inheritdoc/>
    public override FluctuationCoefficients CoefficientsOf(SymmetricModel model) => new Fluctuations((CollectiveModel)model);

    /// <inheritdoc/>
    public override Matrix<double> ProductCovariance(Vector<double> m) => Fluctuations.ProductCovariance(m);

    /// <inheritdoc/>
    public override Matrix<double> Symplectic(Vector<double> m) => Fluctuations.Symplectic(m);
}
