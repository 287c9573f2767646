using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// From <c>2^(p-1)</c> rotated blocks of <c>2 N_s</c> spins back to <c>2^p</c> blocks of <c>N_s</c>: column h of signs lies in
/// the merged block of the column that starts with +1 and equals it up to a sign <c>s_h</c>; y and z change sign with <c>s_h</c>.
/// </summary>
internal static class GaugeRotation
{
    /// <summary>The start in the original frame.</summary>
    public static PauliVector[] Image(HopfieldModels network, params PauliVector[] rotated) =>
        [.. Enumerable.Range(0, network.Blocks).Select(h =>
        {
            (int block, int sign) = Merged(network, h);
            return new PauliVector(rotated[block].X, sign * rotated[block].Y, sign * rotated[block].Z);
        })];

    /// <summary>Moments of the original blocks from those of the merged ones.</summary>
    /// <param name="rotated">Moments of the merged blocks.</param>
    /// <param name="network">The original network.</param>
    /// <param name="spins">Spins <c>N_s</c> of an original block.</param>
    public static MomentSeries Unfold(MomentSeries rotated, HopfieldModels network, int spins) => new(
        rotated.Times,
        [.. rotated.Mean.Select(mean => UnfoldMean(mean, network))],
        [.. rotated.Mean.Zip(rotated.Covariance, (mean, covariance) => UnfoldCovariance(mean, covariance, network, spins))]);

    private static double[] UnfoldMean(double[] mean, HopfieldModels network) =>
        [.. Enumerable.Range(0, 3 * network.Blocks).Select(a =>
        {
            (int index, int sign) = Observable(network, a);
            return sign * mean[index];
        })];

    /// <summary>
    /// With <c>c_ab = &lt;sigma_a^(i) sigma_b^(j)&gt; - m_a m_b</c> of two different spins, the merged block of <c>2 N_s</c>
    /// spins has <c>Sigma_ab = delta_ab - m_a m_b + (2 N_s - 1) c_ab</c> within, hence c; an original block has <c>N_s - 1</c> of
    /// these, two halves of one merged block <c>N_s</c>. Between different merged blocks <c>Sigma = 2 N_s c</c>, of which
    /// original blocks see <c>N_s c</c>.
    /// </summary>
    private static double[,] UnfoldCovariance(double[] mean, double[,] covariance, HopfieldModels network, int spins)
    {
        int size = 3 * network.Blocks;
        var result = new double[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                (int i, int signA) = Observable(network, a);
                (int j, int signB) = Observable(network, b);
                double oneSpin = (i == j ? 1 : 0) - (mean[i] * mean[j]);
                double pair = i / 3 == j / 3 ? (covariance[i, j] - oneSpin) / ((2 * spins) - 1) : covariance[i, j] / (2 * spins);
                result[a, b] = signA * signB * (a / 3 == b / 3 ? oneSpin + ((spins - 1) * pair) : spins * pair);
            }
        }

        return result;
    }

    private static (int Index, int Sign) Observable(HopfieldModels network, int a)
    {
        (int block, int sign) = Merged(network, a / 3);
        return ((3 * block) + (a % 3), a % 3 == 0 ? 1 : sign);
    }

    private static (int Block, int Sign) Merged(HopfieldModels network, int h)
    {
        int sign = network.Signs[0][h];
        int block = Enumerable.Range(0, network.Blocks).First(k => network.Signs.All(row => row[k] == sign * row[h]));
        return (block, sign);
    }
}
