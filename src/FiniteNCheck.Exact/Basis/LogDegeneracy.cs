namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// Logarithms of the degeneracies <c>d_J = C(N, N/2-J) - C(N, N/2-J-1)</c>: how often the representation of spin J occurs among the states
/// of N spins. Those of several blocks multiply.
/// </summary>
internal sealed class LogDegeneracy
{
    private readonly double[][] ofBlocks;

    /// <summary>Computes the degeneracies of blocks.</summary>
    /// <param name="spins">The number of spins of each block.</param>
    public LogDegeneracy(IEnumerable<int> spins) => ofBlocks = [.. spins.Select(OfBlock)];

    /// <summary>The logarithm of the degeneracy of a sector, <c>sum_h ln d_(J_h)</c>.</summary>
    /// <param name="sector">The sector.</param>
    public double Of(Sector sector)
    {
        double sum = 0;
        for (int h = 0; h < ofBlocks.Length; h++)
        {
            sum += ofBlocks[h][(sector.Spins[h] - sector.TwiceJ[h]) / 2];
        }

        return sum;
    }

    // d_J = C(N, s) (N-2s+1)/(N-s+1) with s = N/2 - J, and ln C(N, s) is a sum of s logarithms, compensated for rounding.
    private static double[] OfBlock(int spins)
    {
        double[] logs = new double[(spins / 2) + 1];
        double high = 0;
        double low = 0;
        for (int s = 1; s < logs.Length; s++)
        {
            double step = Math.Log((spins - s + 1.0) / s);
            double total = high + step;
            low += step - (total - high);
            high = total;
            logs[s] = high + low + Math.Log((spins - (2.0 * s) + 1) / (spins - s + 1.0));
        }

        return logs;
    }
}
