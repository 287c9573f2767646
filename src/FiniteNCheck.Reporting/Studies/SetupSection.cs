using System.Collections.Immutable;
using System.Xml.Linq;
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
        if (study.Setup is not null)
        {
            yield return HtmlElement.Of("h3", "What was solved");
            foreach (XElement part in SetupText.Parts(study).SelectMany(part => Formulas(part.Name, part.Formulas)))
            {
                yield return part;
            }
        }

        yield return HtmlElement.Of(
            "dl.setup",
            SetupText.Entries(study).SelectMany(entry => new[] { HtmlElement.Of("dt", entry.Name), HtmlElement.Of("dd", entry.Value) }));
    }

    // Many blocks have many formulas that differ in signs and numbers: the first ones show the model.
    private static IEnumerable<XElement> Formulas(string name, ImmutableArray<string> formulas)
    {
        const int Shown = 3;
        int shown = formulas.Length <= Shown + 1 ? formulas.Length : Shown;
        XElement[] rest = [.. formulas.Skip(shown).Select(TexMath.Display)];
        return rest.Length == 0
            ? formulas.Select(TexMath.Display)
            : formulas.Take(shown).Select(TexMath.Display)
                .Append(HtmlElement.Of("details", HtmlElement.Of("summary", $"{rest.Length} more {name}"), rest));
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
}
