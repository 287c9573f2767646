using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// The terms of a system that have one factor in common: <c>L(t) = sum_j f_j(t)^p_j L_j</c> with <c>p = 2</c> for jumps, whose rates are
/// squares, and <c>p = 1</c> for fields and couplings.
/// </summary>
/// <param name="Terms">The system with these terms alone, without their factor.</param>
/// <param name="Factor">The factor; <see langword="null"/> for terms that do not depend on time.</param>
/// <param name="IsSquared">Whether the generator is proportional to the square of the factor.</param>
internal sealed record SystemPart(CollectiveSystem Terms, TimeFunction? Factor, bool IsSquared)
{
    /// <summary>The parts of a system, that without a factor first.</summary>
    /// <param name="system">The system.</param>
    public static IEnumerable<SystemPart> Of(CollectiveSystem system)
    {
        CollectiveSystem without = system with { DrivenFields = [], DrivenCouplings = [] };
        yield return new(WithJumps(without, factor: null), Factor: null, IsSquared: false);
        CollectiveSystem empty = without with
        {
            Fields = [.. system.Fields.Select(_ => PauliVector.Zero)],
            Coupling = new double[3 * system.Groups, 3 * system.Groups],
            Jumps = [],
            CollectiveJumps = [],
        };
        foreach (TimeFunction factor in system.DrivenFields.Select(each => each.Function)
            .Concat(system.DrivenCouplings.Select(each => each.Function)).Distinct())
        {
            CollectiveSystem terms = empty with { Fields = FieldsOf(system, factor), Coupling = CouplingOf(system, factor) };
            yield return new(terms, factor, IsSquared: false);
        }

        foreach (TimeFunction factor in system.AllJumps.Select(jump => jump.Drive).OfType<TimeFunction>().Distinct())
        {
            yield return new(WithJumps(empty, factor), factor, IsSquared: true);
        }

        CollectiveSystem WithJumps(CollectiveSystem terms, TimeFunction? factor) => terms with
        {
            Jumps = [.. system.Jumps.Where(jump => Equals(jump.Drive, factor)).Select(jump => jump with { Drive = null })],
            CollectiveJumps =
            [
                .. system.CollectiveJumps.Where(jump => Equals(jump.Drive, factor)).Select(jump => jump with { Drive = null }),
            ],
        };
    }

    /// <summary>The factor of the generator, averaged over times with weights.</summary>
    /// <param name="nodes">The times and weights.</param>
    public double Weigh(ReadOnlySpan<(double Weight, double Time)> nodes) => Weigh(Factor, IsSquared, nodes);

    /// <summary>A factor of part of a generator, averaged over times with weights.</summary>
    /// <param name="factor">The function of time; <see langword="null"/> for 1.</param>
    /// <param name="isSquared">Whether its square is the factor, as for jumps.</param>
    /// <param name="nodes">The times and weights, which may be negative.</param>
    public static double Weigh(TimeFunction? factor, bool isSquared, ReadOnlySpan<(double Weight, double Time)> nodes)
    {
        double sum = 0;
        foreach ((double weight, double time) in nodes)
        {
            double value = factor?.At(time) ?? 1;
            sum += weight * (isSquared ? value * value : value);
        }

        return sum;
    }

    private static ImmutableArray<PauliVector> FieldsOf(CollectiveSystem system, TimeFunction factor) =>
    [
        .. Enumerable.Range(0, system.Groups).Select(group => system.DrivenFields
            .Where(each => each.Group == group && each.Function.Equals(factor))
            .Aggregate(PauliVector.Zero, (sum, each) => sum + each.Axis)),
    ];

    private static double[,] CouplingOf(CollectiveSystem system, TimeFunction factor)
    {
        double[,] sum = new double[3 * system.Groups, 3 * system.Groups];
        foreach ((double[,] coupling, _) in system.DrivenCouplings.Where(each => each.Function.Equals(factor)))
        {
            for (int row = 0; row < sum.GetLength(0); row++)
            {
                for (int column = 0; column < sum.GetLength(1); column++)
                {
                    sum[row, column] += coupling[row, column];
                }
            }
        }

        return sum;
    }
}
