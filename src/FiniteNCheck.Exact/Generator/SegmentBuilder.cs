using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Resolves the terms of a generator for the strips of a layout: where each term of each strip reads. Kernels then need no range checks.
/// Strips are cut where the set of terms that reach them changes, and terms that reach a strip in several places are added afterwards.
/// Two strips that read the same weights by column, and weights by row one vector apart, share them.
/// </summary>
internal sealed class SegmentBuilder
{
    // A term with zero weights may be read this many elements beyond its source. The guards are wider.
    private const int MaxOverhang = 16;

    private readonly StateLayout source;
    private readonly List<Segment> segments = [];
    private readonly List<int> offsets = [];
    private readonly List<(int From, int To)> jobs = [];

    // Scratch lists of the strip being resolved: windows resolve so many strips that new lists would dominate the time.
    private readonly List<Cover> found = [];
    private readonly List<Cover> covers = [];
    private readonly List<Cover> scattered = [];
    private readonly List<int> cuts = [];

    /// <summary>Resolves all terms.</summary>
    /// <param name="source">The layout of the states to read.</param>
    /// <param name="targets">The strips to compute, sector by sector, with offsets of their own.</param>
    /// <param name="termsOf">The terms of each sector.</param>
    public SegmentBuilder(StateLayout source, IEnumerable<Strip> targets, Func<Sector, SectorTerms> termsOf)
    {
        this.source = source;
        List<Chain> ofSector = [];
        foreach (Strip target in targets)
        {
            if (ofSector.Count > 0 && ofSector[0].Whole.Sector != target.Sector)
            {
                AddSector(ofSector, termsOf(ofSector[0].Whole.Sector));
                ofSector.Clear();
            }

            if (ofSector.Count > 0 && Follows(ofSector[^1].Whole, target))
            {
                ofSector[^1] = ofSector[^1].Append(target);
            }
            else
            {
                ofSector.Add(new Chain(target, [0]));
            }
        }

        if (ofSector.Count > 0)
        {
            AddSector(ofSector, termsOf(ofSector[0].Whole.Sector));
        }
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>The offsets that the segments refer to.</summary>
    public IReadOnlyList<int> Offsets => offsets;

    /// <summary>Runs of segments that a single thread must compute in order; different runs write different numbers.</summary>
    public IReadOnlyList<(int From, int To)> Jobs => jobs;

    // Strips that follow one another in the sector and in memory are a single strip to kernels.
    private bool Follows(Strip first, Strip second) =>
        second.Row == first.Row + first.Length
        && second.Column == first.Column + first.Length
        && second.Offset == first.Offset + (first.Length * source.Width);

    // One job for each strip or pair of strips: terms added afterwards must come after the others.
    private void AddSector(List<Chain> targets, SectorTerms terms)
    {
        List<Piece>[] ofTarget = [.. targets.Select(target => Resolve(target, terms))];
        Dictionary<int, int> byDifference = [];
        for (int t = 0; t < targets.Count; t++)
        {
            byDifference.TryAdd(targets[t].Difference, t);
        }

        bool[] done = new bool[targets.Count];
        for (int t = 0; t < targets.Count; t++)
        {
            if (done[t])
            {
                continue;
            }

            int from = segments.Count;
            int partner = byDifference.GetValueOrDefault(targets[t].Difference + (PairKernel.Lanes / source.Width), t);
            if (partner > t && !done[partner] && TryPair(ofTarget[t], ofTarget[partner], terms))
            {
                done[partner] = true;
                AddSegments(ofTarget[partner], terms);
            }

            AddSegments(ofTarget[t], terms);
            jobs.Add((from, segments.Count));
        }
    }

    // Moves what the longest pieces of two strips have in common to a segment for both.
    private bool TryPair(List<Piece> first, List<Piece> second, SectorTerms terms)
    {
        int a = Longest(first);
        int b = Longest(second);
        if (first[a].Increments || second[b].Increments || !SameTerms(first[a], second[b]))
        {
            return false;
        }

        int column = Math.Max(first[a].Target.Column, second[b].Target.Column);
        (Piece before, Piece one) = first[a].CutAt(column - first[a].Target.Column, source.Width);
        (Piece beforeOther, Piece other) = second[b].CutAt(column - second[b].Target.Column, source.Width);
        int common = Math.Min(one.Target.Length, other.Target.Length);
        if (common * source.Width < PairKernel.Block)
        {
            return false;
        }

        // A short remainder comes for free with the last vectors.
        int maxLength = common + (MaxOverhang / source.Width);
        (one, Piece after) = one.CutAt(one.Target.Length <= maxLength ? one.Target.Length : common, source.Width);
        (other, Piece afterOther) = other.CutAt(other.Target.Length <= maxLength ? other.Target.Length : common, source.Width);
        segments.Add(ToSegment(terms, one, other));
        Replace(first, a, before, after);
        Replace(second, b, beforeOther, afterOther);
        return true;
    }

    private static int Longest(List<Piece> pieces)
    {
        int longest = 0;
        for (int p = 1; p < pieces.Count; p++)
        {
            longest = pieces[p].Target.Length > pieces[longest].Target.Length && !pieces[p].Increments ? p : longest;
        }

        return longest;
    }

    private static bool SameTerms(Piece one, Piece other)
    {
        bool same = one.Feeds.Count == other.Feeds.Count;
        for (int f = 0; same && f < one.Feeds.Count; f++)
        {
            same = one.Feeds[f].Term == other.Feeds[f].Term && one.Feeds[f].Mirrored == other.Feeds[f].Mirrored;
        }

        return same;
    }

    private static void Replace(List<Piece> pieces, int at, params Piece[] by)
    {
        pieces.RemoveAt(at);
        pieces.InsertRange(at, by.Where(piece => piece.Target.Length > 0));
    }

    private void AddSegments(List<Piece> pieces, SectorTerms terms)
    {
        foreach (Piece piece in pieces)
        {
            segments.Add(ToSegment(terms, piece, null));
        }
    }

    private Segment ToSegment(SectorTerms terms, Piece piece, Piece? other)
    {
        int width = source.Width;
        int firstOffset = offsets.Count;
        Span<int> counts = stackalloc int[4];
        for (int f = 0; f < piece.Feeds.Count; f++)
        {
            Feed feed = piece.Feeds[f];
            Term term = terms.Terms[feed.Term];
            int weight = feed.Mirrored ? term.MirroredWeight : term.Weight;
            offsets.Add(feed.Read + piece.Shift);
            if (other is not null)
            {
                offsets.Add(other.Feeds[f].Read + other.Shift);
            }

            offsets.Add(weight + ((term.IsByColumn ? piece.Target.Column : piece.Target.Row) * width));
            if (term.IsProduct)
            {
                offsets.Add(term.ColumnWeight + (piece.Target.Column * width));
            }
            else if (other is not null)
            {
                offsets.Add(weight + ((term.IsByColumn ? other.Target.Column : other.Target.Row) * width));
            }

            // Terms, and with them feeds, come in the order of the kernels: products first, and in either group terms with a factor i last.
            counts[(term.IsProduct ? 0 : 2) + (term.IsImaginary ? 1 : 0)]++;
        }

        return new Segment(
            terms.Weights,
            Numbers(piece),
            other is null ? default : Numbers(other),
            firstOffset,
            new TermCounts(counts[0], counts[1], counts[2], counts[3]),
            piece.Increments);

        (int, int) Numbers(Piece part) => (part.Target.Offset, part.Target.Length * width);
    }

    private List<Piece> Resolve(Chain chain, SectorTerms terms)
    {
        Strip target = chain.Whole;
        covers.Clear();
        scattered.Clear();
        cuts.Clear();
        cuts.Add(0);
        cuts.Add(target.Length);
        for (int j = 0; j < terms.Terms.Length; j++)
        {
            found.Clear();
            Find(target, terms, j);
            if (found.Count == 1)
            {
                Cover cover = Widen(found[0], 0, target.Length, target, terms);
                covers.Add(cover);
                cuts.Add(cover.From);
                cuts.Add(cover.To);
                continue;
            }

            foreach (Cover cover in found)
            {
                scattered.Add(WidenInStrip(cover, chain, terms));
            }
        }

        cuts.Sort();
        List<Piece> pieces = [];
        for (int c = 1; c < cuts.Count; c++)
        {
            (int from, int to) = (cuts[c - 1], cuts[c]);
            if (from < to)
            {
                pieces.Add(PieceOf(target, from, to));
            }
        }

        foreach (IGrouping<(int From, int To), Cover> group in scattered.GroupBy(cover => (cover.From, cover.To)))
        {
            Piece piece = new(target, [.. group.Select(cover => cover.Feed)], 0, Increments: true);
            pieces.Add(piece.Between(group.Key.From, group.Key.To, source.Width));
        }

        return pieces;
    }

    private Piece PieceOf(Strip target, int from, int to)
    {
        List<Feed> feeds = new(covers.Count);
        foreach (Cover cover in covers)
        {
            if (cover.From <= from && cover.To >= to)
            {
                feeds.Add(cover.Feed);
            }
        }

        return new Piece(target, feeds, 0, Increments: false).Between(from, to, source.Width);
    }

    // Finds the parts of the target for which a term has a source. Two parts that read the same strip are merged where the term vanishes in
    // between.
    private void Find(Strip target, SectorTerms terms, int number)
    {
        Term term = terms.Terms[number];
        int inner = term.Source.InnerDimension;
        int at = 0;
        while (at < target.Length)
        {
            (int from, int to) = Overlap(target, term, at);
            if (from > at)
            {
                at = from;
                continue;
            }

            // Up to where the source leaves the level of the outer blocks.
            int row = term.Row?.Extrapolate(target.Row + at) ?? (target.Row + at);
            int column = term.Column?.Extrapolate(target.Column + at) ?? (target.Column + at);
            to = Math.Min(to, at + inner - (row % inner));
            to = Math.Min(to, at + inner - (column % inner));
            bool mirrored = row < column;
            (int high, int low) = mirrored ? (column, row) : (row, column);
            if (source.StripThrough(term.Source, high, low) is { } strip)
            {
                int first = at + Math.Max(0, strip.Row - high);
                int last = Math.Min(to, at + strip.Row + strip.Length - high);
                if (first < last)
                {
                    int read = strip.Offset + ((high - strip.Row - at) * source.Width);
                    var cover = new Cover(first, last, new Feed(number, read, mirrored));
                    if (found.Count > 0 && found[^1].Feed == cover.Feed && Vanishes(terms, term, target, found[^1].To, first))
                    {
                        found[^1] = cover with { From = found[^1].From };
                    }
                    else
                    {
                        found.Add(cover);
                    }
                }
            }

            at = to;
        }
    }

    // The first run of elements, at or after a given one, for which both shifts of a term have a source.
    private static (int From, int To) Overlap(Strip target, Term term, int at)
    {
        (int rowFrom, int rowTo) = term.Row?.RunFrom(target.Row + at) ?? (0, int.MaxValue);
        (int columnFrom, int columnTo) = term.Column?.RunFrom(target.Column + at) ?? (0, int.MaxValue);
        int from = Math.Max(at, Math.Max(rowFrom - target.Row, columnFrom - target.Column));
        return (from, Math.Min(target.Length, Math.Min(rowTo - target.Row, columnTo - target.Column)));
    }

    // Terms that cover almost the same part of one strip of a chain can share a segment.
    private static Cover WidenInStrip(Cover cover, Chain chain, SectorTerms terms)
    {
        int strip = chain.Joints.BinarySearch(cover.From);
        strip = strip < 0 ? ~strip - 1 : strip;
        int end = strip + 1 < chain.Joints.Count ? chain.Joints[strip + 1] : chain.Whole.Length;
        return cover.To <= end ? Widen(cover, chain.Joints[strip], end, chain.Whole, terms) : cover;
    }

    // Where a term has no source and its weights vanish, it may be read all the same.
    private static Cover Widen(Cover cover, int from, int to, Strip target, SectorTerms terms)
    {
        Term term = terms.Terms[cover.Feed.Term];
        bool harmless = cover.From - from <= MaxOverhang && to - cover.To <= MaxOverhang
            && Vanishes(terms, term, target, from, cover.From) && Vanishes(terms, term, target, cover.To, to);
        return harmless ? cover with { From = from, To = to } : cover;
    }

    private static bool Vanishes(SectorTerms terms, Term term, Strip target, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!terms.Vanishes(term, target.Row + i, target.Column + i))
            {
                return false;
            }
        }

        return true;
    }

    // Consecutive strips as a single one, and the positions at which each begins.
    private sealed record Chain(Strip Whole, List<int> Joints)
    {
        public int Difference => Whole.Row - Whole.Column;

        public Chain Append(Strip next) =>
            new(Whole with { Length = Whole.Length + next.Length }, [.. Joints, Whole.Length]);
    }

    // The offset at which a term would be read for element 0 of a target.
    private readonly record struct Feed(int Term, int Read, bool Mirrored);

    // The elements of a target that a term feeds.
    private readonly record struct Cover(int From, int To, Feed Feed);

    // Part of a target with the terms that feed all of it. Each is read Shift numbers beyond the offset of its feed.
    private sealed record Piece(Strip Target, List<Feed> Feeds, int Shift, bool Increments)
    {
        public Piece Between(int from, int to, int width) => this with
        {
            Target = Target.Part(from, to - from) with { Offset = Target.Offset + (from * width) },
            Shift = Shift + (from * width),
        };

        public (Piece Before, Piece After) CutAt(int element, int width) =>
            (Between(0, element, width), Between(element, Target.Length, width));
    }
}
