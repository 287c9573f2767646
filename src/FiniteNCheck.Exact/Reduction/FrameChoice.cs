using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// Chooses local frames in which the problem is smallest: arguments along z where those of a group share an axis (rates are then diagonal),
/// and among those frames one in which generator and initial state are real.
/// </summary>
internal static class FrameChoice
{
    // Candidate rotations about z are tried in every combination of groups, up to this many.
    private const int MaxCombinations = 4096;

    /// <summary>The representations that are exact for a system, smallest first, each with the system in its frame.</summary>
    /// <param name="system">The system after merging.</param>
    public static IEnumerable<(Representation Representation, CollectiveSystem System)> Options(CollectiveSystem system)
    {
        CollectiveSystem aligned = AlignArguments(system);
        if (IsPopulationsOnly(aligned))
        {
            yield return (Representation.Populations, aligned);
        }

        if (RotationsAboutZ(aligned).Take(MaxCombinations).Select(aligned.Rotate).FirstOrDefault(IsReal) is { } real)
        {
            yield return (Representation.Real, real);
        }

        yield return (Representation.Complex, aligned);
    }

    /// <summary>Whether every coefficient of an argument is along z, so that <c>Gamma(Delta)</c> is diagonal.</summary>
    /// <param name="argument">The argument.</param>
    public static bool IsDiagonal(ImmutableArray<PauliVector> argument) => argument.All(IsAlongZ);

    private static CollectiveSystem AlignArguments(CollectiveSystem system)
    {
        var rotations = new SpinRotation[system.Groups];
        for (int g = 0; g < system.Groups; g++)
        {
            PauliVector[] arguments = [.. system.Arguments.Select(argument => argument[g]).Where(r => r != PauliVector.Zero)];
            SpinRotation toZ = arguments.Length > 0 ? SpinRotation.ToZ(arguments[0]) : SpinRotation.None;
            rotations[g] = arguments.All(r => IsAlongZ(toZ.Apply(r))) ? toZ : SpinRotation.None;
        }

        return system.Rotate(rotations);
    }

    private static bool IsPopulationsOnly(CollectiveSystem system) =>
        system.Arguments.All(IsDiagonal)
        && system.Jumps.All(jump => MovesPopulations([jump.Operator]))
        && system.CollectiveJumps.All(jump => MovesPopulations(jump.Operators))
        && system.Fields.All(IsAlongZ)
        && system.DrivenFields.All(field => IsAlongZ(field.Axis))
        && system.Start.IsDiagonal
        && CouplingOnly(system, (a, b) => a == PauliAxis.Z && b == PauliAxis.Z);

    // A diagonal state stays diagonal under j rho j+ if j does no more than one of these: raise one group, lower one group, or nothing.
    private static bool MovesPopulations(ImmutableArray<SpinOperator> operators) =>
        operators.Count(j => j.UpDown != 0)
        + operators.Count(j => j.DownUp != 0)
        + (operators.Any(j => j.UpUp != 0 || j.DownDown != 0) ? 1 : 0) <= 1;

    // -iH is real where every term of H has exactly one sigma_y. Jumps must be real up to a phase, arguments and Bloch vectors without y.
    private static bool IsReal(CollectiveSystem system) =>
        system.Fields.Concat(system.DrivenFields.Select(field => field.Axis)).All(field => field.X == 0 && field.Z == 0)
        && system.Start.IsReal(system.Spins)
        && system.Arguments.All(argument => argument.All(r => r.Y == 0))
        && system.Jumps.All(jump => RealOperator.IsReal(jump.Operator))
        && system.CollectiveJumps.All(jump => jump.Operators.All(RealOperator.IsReal))
        && CouplingOnly(system, (a, b) => (a == PauliAxis.Y) != (b == PauliAxis.Y));

    private static bool CouplingOnly(CollectiveSystem system, Func<PauliAxis, PauliAxis, bool> allowed) =>
        system.DrivenCouplings.Select(each => each.Coupling).Prepend(system.Coupling).All(coupling => CouplingOnly(coupling, allowed));

    private static bool CouplingOnly(double[,] coupling, Func<PauliAxis, PauliAxis, bool> allowed)
    {
        for (int row = 0; row < coupling.GetLength(0); row++)
        {
            for (int column = 0; column < coupling.GetLength(1); column++)
            {
                if (coupling[row, column] != 0 && !allowed((PauliAxis)(row % 3), (PauliAxis)(column % 3)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<SpinRotation[]> RotationsAboutZ(CollectiveSystem system)
    {
        SpinRotation[][] candidates = [.. Enumerable.Range(0, system.Groups).Select(g => CandidatesFor(system, g))];
        IEnumerable<SpinRotation[]> combinations = [[]];
        foreach (SpinRotation[] options in candidates)
        {
            combinations = combinations.SelectMany(_ => options, (head, rotation) => head.Append(rotation).ToArray());
        }

        return combinations;
    }

    private static SpinRotation[] CandidatesFor(CollectiveSystem system, int group)
    {
        // No rotation, a quarter turn (x fields become y fields), those that take the Bloch vector or an argument to the x axis, and those
        // after which a collective jump moves this group with the same phase as the first.
        List<double> angles = [0, Math.PI / 2, .. system.CollectiveJumps.SelectMany(jump => PhaseAngles(jump.Operators, group))];
        foreach (PauliVector vector in system.Start.VectorsOf(group).Concat(system.Arguments.Select(argument => argument[group])))
        {
            if (vector.X != 0 && vector.Y != 0)
            {
                angles.Add(-Math.Atan2(vector.Y, vector.X));
            }
        }

        return [.. angles.Select(SpinRotation.AboutZ).Where(rotation => MakesReal(system, group, rotation))];
    }

    private static bool MakesReal(CollectiveSystem system, int group, SpinRotation rotation)
    {
        PauliVector field = rotation.Apply(system.Fields[group]);
        return field.X == 0 && field.Z == 0
            && system.DrivenFields.Where(each => each.Group == group)
                .All(each => rotation.Apply(each.Axis) is { X: 0, Z: 0 })
            && system.Start.VectorsOf(group).All(vector => rotation.Apply(vector).Y == 0)
            && system.Arguments.All(argument => rotation.Apply(argument[group]).Y == 0)
            && system.Jumps.Where(jump => jump.Block == group)
                .All(jump => RealOperator.IsReal(RealOperator.WithoutPhase(rotation.Apply(jump.Operator))))
            && system.CollectiveJumps
                .All(jump => RealOperator.IsReal(RealOperator.WithoutPhase(rotation.Apply(jump.Operators[group]))));
    }

    // A rotation about z by an angle multiplies the element that lowers by exp(i angle), and the one that raises by exp(-i angle).
    private static IEnumerable<double> PhaseAngles(ImmutableArray<SpinOperator> operators, int group)
    {
        foreach ((Func<SpinOperator, Complex> element, int sign) in new (Func<SpinOperator, Complex>, int)[]
        {
            (j => j.DownUp, 1), (j => j.UpDown, -1),
        })
        {
            SpinOperator first = operators.FirstOrDefault(j => element(j) != 0);
            if (element(operators[group]) != 0)
            {
                yield return sign * (element(first).Phase - element(operators[group]).Phase);
            }
        }
    }

    private static bool IsAlongZ(PauliVector vector) => vector.X == 0 && vector.Y == 0;
}
