using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>What a study has solved, for every medium: formulas in TeX, and what else makes the numbers reproducible.</summary>
internal static class SetupText
{
    /// <summary>Hamiltonian, jumps and start, a formula each; empty where the setup was not recorded.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<string> Formulas(StudyFinding study) => Parts(study).SelectMany(part => part.Formulas);

    /// <summary>The same by what they are.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<(string Name, ImmutableArray<string> Formulas)> Parts(StudyFinding study) => study.Setup is { } setup
        ? [("terms of H", setup.Hamiltonian), ("jumps", setup.Jumps), ("lines of the start", setup.Start)]
        : [];

    /// <summary>Model, parameters, start, sizes, times, tolerance and method.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<(string Name, string Value)> Entries(StudyFinding study)
    {
        yield return ("model", study.Model);
        if (study.Setup is { } setup)
        {
            if (!setup.Parameters.IsEmpty)
            {
                IEnumerable<string> parameters = setup.Parameters.Select(each => $"{each.Key} = {Numeral.Of(each.Value, 6)}");
                yield return ("parameters", string.Join(", ", parameters));
            }

            yield return ("start", setup.StartedFrom);
            yield return ("sizes", $"N = {StudyText.Sizes(study)} spins");
            yield return ("times", $"t = {string.Join(", ", setup.Times.Select(time => Numeral.Of(time, 4)))}");
            yield return ("tolerance", $"{Numeral.Of(setup.Tolerance)} in trace norm");
        }
        else
        {
            yield return ("sizes", $"N = {StudyText.Sizes(study)} spins");
        }

        yield return ("method", study.Method);
    }
}
