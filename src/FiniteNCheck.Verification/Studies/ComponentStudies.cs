using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>
/// The studies of a model that starts from a mixture. Theorem 1 asks for a start that clusters, which a mixture is not and its components
/// are: the known predictions are judged component by component, those of the user's own on the mixture.
/// </summary>
internal static class ComponentStudies
{
    /// <summary>The studies of the mixture and its components; the study itself where it starts from no mixture.</summary>
    /// <param name="study">The study, checked.</param>
    internal static ImmutableArray<Study> Of(Study study)
    {
        if (study.Model.Initial is not Mixture { Components: { Length: > 1 } components })
        {
            return [study];
        }

        ILookup<bool, ExpectedPrediction> byKind = study.Predictions.ToLookup(each => Prediction.Known.Contains(each.Prediction));
        ImmutableArray<ExpectedPrediction> known = [.. byKind[true]];
        ImmutableArray<ExpectedPrediction> own = [.. byKind[false]];
        string name = study.Name;
        return
        [
            .. own.IsEmpty ? ReadOnlySpan<Study>.Empty : [study with { Name = name, Predictions = own, Notes = [.. study.Notes, Whole(known)] }],
            .. known.IsEmpty ? [] : components.Select((component, j) => study with
            {
                Name = $"{name}, component {j + 1} of {components.Length}",
                Model = study.Model.StartingFrom(component.Bloch),
                Predictions = known,
                Notes = [.. study.Notes, $"Component {j + 1} of a mixture, with weight {Numeral.Exact(component.Weight)}: it clusters."],
            }),
        ];
    }

    private static string Whole(ImmutableArray<ExpectedPrediction> known) =>
        "The start is a mixture, which does not cluster: the premise of Theorem 1 does not hold for it. "
        + (known.IsEmpty ? "It holds for its components." : "The known predictions are judged component by component.");
}
