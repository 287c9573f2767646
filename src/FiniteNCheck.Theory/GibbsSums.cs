namespace FiniteNCheck.Theory;

/// <summary>
/// Sums of weights, weighted averages and their products, with compensated summation (Neumaier 1974): a million terms round like one.
/// </summary>
/// <param name="blocks">The number of blocks.</param>
internal sealed class GibbsSums(int blocks)
{
    private readonly double[] sums = new double[1 + blocks + (blocks * blocks)];
    private readonly double[] lost = new double[1 + blocks + (blocks * blocks)];

    /// <summary>Adds one configuration.</summary>
    /// <param name="weight">Its weight.</param>
    /// <param name="m">Its averages.</param>
    public void Add(double weight, double[] m)
    {
        Add(0, weight);
        for (int h = 0; h < blocks; h++)
        {
            Add(1 + h, weight * m[h]);
            for (int k = 0; k < blocks; k++)
            {
                Add(1 + blocks + (h * blocks) + k, weight * m[h] * m[k]);
            }
        }
    }

    /// <summary><c>&lt;m_h&gt;</c>.</summary>
    /// <param name="h">Index of the block.</param>
    public double Mean(int h) => Total(1 + h) / Total(0);

    /// <summary><c>&lt;m_h m_k&gt;</c>.</summary>
    /// <param name="h">Index of the first block.</param>
    /// <param name="k">Index of the second block.</param>
    public double Product(int h, int k) => Total(1 + blocks + (h * blocks) + k) / Total(0);

    private double Total(int index) => sums[index] + lost[index];

    private void Add(int index, double term)
    {
        double sum = sums[index] + term;
        lost[index] += Math.Abs(sums[index]) >= Math.Abs(term) ? sums[index] - sum + term : term - sum + sums[index];
        sums[index] = sum;
    }
}
