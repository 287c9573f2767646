namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// Joint cumulants from centred moments, <c>kappa = sum over partitions pi of (-1)^(|pi|-1) (|pi|-1)! prod_(B in pi) mu_B</c>, where
/// <c>mu_B</c> is the expectation value of the symmetrised product of the centred spins in B, and zero for a single one.
/// </summary>
/// <remarks>
/// Error: with e the error of the state, m its averages and <c>||S_a|| = N_h</c>, the moment of a set B is off by no more than
/// <c>prod_B sqrt(N) (e (prod_B (1 + |m|) - prod_B |m|) + |tr d rho| prod_B |m|)</c>: all terms of <c>prod_B (S_a - N m_a)</c> but the last
/// contain a spin. A single one is off by <c>e sqrt(N)</c>. In every product of moments the errors add up to
/// <c>prod (|mu| + error) - prod |mu|</c>.
/// </remarks>
internal sealed class CumulantReader
{
    private readonly Snapshot snapshot;
    private readonly Dictionary<string, double> moments;

    /// <summary>Computes the moments that cumulants are made of.</summary>
    /// <param name="snapshot">The state; one group per block of the model.</param>
    /// <param name="cumulants">The observables of each cumulant.</param>
    public CumulantReader(Snapshot snapshot, IEnumerable<int[]> cumulants)
    {
        this.snapshot = snapshot;
        var wanted = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (int[] part in cumulants.Where(each => each.Length > 1).SelectMany(PartitionsOf).SelectMany(partition => partition))
        {
            if (part.Length > 1)
            {
                wanted.TryAdd(Key(part), part);
            }
        }

        var measured = new CentredMoments(snapshot, [.. wanted.Values]);
        moments = wanted.Keys.Zip(measured.Values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Reads a cumulant.</summary>
    /// <param name="observables">Its observables, by index.</param>
    public Reading Read(int[] observables) => Read(observables, MomentError);

    /// <summary>Reads a cumulant.</summary>
    /// <param name="observables">Its observables, by index.</param>
    /// <param name="momentError">
    /// Bounds the error of the expectation value of a symmetrised product of centred and scaled spins, which are listed by index.
    /// </param>
    public Reading Read(int[] observables, Func<int[], double> momentError)
    {
        if (observables is [var single])
        {
            return new Reading(Math.Sqrt(Spins(single)) * snapshot.Mean[single], momentError(observables));
        }

        double value = 0;
        double error = 0;
        foreach (int[][] partition in PartitionsOf(observables))
        {
            double weight = Enumerable.Range(1, partition.Length - 1).Aggregate(partition.Length % 2 == 0 ? -1.0 : 1.0, (w, k) => w * k);
            double product = 1;
            double spread = 0;
            foreach (int[] part in partition)
            {
                // prod (|mu| + error) - prod |mu|, without the cancellation.
                (double moment, double off) = (part.Length == 1 ? 0 : moments[Key(part)], momentError(part));
                spread = (spread * (Math.Abs(moment) + off)) + (Math.Abs(product) * off);
                product *= moment;
            }

            value += weight * product;
            error += Math.Abs(weight) * spread;
        }

        return new Reading(value, error);
    }

    /// <summary>All ways to divide a list into parts.</summary>
    /// <param name="items">The list.</param>
    private static IEnumerable<int[][]> PartitionsOf(int[] items)
    {
        if (items.Length == 0)
        {
            return [[]];
        }

        // The last item joins each of the parts of the others in turn, or stands alone.
        int last = items[^1];
        return PartitionsOf(items[..^1]).SelectMany(parts => Enumerable.Range(0, parts.Length)
            .Select(joined => parts.Select((part, index) => index == joined ? [.. part, last] : part).ToArray())
            .Append([.. parts, [last]]));
    }

    private static string Key(int[] part) => string.Join(',', part.Order());

    private int Spins(int observable) => snapshot.System.Members[observable / 3].Spins;

    private double MomentError(int[] part)
    {
        double roots = part.Aggregate(1.0, (product, a) => product * Math.Sqrt(Spins(a)));
        double averages = part.Aggregate(1.0, (product, a) => product * Math.Abs(snapshot.Mean[a]));
        double all = part.Aggregate(1.0, (product, a) => product * (1 + Math.Abs(snapshot.Mean[a])));
        return part.Length == 1
            ? roots * snapshot.Error
            : roots * ((snapshot.Error * (all - averages)) + (Math.Abs(snapshot.Trace - 1) * averages));
    }
}
