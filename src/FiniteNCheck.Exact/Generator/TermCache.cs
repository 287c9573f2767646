using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Generator;

/// <summary>The terms of a banded generator by sector, built on first request and kept.</summary>
internal sealed class TermCache
{
    // A window may move by this many states before the weights of a sector are built again.
    private const int Slack = 128;

    private readonly SectorOperators operators;
    private readonly Representation representation;
    private readonly Dictionary<int, Entry> entries = [];

    /// <summary>Creates an empty cache.</summary>
    /// <param name="operators">The operators of the generator; banded.</param>
    /// <param name="representation">How the state is held.</param>
    public TermCache(SectorOperators operators, Representation representation)
    {
        this.operators = operators;
        this.representation = representation;
    }

    /// <summary>A bound of the decay rates of everything cached: no real part of the spectrum lies below its negative.</summary>
    public double DecayBound => entries.Count == 0 ? 0 : 2 * entries.Values.Max(entry => entry.DecayBound);

    /// <summary>A bound of the frequencies of everything cached.</summary>
    public double OscillationBound => entries.Count == 0 ? 0 : entries.Values.Max(entry => entry.OscillationBound);

    /// <summary>The rows and columns for which terms are cached, sector by sector; both bounds depend on them.</summary>
    public IReadOnlyCollection<SectorRange> Ranges => [.. entries.OrderBy(pair => pair.Key).Select(pair => pair.Value.Range)];

    /// <summary>The terms of one sector.</summary>
    /// <param name="sector">The sector.</param>
    public SectorTerms Get(Sector sector)
    {
        if (!entries.TryGetValue(sector.Index, out Entry? entry))
        {
            entry = Build(new SectorRange(sector, 0, sector.Dimension));
            entries.Add(sector.Index, entry);
        }

        return entry.Terms;
    }

    /// <summary>Builds the terms of all strips in parallel, and drops those of other sectors.</summary>
    /// <param name="strips">The strips.</param>
    /// <param name="threads">The number of threads.</param>
    public void Prepare(IEnumerable<Strip> strips, int threads)
    {
        Dictionary<int, SectorRange> needed = [];
        foreach (Strip strip in strips)
        {
            SectorRange range = needed.GetValueOrDefault(strip.Sector.Index, new SectorRange(strip.Sector, int.MaxValue, 0));
            needed[strip.Sector.Index] = range with
            {
                From = Math.Min(range.From, strip.Column),
                To = Math.Max(range.To, strip.Row + strip.Length),
            };
        }

        foreach (int index in entries.Keys.Where(index => !needed.ContainsKey(index)).ToArray())
        {
            entries.Remove(index);
        }

        Add([.. needed.Values.Where(range => !IsCached(range)).Select(WithSlack)], threads);
    }

    /// <summary>Builds the terms of given rows and columns in place of those that are cached.</summary>
    /// <param name="ranges">The rows and columns, as in <see cref="Ranges"/>.</param>
    /// <param name="threads">The number of threads.</param>
    public void Restore(SectorRange[] ranges, int threads)
    {
        entries.Clear();
        Add(ranges, threads);
    }

    private bool IsCached(SectorRange range) =>
        entries.TryGetValue(range.Sector.Index, out Entry? entry) && range.From >= entry.Range.From && range.To <= entry.Range.To;

    private static SectorRange WithSlack(SectorRange range) =>
        new(range.Sector, Math.Max(0, range.From - Slack), Math.Min(range.Sector.Dimension, range.To + Slack));

    private void Add(SectorRange[] ranges, int threads)
    {
        var built = new Entry[ranges.Length];
        Parallel.For(
            0,
            ranges.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = operators.Preparation },
            i => built[i] = Build(ranges[i]));
        foreach (Entry entry in built)
        {
            entries[entry.Range.Sector.Index] = entry;
        }
    }

    private Entry Build(SectorRange range)
    {
        Range states = range.From..range.To;
        BandOperator drift = operators.Drift(range.Sector);
        var terms = SectorTerms.Build(range.Sector, drift, operators.Incoming(range.Sector), representation, states);
        return new Entry(terms, range, drift.DecayBound(states), drift.OscillationBound(states));
    }

    private sealed record Entry(SectorTerms Terms, SectorRange Range, double DecayBound, double OscillationBound);
}
