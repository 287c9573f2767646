namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>
/// The Taylor series of the exponential about the centre of the spectrum, <c>exp(h L) y = e^(-x) sum_k x^k/k! (1 + L/d)^k y</c> with
/// <c>x = hd</c>, in steps as long as the terms stay moderate (compare Al-Mohy and Higham 2011, where the shift is that by the trace).
/// </summary>
internal sealed class Taylor : IIntegrator
{
    private const double RoundingFloor = 32 * 2.220446049250313e-16;
    private const double LargestTerm = 1e3;
    private const double FirstReach = 40;
    private const double LargestReach = 600;

    /// <inheritdoc/>
    public string Name => "Taylor, shifted";

    /// <inheritdoc/>
    public int VectorsHeld => 4;

    /// <inheritdoc/>
    public void Advance(CountingSystem system, double[] y, double time, double errorPerTime)
    {
        double[] term = new double[y.Length];
        double[] next = new double[y.Length];
        double[] sum = new double[y.Length];
        double d = Math.Max(system.DecayBound / 2, 1e-3 / time);
        double reach = FirstReach;
        double rest = time;
        while (rest > 0)
        {
            double h = Math.Min(rest, reach / d);
            h = h < rest && h > rest / 2 ? rest / 2 : h;
            double size = system.Norm(y);
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
            double x = h * d;
            double largest = 0;
            double before = double.PositiveInfinity;
            for (int i = 0; i < y.Length; i++)
            {
                term[i] = Math.Exp(-x) * y[i];
                sum[i] = term[i];
            }

            bool converged = false;
            for (int k = 1; !converged && largest <= LargestTerm * size; k++)
            {
                system.Apply(term, next, h / k, x / k, 0, sum, 1);
                (term, next) = (next, term);
                if (k <= x && k % 8 != 0)
                {
                    continue;
                }

                // What is left of the series decays at least as fast as its terms do now.
                double norm = system.Norm(term);
                double ratio = Math.Max(norm / before, x / (k + 1));
                converged = k > x && ratio < 1 && norm * ratio / (1 - ratio) <= allowed;
                largest = Math.Max(largest, norm);
                before = k > x ? norm : double.PositiveInfinity;
                if (!double.IsFinite(norm))
                {
                    largest = double.PositiveInfinity;
                }
            }

            if (!converged)
            {
                reach = x / 2;
                continue;
            }

            Array.Copy(sum, y, y.Length);
            rest = h == rest ? 0 : rest - h;
            reach = Math.Min(LargestReach, Math.Max(reach, x * (largest < LargestTerm * size / 100 ? 1.5 : 1)));
        }
    }
}
