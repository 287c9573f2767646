using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory.Levels;

/// <summary>The limit of a model of sites with levels: Gell-Mann averages inside, levels outside.</summary>
/// <param name="model">The model, its initial state resolved.</param>
internal sealed class LevelLimit(LevelModel model) : LimitProblem
{
    private readonly LevelCoordinates coordinates = new(model.Blocks);

    /// <inheritdoc/>
    public override LevelModel Model => model;

    /// <inheritdoc/>
    public override Vector<double> Start { get; } = LevelStartResolution.Averages(model);

    /// <inheritdoc/>
    public override LimitProblem OfGrowingBlocks() => new LevelLimit(LimitModel.OfGrowingBlocks(model));

    /// <inheritdoc/>
    public override MeanFieldFlow FlowOf(SymmetricModel model) => new LevelMeanField((LevelModel)model);

    /// <inheritdoc/>
    public override FluctuationCoefficients CoefficientsOf(SymmetricModel model) => new LevelFluctuations((LevelModel)model);

    /// <inheritdoc/>
    public override Matrix<double> ProductCovariance(Vector<double> m) => LevelFluctuations.ProductCovariance(coordinates, m);

    /// <inheritdoc/>
    public override Matrix<double> Symplectic(Vector<double> m) => LevelFluctuations.Symplectic(coordinates, m);

    /// <inheritdoc/>
    public override Vector<double> Observed(Vector<double> m) => coordinates.Observed(m);

    /// <inheritdoc/>
    public override Matrix<double> ObservedProducts(Matrix<double> matrix) => coordinates.ObservedProducts(matrix);

    /// <inheritdoc/>
    public override Matrix<double> ObservedPropagator(Matrix<double> propagator) => coordinates.ObservedPropagator(propagator);
}
