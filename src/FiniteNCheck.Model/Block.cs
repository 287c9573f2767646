using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>A block ("large spin") of sites that the dynamics does not distinguish.</summary>
/// <param name="Name">The name used in files and output.</param>
/// <param name="Share">
/// The relative size, positive: the block holds <c>Share * n</c> spins at ladder value <c>n</c>. 0 for a block of fixed size.
/// </param>
public sealed record Block(string Name, double Share)
{
    /// <summary>The number of spins of a block that does not grow with n; <see langword="null"/> for a block that does.</summary>
    public int? Size { get; init; }

    /// <summary>The names of the levels of a site, in basis order; empty for two levels, up first.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>The number of levels d of a site.</summary>
    public int Dimension => Levels.IsEmpty ? 2 : Levels.Length;

    /// <summary>
    /// The observables of the block: <c>x.block, y.block, z.block</c> without levels; with levels <c>p.A.block</c> for every level A, then
    /// <c>x.A.B.block, y.A.B.block</c> for every pair A before B.
    /// </summary>
    public ImmutableArray<string> ObservableNames => Levels.IsEmpty
        ? [$"x.{Name}", $"y.{Name}", $"z.{Name}"]
        :
        [
            .. Levels.Select(level => $"p.{level}.{Name}"),
            .. from pair in LevelPairs
               let names = $"{Levels[pair.First]}.{Levels[pair.Second]}.{Name}"
               from observable in (string[])[$"x.{names}", $"y.{names}"]
               select observable,
        ];

    /// <summary>The number of observables: 3 without levels, d^2 with d levels.</summary>
    public int ObservableCount => Levels.IsEmpty ? 3 : Levels.Length * Levels.Length;

    /// <summary>The pairs of levels, the first before the second, in the order of the observables.</summary>
    internal IEnumerable<(int First, int Second)> LevelPairs =>
        from first in Enumerable.Range(0, Levels.Length)
        from second in Enumerable.Range(first + 1, Levels.Length - first - 1)
        select (first, second);

    /// <summary>A block of a fixed number of spins.</summary>
    /// <param name="name">The name.</param>
    /// <param name="size">The number of spins, at least 1.</param>
    public static Block OfSize(string name, int size) => new(name, 0) { Size = size };

    /// <summary>The number of spins at a ladder value, which need not be whole for a block that grows.</summary>
    /// <param name="n">The ladder value.</param>
    internal double SpinsAt(int n) => Size ?? (Share * n);
}
