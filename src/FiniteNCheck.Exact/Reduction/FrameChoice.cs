using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// Local frames in which the problem is smallest: arguments along z where one axis per group allows it (rates are then diagonal), and among
/// those a frame in which generator and initial state are real.
/// </summary>
internal static class FrameChoice
{
    // Candidate turns about z are tried in every combination of groups; this many at most.
    private const int MostCombinations = 4096;

    /// <summary>The representations that are exact for a system, smallest first, each with the system in its frame.</summary>
    /// <param name="system">The system after merging.</param>
    public static IEnumerable<(Representation Representation, CollectiveSystem System)> Options(CollectiveSystem system)
    {
        CollectiveSystem aligned = AlignArguments(system);
        if (IsPopulationsOnly(aligned))
        {
            yield return (Representation.Populations, aligned);
        }

        if (Turns(aligned).Take(MostCombinations).Select(aligned.Rotate).FirstOrDefault(IsReal) is { } real)
        {
            yield return (Representation.Real, real);
        }

        yield return (Representation.Complex, aligned);
    }

    /// <summary>Whether every coefficient of a channel's argument is along z, so that <c>Gamma(Delta)</c> is diagonal.</summary>
    /// <param name="jump">The channel.</param>
    public static bool IsDiagonal(JumpChannel jump) => jump.Argument.All(IsAlongZ);

    private static CollectiveSystem AlignArguments(CollectiveSystem system)
    {
        var rotations = new SpinRotation[system.Groups];
        for (int g = 0; g < system.Groups; g++)
        {
            PauliVector[] arguments = [.. system.Jumps.Select(jump => jump.Argument[g]).Where(r => r != PauliVector.Zero)];
            SpinRotation toZ = arguments.Length > 0 ? SpinRotation.ToZ(arguments[0]) : SpinRotation.None;
            rotations[g] = arguments.All(r => IsAlongZ(toZ.Apply(r))) ? toZ : SpinRotation.None;
        }

        return system.Rotate(rotations);
    }

    private static bool IsPopulationsOnly(CollectiveSystem system) =>
        system.Jumps.All(jump => IsDiagonal(jump) && MovesPopulations(jump.Operator))
        && system.Fields.All(IsAlongZ)
        && system.Bloch.All(IsAlongZ)
        && CouplingOnly(system, (a, b) => a == PauliAxis.Z && b == PauliAxis.Z);

    // A diagonal state stays diagonal under j rho j+ if j raises, lowers or is diagonal, and does only one of these.
    private static bool MovesPopulations(SpinOperator j)
    {
        bool diagonal = j.UpUp != 0 || j.DownDown != 0;
        return new[] { diagonal, j.UpDown != 0, j.DownUp != 0 }.Count(moves => moves) <= 1;
    }

    // -iH is real where H has exactly one sigma_y in every term; jumps must be real up to a phase, arguments and the state without y.
    private static bool IsReal(CollectiveSystem system) =>
        system.Fields.All(field => field.X == 0 && field.Z == 0)
        && system.Bloch.All(vector => vector.Y == 0)
        && system.Jumps.All(jump => jump.Argument.All(r => r.Y == 0) && RealOperator.IsReal(jump.Operator))
        && CouplingOnly(system, (a, b) => (a == PauliAxis.Y) != (b == PauliAxis.Y));

    private static bool CouplingOnly(CollectiveSystem system, Func<PauliAxis, PauliAxis, bool> allowed)
    {
        for (int row = 0; row < system.Coupling.GetLength(0); row++)
        {
            for (int column = 0; column < system.Coupling.GetLength(1); column++)
            {
                if (system.Coupling[row, column] != 0 && !allowed((PauliAxis)(row % 3), (PauliAxis)(column % 3)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<SpinRotation[]> Turns(CollectiveSystem system)
    {
        SpinRotation[][] candidates = [.. Enumerable.Range(0, system.Groups).Select(g => TurnsOf(system, g))];
        IEnumerable<SpinRotation[]> combinations = [[]];
        foreach (SpinRotation[] options in candidates)
        {
            combinations = combinations.SelectMany(_ => options, (head, turn) => head.Append(turn).ToArray());
        }

        return combinations;
    }

    private static SpinRotation[] TurnsOf(CollectiveSystem system, int group)
    {
        // No turn, a quarter turn (x fields become y fields), the Bloch vector or an argument turned to the x axis.
        List<double> angles = [0, Math.PI / 2];
        foreach (PauliVector vector in system.Jumps.Select(jump => jump.Argument[group]).Prepend(system.Bloch[group]))
        {
            if (vector.X != 0 && vector.Y != 0)
            {
                angles.Add(-Math.Atan2(vector.Y, vector.X));
            }
        }

        return [.. angles.Select(SpinRotation.AboutZ).Where(turn => FitsGroup(system, group, turn))];
    }

    private static bool FitsGroup(CollectiveSystem system, int group, SpinRotation turn)
    {
        PauliVector field = turn.Apply(system.Fields[group]);
        return field.X == 0 && field.Z == 0
            && turn.Apply(system.Bloch[group]).Y == 0
            && system.Jumps.All(jump => turn.Apply(jump.Argument[group]).Y == 0)
            && system.Jumps.Where(jump => jump.Block == group).All(jump => RealOperator.IsReal(RealOperator.WithoutPhase(turn.Apply(jump.Operator))));
    }

    private static bool IsAlongZ(PauliVector vector) => vector.X == 0 && vector.Y == 0;
}
