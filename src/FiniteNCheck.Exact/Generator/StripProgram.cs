using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The terms of a generator resolved for strips of a layout: where every term of every strip reads. Strips are cut where the set of terms that
/// reach them changes, so that kernels need no tests of range. One program serves one caller at a time.
/// </summary>
internal sealed class StripProgram
{
    // A term with zero weights may be read this many elements beyond its source: the guards are wider.
    private const int MostOverhang = 16;

    private readonly StateLayout source;
    private readonly Segment[] segments;
    private readonly int[] places;
    private readonly WorkShare work;
    private readonly Action<int, int> runPiece;
    private StripUpdate current;
    private bool scalar;

    /// <summary>Resolves the terms.</summary>
    /// <param name="source">The layout of the states that are read.</param>
    /// <param name="targets">The strips that are computed, with offsets of their own.</param>
    /// <param name="termsOf">The terms of each sector.</param>
    /// <param name="threads">The number of threads.</param>
    public StripProgram(StateLayout source, IEnumerable<Strip> targets, Func<Basis.Sector, SectorTerms> termsOf, int threads)
    {
        this.source = source;
        List<Segment> resolved = [];
        List<int> all = [];
        SectorTerms? terms = null;
        foreach (Strip target in targets)
        {
            if (terms?.Target != target.Sector)
            {
                terms = termsOf(target.Sector);
            }

            Resolve(target, terms, resolved, all);
        }

        segments = [.. resolved];
        places = [.. all];
        runPiece = RunPiece;
        work = new WorkShare([.. segments.Select(segment => (segment.Length + 8.0) * segment.Terms)], threads);
    }

    /// <summary>Computes <c>y = ofImage L x + ofX x + ofY y</c> on the strips and adds <c>weight y</c> to a sum.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="scalar">Whether to use the scalar reference instead of vectors.</param>
    public void Run(in StripUpdate update, bool scalar = false)
    {
        // In fields, so that nothing is allocated per application.
        current = update;
        this.scalar = scalar;
        work.Run(runPiece);
    }

    private void RunPiece(int from, int to)
    {
        for (int s = from; s < to; s++)
        {
            ref readonly Segment segment = ref segments[s];
            var terms = new TermList(
                places.AsSpan(segment.FirstPlace), segment.Products, segment.TurnedProducts, segment.Singles, segment.TurnedSingles);
            if (scalar)
            {
                ScalarKernel.Run(in current, segment.Weights, terms, segment.Offset, segment.Length);
            }
            else
            {
                StripKernel.Run(in current, segment.Weights, terms, segment.Offset, segment.Length);
            }
        }
    }

    private void Resolve(Strip target, SectorTerms terms, List<Segment> resolved, List<int> places)
    {
        List<(int Term, int From, int To, int Read)> covers = [];
        SortedSet<int> cuts = [0, target.Length];
        for (int j = 0; j < terms.Terms.Length; j++)
        {
            int before = covers.Count;
            Cover(target, terms.Terms[j], j, covers);
            if (covers.Count == before + 1 && Widened(covers[before], target, terms) is { } whole)
            {
                covers[before] = whole;
                continue;
            }

            for (int c = before; c < covers.Count; c++)
            {
                cuts.Add(covers[c].From);
                cuts.Add(covers[c].To);
            }
        }

        Span<int> counts = stackalloc int[4];
        int from = 0;
        foreach (int to in cuts.Skip(1))
        {
            int first = places.Count;
            counts.Clear();
            foreach ((int number, int start, int end, int read) in covers)
            {
                // Terms, and with them what covers, come in the order of kernels: products first, terms with a factor i last in either group.
                if (start <= from && end >= to)
                {
                    Place(terms.Terms[number], target, from, read, places);
                    counts[(terms.Terms[number].IsProduct ? 0 : 2) + (terms.Terms[number].IsTurned ? 1 : 0)]++;
                }
            }

            resolved.Add(new Segment(
                terms.Weights, target.Offset + (from * source.Width), (to - from) * source.Width, first, counts[0], counts[1], counts[2], counts[3]));
            from = to;
        }
    }

    private void Place(Term term, Strip target, int from, int read, List<int> places)
    {
        int row = (target.Row + from) * source.Width;
        int column = (target.Column + from) * source.Width;
        bool mirrored = read < 0;
        places.Add((mirrored ? ~read : read) + (from * source.Width));
        places.Add((mirrored ? term.MirroredWeight : term.Weight) + (term.IsByColumn ? column : row));
        if (term.IsProduct)
        {
            places.Add(term.ColumnWeight + column);
        }
    }

    // The parts of the target for which a term finds its source, with the place (or its complement, if mirrored) where element 0 would read.
    private void Cover(Strip target, Term term, int number, List<(int Term, int From, int To, int Read)> covers)
    {
        int row = term.Row?.Extrapolate(target.Row) ?? target.Row;
        int column = term.Column?.Extrapolate(target.Column) ?? target.Column;
        (int rowFrom, int rowTo) = term.Row?.RunAt(target.Row) ?? (0, int.MaxValue);
        (int columnFrom, int columnTo) = term.Column?.RunAt(target.Column) ?? (0, int.MaxValue);
        int at = Math.Max(0, Math.Max(rowFrom - target.Row, columnFrom - target.Column));
        int end = Math.Min(target.Length, Math.Min(rowTo - target.Row, columnTo - target.Column));
        int inner = term.Source.InnerDimension;
        while (at < end)
        {
            // Up to where the source leaves the level of the outer blocks.
            int stretch = Math.Min(inner - ((row + at) % inner), inner - ((column + at) % inner));
            int to = Math.Min(end, at + stretch);
            bool mirrored = row < column;
            (int high, int low) = mirrored ? (column, row) : (row, column);
            if (source.StripThrough(term.Source, high + at, low + at) is { } strip)
            {
                int first = Math.Max(at, strip.Row - high);
                int last = Math.Min(to, strip.Row + strip.Length - high);
                int read = strip.Offset + ((high - strip.Row) * source.Width);
                if (first < last)
                {
                    covers.Add((number, first, last, mirrored ? ~read : read));
                }
            }

            at = to;
        }
    }

    // A term whose weights vanish where it finds no source may as well be read there.
    private static (int Term, int From, int To, int Read)? Widened((int Term, int From, int To, int Read) cover, Strip target, SectorTerms terms)
    {
        if (cover.From > MostOverhang || target.Length - cover.To > MostOverhang)
        {
            return null;
        }

        for (int i = 0; i < target.Length; i++)
        {
            if (i == cover.From)
            {
                i = cover.To;
                if (i == target.Length)
                {
                    break;
                }
            }

            if (!terms.Vanishes(terms.Terms[cover.Term], target.Row + i, target.Column + i))
            {
                return null;
            }
        }

        return cover with { From = 0, To = target.Length };
    }

    private readonly record struct Segment(
        double[] Weights, int Offset, int Length, int FirstPlace, int Products, int TurnedProducts, int Singles, int TurnedSingles)
    {
        public int Terms => Products + TurnedProducts + Singles + TurnedSingles;
    }
}
