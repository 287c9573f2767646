using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Root mean squares over random samples at a ladder of sizes.</summary>
/// <param name="Point">What was measured where.</param>
/// <param name="Sizes">The numbers of spins, smallest first.</param>
/// <param name="Values">The root mean square at each size, positive.</param>
/// <param name="Samples">The number of independent samples behind each value.</param>
public sealed record SampledLadder(string Point, ImmutableArray<int> Sizes, ImmutableArray<double> Values, int Samples)
{
    /// <summary>The standard error of a root mean square over S Gaussian samples, relative to it: <c>1/sqrt(2 S)</c>.</summary>
    private double RelativeError => 1 / Math.Sqrt(2 * Samples);

    /// <summary>The exponent s of <c>N^-s</c>, by a straight line through logarithms.</summary>
    public double Order => -Sizes.Zip(Values).Sum(each => (Math.Log(each.First) - Center) * Math.Log(each.Second)) / Spread;

    /// <summary>Three standard errors of the exponent.</summary>
    public double OrderUncertainty => 3 * RelativeError / Math.Sqrt(Spread);

    private double Center => Sizes.Average(size => Math.Log(size));

    private double Spread => Sizes.Sum(size => Math.Pow(Math.Log(size) - Center, 2));
}
