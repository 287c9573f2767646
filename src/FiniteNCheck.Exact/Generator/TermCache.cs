using FiniteNCheck.Exact.Basis;
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

        (Sector Sector, int From, int To)[] missing =
            [.. needed.Values.Where(need => !entries.TryGetValue(need.Sector.Index, out Entry? entry) || need.From < entry.From || need.To > entry.To)];
        var built = new Entry[missing.Length];
        Parallel.For(0, missing.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            (Sector sector, int from, int to) = missing[i];
            built[i] = Build(sector, Math.Max(0, from - Slack), Math.Min(sector.Dimension, to + Slack));
        });
        for (int i = 0; i < missing.Length; i++)
        {
            entries[missing[i].Sector.Index] = built[i];
        }
    }

    private Entry Build(Sector sector, int from, int to)
    {
        BandOperator drift = operators.Drift(sector);
        return new Entry(SectorTerms.Of(sector, drift, operators.Incoming(sector), representation, from..to), from, to, drift.DecayBound(from..to));
    }

    private sealed record Entry(SectorTerms Terms, int From, int To, double DecayBound);
}
