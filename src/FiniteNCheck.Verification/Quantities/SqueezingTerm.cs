using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>
/// The spin squeezing parameter of a block, <c>xi^2 = N (Delta J_perp)^2/|&lt;J&gt;|^2 = min Sigma_nn/|m|^2</c> over the directions n
/// across the mean spin; below 1 the spins are entangled (A. Sorensen, L.-M. Duan, J. I. Cirac, P. Zoller, Nature 409, 63 (2001), eq. (3)).
/// Undefined where the mean spin vanishes.
/// </summary>
/// <param name="Block">The block.</param>
public sealed record SqueezingTerm(string Block) : QuantityTerm
{
    /// <inheritdoc/>
    public override string ToString() => $"squeezing('{Block}')";

    /// <inheritdoc/>
    internal override Measured Read(SymmetricModel model, ExactResult result, int time) =>
        Find(model, term => term.Read(model, result, time));

    /// <inheritdoc/>
    internal override Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time) =>
        Find(model, term => term.ReadLimit(model, theory, time)!.Value);

    private Measured Find(SymmetricModel model, Func<QuantityTerm, Measured> read)
    {
        string[] names = [.. model.ObservableNames.Where(name => name.EndsWith($".{Block}", StringComparison.Ordinal))];
        Measured[] means = [.. names.Select(name => read(new MeanTerm(name)))];
        Measured[] elements = [.. names.SelectMany(a => names.Select(b => read(new CovarianceTerm(a, b))))];
        Vector<double> mean = Vector<double>.Build.DenseOfEnumerable(means.Select(each => each.Value));
        Matrix<double> covariance = Matrix<double>.Build.DenseOfColumnMajor(3, 3, elements.Select(each => each.Value));
        double length = mean.L2Norm();

        // The angle by which the mean spin may be off.
        double angle = 2 * Math.Sqrt(means.Sum(each => each.Error * each.Error)) / length;
        if (!(angle < 1))
        {
            return new Measured(double.NaN, double.PositiveInfinity);
        }

        double variance = TransverseVariance.Smallest(covariance, mean);
        double varianceError = (3 * elements.Max(each => each.Error)) + (2 * covariance.L2Norm() * angle);
        double squeezing = variance / (length * length);
        return new Measured(squeezing, (varianceError / (length * length)) + (2 * Math.Abs(squeezing) * angle));
    }
}
