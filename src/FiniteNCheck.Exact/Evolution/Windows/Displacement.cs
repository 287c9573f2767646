using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// The displacement between two matrix elements: changes of <c>J</c>, of the row's <c>M</c> and of the column's <c>M</c>, block by block.
/// </summary>
internal sealed class Displacement
{
    private readonly (int J, int Row, int Column)[] blocks;

    /// <summary>Creates a displacement.</summary>
    /// <param name="blocks">The changes of each block.</param>
    public Displacement(params (int J, int Row, int Column)[] blocks) => this.blocks = blocks;

    /// <summary>A displacement in a single block.</summary>
    /// <param name="count">The number of blocks.</param>
    /// <param name="block">The block.</param>
    /// <param name="change">Its changes.</param>
    public static Displacement InBlock(int count, int block, (int J, int Row, int Column) change)
    {
        var changes = new (int J, int Row, int Column)[count];
        changes[block] = change;
        return new Displacement(changes);
    }

    /// <summary>
    /// Finds all displacements from an element to one that feeds it or that it feeds, in the terms of the largest sectors.
    /// </summary>
    /// <param name="operators">The operators of the generator; banded.</param>
    /// <param name="representation">How the state is held.</param>
    public static ImmutableArray<Displacement> FindAll(SectorOperators operators, Representation representation)
    {
        Dictionary<string, Displacement> found = [];
        foreach (Sector target in operators.Graph.Vertices.Where(HasLargeJ))
        {
            SectorTerms terms = SectorTerms.Build(target, operators.Drift(target), operators.Incoming(target), representation, ..);
            foreach (Term term in terms.Terms)
            {
                foreach ((int J, int M)[] row in Changes(target, term.Source, term.Row))
                {
                    foreach ((int J, int M)[] column in Changes(target, term.Source, term.Column))
                    {
                        (int J, int Row, int Column)[] changes = [.. row.Zip(column, (r, c) => (r.J, r.M, c.M))];
                        if (representation != Representation.Populations || Array.TrueForAll(changes, block => block.Row == block.Column))
                        {
                            Keep(new Displacement(changes));
                            Keep(new Displacement([.. changes.Select(block => (-block.J, -block.Row, -block.Column))]));
                        }
                    }
                }
            }
        }

        return [.. found.Values];

        void Keep(Displacement displacement) => found.TryAdd(string.Join(' ', displacement.blocks), displacement);
    }

    /// <summary>The changes in one block.</summary>
    /// <param name="block">The block.</param>
    public (int J, int Row, int Column) In(int block) => blocks[block];

    /// <summary>Displaces the part of a strip whose image exists; <see langword="null"/> where none of it does.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="strip">The strip.</param>
    public Strip? Move(SectorGraph graph, Strip strip)
    {
        Sector? sector = strip.Sector;
        for (int h = 0; h < blocks.Length; h++)
        {
            for (int change = blocks[h].J; change != 0 && sector is not null; change -= Math.Sign(change))
            {
                sector = graph.Neighbour(sector, h, Math.Sign(change));
            }
        }

        if (sector is null)
        {
            return null;
        }

        int row = 0;
        int column = 0;
        int from = 0;
        int to = strip.Length;
        for (int h = 0; h < blocks.Length; h++)
        {
            int rowLevel = strip.Sector.Level(strip.Row, h) + blocks[h].J + blocks[h].Row;
            int columnLevel = strip.Sector.Level(strip.Column, h) + blocks[h].J + blocks[h].Column;
            int last = sector.DimensionOf(h) - 1;
            if (h == blocks.Length - 1)
            {
                from = Math.Max(0, -Math.Min(rowLevel, columnLevel));
                to = Math.Min(strip.Length, last + 1 - Math.Max(rowLevel, columnLevel));
            }
            else if (Math.Min(rowLevel, columnLevel) < 0 || Math.Max(rowLevel, columnLevel) > last)
            {
                return null;
            }

            row += rowLevel * sector.Stride(h);
            column += columnLevel * sector.Stride(h);
        }

        return from < to ? new Strip(sector, row + from, column + from, to - from) : null;
    }

    // Jumps change J by at most 1, so three values of J per block show every displacement.
    private static bool HasLargeJ(Sector sector) =>
        Enumerable.Range(0, sector.Spins.Length).All(h => sector.Spins[h] - sector.TwiceJ[h] <= 4);

    private static (int J, int M)[][] Changes(Sector target, Sector source, Shift? shift)
    {
        (int J, int M)[] none = [.. target.TwiceJ.Zip(source.TwiceJ, (to, from) => ((from - to) / 2, 0))];
        if (shift is null)
        {
            return [none];
        }

        Dictionary<string, (int J, int M)[]> found = [];
        for (int state = 0; state < target.Dimension; state++)
        {
            if (shift.SourceOf(state) is >= 0 and int from && (shift.Re[state] != 0 || (!shift.IsReal && shift.Im[state] != 0)))
            {
                (int J, int M)[] change =
                    [.. none.Select((block, h) => (block.J, source.Level(from, h) - target.Level(state, h) - block.J))];
                found.TryAdd(string.Join(' ', change), change);
            }
        }

        return [.. found.Values];
    }
}
