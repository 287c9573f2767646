using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>A rate of an argument that is diagonal: <c>Gamma(sum_h (1/N_h) sum_a r_(h,a) k_(h,a))</c>.</summary>
/// <param name="Rate">The function.</param>
/// <param name="Weights">What one site in a level contributes to the argument, <c>r_(h,a)/N_h</c>, for levels numbered through.</param>
internal sealed record DiagonalArgument(CollectiveRate Rate, ImmutableArray<double> Weights)
{
    /// <summary>The rate at counts.</summary>
    /// <param name="counts">The count of every level.</param>
    public double At(int[] counts) => Rate.Value(Argument(counts));

    /// <summary>The rate at counts less one site.</summary>
    /// <param name="counts">The count of every level.</param>
    /// <param name="level">The level of the site, numbered through.</param>
    public double Without(int[] counts, int level) => Rate.Value(Argument(counts) - Weights[level]);

    private double Argument(int[] counts)
    {
        double sum = 0;
        for (int level = 0; level < counts.Length; level++)
        {
            sum += Weights[level] * counts[level];
        }

        return sum;
    }
}
