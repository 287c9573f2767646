using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// A model of the class (10)-(16) with any local dimension: blocks of sites with two to four levels, one-site fields, all-to-all pair
/// couplings, one-site jumps with collective operator-valued rates, jumps of whole blocks, and an initial state. Immutable and purely
/// descriptive.
/// </summary>
public sealed record LevelModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The blocks, in the order of every per-block list.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The Hermitian field of each block: <c>H += sum_i A^(i)</c>.</summary>
    public required ImmutableArray<LocalOperator> Fields { get; init; }

    /// <summary>The fields that depend on time, in addition to <see cref="Fields"/>.</summary>
    public ImmutableArray<LevelField> DrivenFields { get; init; } = [];

    /// <summary>The pair couplings.</summary>
    public ImmutableArray<LevelCoupling> Couplings { get; init; } = [];

    /// <summary>The jump channels.</summary>
    public required ImmutableArray<LevelJump> Jumps { get; init; }

    /// <summary>The jumps of whole blocks.</summary>
    public ImmutableArray<LevelCollectiveJump> CollectiveJumps { get; init; } = [];

    /// <summary>The initial state.</summary>
    public required InitialState Initial { get; init; }

    /// <summary>Named numbers of the model, for formulas about it.</summary>
    public ImmutableSortedDictionary<string, double> Parameters { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}
