using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>One jump of each site of a block, in the final bases.</summary>
/// <param name="Block">The block.</param>
/// <param name="Operator">The one-site operator.</param>
/// <param name="Rate">The rate.</param>
/// <param name="OwnSite">Whether the argument contains the term of the jumping site.</param>
/// <param name="Drive">The factor of the rate that depends on time.</param>
internal sealed record LevelJumpTerm(int Block, LocalOperator Operator, DiagonalArgument Rate, bool OwnSite, TimeFunction? Drive);

/// <summary>One jump of whole blocks, in the final bases.</summary>
/// <param name="Operators">The one-site operator of each block, divided by the root of n.</param>
/// <param name="Rate">The rate.</param>
internal sealed record LevelCollectiveTerm(ImmutableArray<LocalOperator> Operators, DiagonalArgument Rate);

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
