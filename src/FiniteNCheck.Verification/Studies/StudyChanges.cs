using System.Collections.Immutable;
using FiniteNCheck.Files.Models;

namespace FiniteNCheck.Verification;

/// <summary>What is changed in a study as it is read: numbers of its model and, for a bare model file, the ladder and the times.</summary>
public sealed record StudyChanges
{
    /// <summary>No changes.</summary>
    public static StudyChanges None { get; } = new();

    /// <summary>The numbers that replace those of the model file.</summary>
    public ImmutableArray<ModelSetting> Settings { get; init; } = [];

    /// <summary>The ladder of a model file, at least four increasing values; empty to have it chosen.</summary>
    public ImmutableArray<int> Ladder { get; init; } = [];

    /// <summary>The times for a model file, positive and increasing; empty, where the ladder is, to have them chosen.</summary>
    public ImmutableArray<double> Times { get; init; } = [];
}
