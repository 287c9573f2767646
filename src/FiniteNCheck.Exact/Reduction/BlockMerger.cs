using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// The gauge reduction (section 6.3 of the paper, text after (65)): blocks whose spins become equivalent after half turns of their frames
/// form one group. One stored pattern on two blocks becomes one group, p patterns on 2^p blocks become 2^(p-1) groups.
/// </summary>
internal static class BlockMerger
{
    private const double Rounding = 1e-14;

    private static readonly SpinRotation[] Gauges =
    [
        SpinRotation.None,
        SpinRotation.HalfTurn(PauliAxis.X),
        SpinRotation.HalfTurn(PauliAxis.Y),
        SpinRotation.HalfTurn(PauliAxis.Z),
    ];

    /// <summary>
    /// Merges every block into the first one that it is equivalent to. Blocks of a system that depends on time stay as they are.
    /// </summary>
    /// <param name="system">The system, one group per block.</param>
    public static CollectiveSystem Merge(CollectiveSystem system)
    {
        if (system.IsDriven)
        {
            return system;
        }

        int[] representative = new int[system.Groups];
        var gauges = new SpinRotation[system.Groups];
        for (int block = 0; block < system.Groups; block++)
        {
            (representative[block], gauges[block]) = Enumerable.Range(0, block)
                .Where(earlier => representative[earlier] == earlier)
                .SelectMany(_ => Gauges, (earlier, gauge) => (First: earlier, Gauge: gauge))
                .FirstOrDefault(
                    candidate => AreEquivalent(system, candidate.First, block, candidate.Gauge),
                    (First: block, Gauge: SpinRotation.None));
        }

        int[] kept = [.. representative.Distinct().Order()];
        return kept.Length == system.Groups ? system : Contract(system.Rotate(gauges), representative, kept);
    }

    private static bool AreEquivalent(CollectiveSystem system, int first, int second, SpinRotation gauge)
    {
        // Half turns only change signs. Most pairs differ by more than that, which shows without rotating the whole system.
        if (!SameUpToSigns(system.Fields[first], system.Fields[second]) || !system.Start.AreAlike(first, second, SameUpToSigns))
        {
            return false;
        }

        var rotations = new SpinRotation[system.Groups];
        Array.Fill(rotations, SpinRotation.None);
        rotations[second] = gauge;
        CollectiveSystem rotated = system.Rotate(rotations);
        return Same(rotated.Fields[first], rotated.Fields[second])
            && rotated.Start.AreAlike(first, second, Same)
            && rotated.Arguments.All(argument => SamePerSpin(rotated, argument, first, second))
            && SameJumps(rotated, first, second)
            && rotated.CollectiveJumps.All(jump => Same(jump.Operators[first], jump.Operators[second]))
            && SameCoupling(rotated.Coupling, first, second);
    }

    private static bool SameUpToSigns(PauliVector a, PauliVector b) =>
        Same(
            new PauliVector(Math.Abs(a.X), Math.Abs(a.Y), Math.Abs(a.Z)),
            new PauliVector(Math.Abs(b.X), Math.Abs(b.Y), Math.Abs(b.Z)));

    private static bool SamePerSpin(CollectiveSystem system, ImmutableArray<PauliVector> argument, int first, int second) =>
        Same((1.0 / system.Spins[first]) * argument[first], (1.0 / system.Spins[second]) * argument[second]);

    // A collective jump adds up the operators of its groups: here their phases matter.
    private static bool Same(SpinOperator a, SpinOperator b) => Elements(a).Zip(Elements(b)).All(pair =>
        (pair.First - pair.Second).Magnitude <= Rounding * Elements(a).Max(element => element.Magnitude));

    private static bool SameJumps(CollectiveSystem system, int first, int second)
    {
        List<JumpChannel> unmatched = [.. system.Jumps.Where(jump => jump.Block == second)];
        foreach (JumpChannel jump in system.Jumps.Where(jump => jump.Block == first))
        {
            int match = unmatched.FindIndex(other => SameJump(jump, other)
                || (RateNormalForm.Mirrored(other) is { } mirrored && SameJump(jump, mirrored)));
            if (match < 0)
            {
                return false;
            }

            unmatched.RemoveAt(match);
        }

        return unmatched.Count == 0;
    }

    private static bool SameJump(JumpChannel a, JumpChannel b) =>
        a.OwnSite == b.OwnSite
        && Equals(a.Rate, b.Rate)
        && SameUpToPhase(a.Operator, b.Operator)
        && a.Argument.Zip(b.Argument).All(pair => Same(pair.First, pair.Second));

    private static bool SameCoupling(double[,] c, int first, int second)
    {
        for (int a = 0; a < 3; a++)
        {
            for (int column = 0; column < c.GetLength(1); column++)
            {
                if (!Same(c[(3 * first) + a, column], c[(3 * second) + a, column]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool SameUpToPhase(SpinOperator a, SpinOperator b)
    {
        Complex[] x = Elements(a);
        Complex[] y = Elements(b);
        int largest = Enumerable.Range(0, 4).MaxBy(i => x[i].Magnitude);
        double size = x[largest].Magnitude;
        if (size == 0 || Math.Abs(y[largest].Magnitude - size) > Rounding * size)
        {
            return size == 0 && y.All(element => element == Complex.Zero);
        }

        Complex phase = x[largest] / y[largest];
        return x.Zip(y).All(pair => (pair.First - (phase * pair.Second)).Magnitude <= Rounding * size);
    }

    private static Complex[] Elements(SpinOperator a) => [a.UpUp, a.UpDown, a.DownUp, a.DownDown];

    private static bool Same(PauliVector a, PauliVector b) => (a + (-1 * b)).Norm <= Rounding * (a.Norm + b.Norm);

    private static bool Same(double a, double b) => Math.Abs(a - b) <= Rounding * (Math.Abs(a) + Math.Abs(b));

    private static CollectiveSystem Contract(CollectiveSystem system, int[] representative, int[] kept)
    {
        ImmutableArray<int> spins =
            [.. kept.Select(first => Enumerable.Range(0, system.Groups).Where(h => representative[h] == first).Sum(h => system.Spins[h]))];
        double[,] coupling = new double[3 * kept.Length, 3 * kept.Length];
        for (int row = 0; row < coupling.GetLength(0); row++)
        {
            for (int column = 0; column < coupling.GetLength(1); column++)
            {
                coupling[row, column] = system.Coupling[(3 * kept[row / 3]) + (row % 3), (3 * kept[column / 3]) + (column % 3)];
            }
        }

        return system with
        {
            Spins = spins,
            Fields = [.. kept.Select(h => system.Fields[h])],
            Start = system.Start.Keep(kept),
            Coupling = coupling,
            Jumps =
            [
                .. system.Jumps.Where(jump => kept.Contains(jump.Block)).Select(jump => jump with
                {
                    Block = Array.IndexOf(kept, jump.Block),
                    Argument = Contract(jump.Argument),
                }),
            ],
            CollectiveJumps =
            [
                .. system.CollectiveJumps.Select(jump => jump with
                {
                    Operators = [.. kept.Select(h => jump.Operators[h])],
                    Argument = Contract(jump.Argument),
                }),
            ],
            Members = [.. system.Members.Select((member, h) => member with { Group = Array.IndexOf(kept, representative[h]) })],
        };

        // The coefficient per spin stays the same; the average is now over the whole group.
        ImmutableArray<PauliVector> Contract(ImmutableArray<PauliVector> argument) =>
            [.. kept.Select((h, g) => ((double)spins[g] / system.Spins[h]) * argument[h])];
    }
}
