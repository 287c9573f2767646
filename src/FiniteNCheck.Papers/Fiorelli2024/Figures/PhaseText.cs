using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Phases, regions of them and truth values in words.</summary>
internal static class PhaseText
{
    /// <summary>A phase as files write it; empty where the flow did not show its end.</summary>
    /// <param name="phase">The phase.</param>
    public static string Name(Phase? phase) => phase switch
    {
        Phase.Retrieval => "retrieval",
        Phase.Paramagnetic => "paramagnetic",
        Phase.LimitCycle => "limitCycle",
        _ => "",
    };

    /// <summary>How many points lie in which phase, in a sentence.</summary>
    /// <param name="phases">The phases of the points.</param>
    public static string Count(IEnumerable<Phase?> phases)
    {
        Phase?[] all = [.. phases];
        int undecided = all.Count(phase => phase is null);
        string rest = undecided == 0 ? "" : $", {undecided} undecided: the flow did not show its end";
        int InPhase(Phase wanted) => all.Count(phase => phase == wanted);
        return $"Retrieval {InPhase(Phase.Retrieval)}, paramagnetic {InPhase(Phase.Paramagnetic)}, "
            + $"limit cycle {InPhase(Phase.LimitCycle)}{rest}.";
    }

    /// <summary>A truth value as files write it.</summary>
    /// <param name="value">The value.</param>
    public static string YesNo(bool value) => value ? "yes" : "no";
}
