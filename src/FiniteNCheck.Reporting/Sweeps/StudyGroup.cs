using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>What a report shows together: a single study, or all cells of a sweep.</summary>
/// <param name="Name">The study's name, or the sweep's.</param>
/// <param name="Studies">The studies, with their places in the report.</param>
internal sealed record StudyGroup(string Name, ImmutableArray<(StudyFinding Study, int Index)> Studies)
{
    private const int MaxInDetail = 6;

    /// <summary>Whether it is a sweep.</summary>
    public bool IsSweep => Studies[0].Study.Cell is not null;

    /// <summary>
    /// The studies of which a page shows every element: in a sweep the first few that have some and did not come out
    /// as expected.
    /// </summary>
    public IEnumerable<(StudyFinding Study, int Index)> InDetail =>
        IsSweep
            ? Studies
                .Where(each =>
                    !IsAsExpected(each.Study) && each.Study.Predictions.Any(prediction => !prediction.Elements.IsEmpty))
                .Take(MaxInDetail)
            : Studies;

    /// <summary>The values of an axis of a sweep, increasing.</summary>
    /// <param name="axis">The index of the axis.</param>
    public ImmutableArray<double> Values(int axis) =>
        [.. Studies.Select(each => each.Study.Cell!.Parameters[axis].Value).Distinct().Order()];

    /// <summary>Splits the studies of a report into groups, in their order.</summary>
    /// <param name="studies">The studies.</param>
    public static ImmutableArray<StudyGroup> Split(ImmutableArray<StudyFinding> studies)
    {
        List<StudyGroup> groups = [];
        foreach ((StudyFinding study, int index) in studies.Select((study, i) => (study, i)))
        {
            bool goesOn =
                study.Cell is { } cell
                && groups.LastOrDefault() is { IsSweep: true } last
                && string.Equals(last.Name, cell.Sweep, StringComparison.Ordinal);
            if (goesOn)
            {
                groups[^1] = groups[^1] with { Studies = groups[^1].Studies.Add((study, index)) };
            }
            else
            {
                groups.Add(new StudyGroup(study.Cell?.Sweep ?? study.Study, [(study, index)]));
            }
        }

        return [.. groups];
    }

    /// <summary>Whether every verdict of a study is the expected one.</summary>
    /// <param name="study">The study.</param>
    public static bool IsAsExpected(StudyFinding study) => study.Predictions.All(prediction => prediction.Verdict == prediction.Expected);
}
