using System.Xml.Linq;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>What a study has solved: the model as formulas with their numbers, sizes, times, method; the files in full.</summary>
internal static class SetupSection
{
    /// <summary>The model and how it was solved.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<XElement> Render(StudyFinding study)
    {
        if (study.Setup is { } setup)
        {
            yield return HtmlElement.Of("h3", "What was solved");
            foreach (string formula in setup.Hamiltonian.Concat(setup.Jumps).Concat(setup.Start))
            {
                yield return TexMath.Display(formula);
            }
        }

        yield return HtmlElement.Of(
            "dl.setup", Entries(study).SelectMany(entry => new[] { HtmlElement.Of("dt", entry.Name), HtmlElement.Of("dd", entry.Value) }));
    }

    /// <summary>The files of study and model, closed; nothing where there are none.</summary>
    /// <param name="study">The study.</param>
    public static XElement? Files(StudyFinding study) => study.Setup?.Files is not { IsEmpty: false } files
        ? null
        : HtmlElement.Of(
            "details",
            HtmlElement.Of("summary", $"The files of the study in full: {string.Join(", ", files.Select(file => file.Name))}"),
            files.Select(file => new[]
            {
                HtmlElement.Of("p.faint", file.Name),
                HtmlElement.Of("pre", HtmlElement.Of("code", file.Text.TrimEnd())),
            }));

    private static IEnumerable<(string Name, string Value)> Entries(StudyFinding study)
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

        yield return ("exact solution", study.Method);
    }
}
