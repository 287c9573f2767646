using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Checkpoints;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Generator;

/// <summary>The terms of a banded generator by sector, built when first asked for and kept.</summary>
internal sealed class TermCache
{
    // A window may move by so many states before the weights of a sector are built anew.
    private const int Slack = 128;

    private readonly SectorOperators operators;
    private readonly Representation representation;
    private readonly Dictionary<int, Entry> entries = [];

    /// <summary>Prepares an empty cache.</summary>
    /// <param name="operators">What the generator is; banded.</param>
    /// <param name="representation">How the state is held.</param>
    public TermCache(SectorOperators operators, Representation representation)
    {
        this.operators = operators;
        this.representation = representation;
    }

    /// <summary>A bound of the decay rates of all that is cached: the spectrum's real parts are not below its negative.</summary>
    public double DecayBound => entries.Count == 0 ? 0 : 2 * entries.Values.Max(entry => entry.DecayBound);

    /// <summary>A bound of the frequencies of all that is cached.</summary>
    public double OscillationBound => entries.Count == 0 ? 0 : entries.Values.Max(entry => entry.OscillationBound);

    /// <summary>The terms of one sector.</summary>
    /// <param name="sector">The sector.</param>
    public SectorTerms Of(Sector sector)
    {
        if (!entries.TryGetValue(sector.Index, out Entry? entry))
        {
            entry = Build(sector, 0, sector.Dimension);
            entries.Add(sector.Index, entry);
        }

        return entry.Terms;
    }

    /// <summary>Builds the terms of all strips, in parallel, and forgets those of other sectors.</summary>
    /// <param name="strips">The strips.</param>
    /// <param name="threads">The number of threads.</param>
    public void Prepare(IEnumerable<Strip> strips, int threads)
    {
        Dictionary<int, (Sector Sector, int From, int To)> needed = [];
        foreach (Strip strip in strips)
        {
            (Sector sector, int from, int to) = needed.GetValueOrDefault(strip.Sector.Index, (strip.Sector, int.MaxValue, 0));
            needed[strip.Sector.Index] = (sector, Math.Min(from, strip.Column), Math.Max(to, strip.Row + strip.Length));
        }

        foreach (int index in entries.Keys.Where(index => !needed.ContainsKey(index)).ToArray())
        {
            entries.Remove(index);
        }

        IEnumerable<(Sector Sector, int From, int To)> missing =
            needed.Values.Where(need => !entries.TryGetValue(need.Sector.Index, out Entry? entry) || need.From < entry.From || need.To > entry.To);
        Add([.. missing.Select(need => (need.Sector, Math.Max(0, need.From - Slack), Math.Min(need.Sector.Dimension, need.To + Slack)))], threads);
    }

    /// <summary>Writes for which rows and columns of which sectors terms are cached: the bound of the decay rates depends on it.</summary>
    /// <param name="writer">Receives sector, first state and the one after the last.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write((long)entries.Count);
        foreach ((int index, Entry entry) in entries.OrderBy(pair => pair.Key))
        {
            writer.Write((long)index);
            writer.Write((long)entry.From);
            writer.Write((long)entry.To);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <exception cref="InvalidDataException">It names states that are not there.</exception>
    public (Sector Sector, int From, int To)[] Read(CheckpointReader reader)
    {
        var ranges = new (Sector Sector, int From, int To)[reader.Count(3)];
        for (int i = 0; i < ranges.Length; i++)
        {
            Sector sector = operators.Graph.Vertices[(int)reader.Whole(0, operators.Graph.Vertices.Length - 1)];
            int from = (int)reader.Whole(0, sector.Dimension - 1);
            ranges[i] = (sector, from, (int)reader.Whole(from + 1, sector.Dimension));
        }

        return ranges;
    }

    /// <summary>Builds the terms of other rows and columns in place of those that are cached.</summary>
    /// <param name="ranges">Sectors, first states and the ones after the last.</param>
    /// <param name="threads">The number of threads.</param>
    public void Restore((Sector Sector, int From, int To)[] ranges, int threads)
    {
        entries.Clear();
        Add(ranges, threads);
    }

    private void Add((Sector Sector, int From, int To)[] ranges, int threads)
    {
        var built = new Entry[ranges.Length];
        Parallel.For(0, ranges.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = operators.Preparation }, i =>
            built[i] = Build(ranges[i].Sector, ranges[i].From, ranges[i].To));
        for (int i = 0; i < ranges.Length; i++)
        {
            entries[ranges[i].Sector.Index] = built[i];
        }
    }

    private Entry Build(Sector sector, int from, int to)
    {
        BandOperator drift = operators.Drift(sector);
        return new Entry(SectorTerms.Of(sector, drift, operators.Incoming(sector), representation, from..to), from, to, drift.DecayBound(from..to), drift.OscillationBound(from..to));
    }

    private sealed record Entry(SectorTerms Terms, int From, int To, double DecayBound, double OscillationBound);
}
