using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The third, naive implementation: the master equation in the full 2^N space, without symmetries and without any code of the
/// program beyond the definitions of a model. Feasible for N up to 6, and up to 8 if every argument points along z.
/// </summary>
internal static class BruteForce
{
    /// <summary>Means and covariances (1), (27), (30) at the given times.</summary>
    public static MomentSeries Solve(CollectiveModel model, int n, params double[] times)
    {
        var equation = new MasterEquation(model, n);
        ImmutableArray<DenseMatrix> states = Evolve(equation, BruteForceStarts.Density(equation.Space, model, n), times);
        List<(double[] Mean, double[,] Covariance)> moments = [.. states.Select(rho => Moments(equation.Space, rho))];
        return new MomentSeries([.. times], [.. moments.Select(m => m.Mean)], [.. moments.Select(m => m.Covariance)]);
    }

    /// <summary>The density matrices at the given times.</summary>
    public static ImmutableArray<DenseMatrix> Evolve(MasterEquation equation, CollectiveModel model, params double[] times) =>
        Evolve(equation, equation.Space.Product(((ProductState)model.Initial).Bloch), times);

    /// <summary>The images of any matrix at the given times.</summary>
    public static ImmutableArray<DenseMatrix> Evolve(MasterEquation equation, DenseMatrix start, params double[] times)
    {
        DenseMatrix rho = start;
        double now = 0;
        double allowed = double.PositiveInfinity;
        var states = ImmutableArray.CreateBuilder<DenseMatrix>(times.Length);
        foreach (double time in times)
        {
            while (now < time)
            {
                // The last step ends exactly at the output time. The generator does not depend on time, so the next step starts from the
                // step length found here.
                double asked = Math.Min(allowed, time - now);
                double step = asked;
                rho = TaylorStep(equation, rho, ref step);
                now = step == time - now ? time : now + step;
                allowed = step < asked ? step : allowed;
            }

            states.Add(rho);
        }

        return states.MoveToImmutable();
    }

    /// <summary><c>m_(a,h) = S_(a,h)/N_h</c> and <c>Sigma = (1/2 &lt;{S, S'}&gt; - &lt;S&gt;&lt;S'&gt;)/sqrt(N_h N_k)</c>.</summary>
    public static (double[] Mean, double[,] Covariance) Moments(SpinSpace space, DenseMatrix rho)
    {
        var totals = (from block in Enumerable.Range(0, space.Spins.Length)
                      from axis in Enum.GetValues<PauliAxis>()
                      select (Matrix: new SparseMatrix(space.Total(block, axis)), Spins: (double)space.Spins[block])).ToList();
        double[] sums = [.. totals.Select(total => total.Matrix.TraceWith(rho).Real)];
        var covariance = new double[sums.Length, sums.Length];
        for (int b = 0; b < sums.Length; b++)
        {
            // 1/2 tr({A, B} rho) = (tr(A B rho) + tr(A rho B))/2.
            DenseMatrix right = totals[b].Matrix.Times(rho);
            DenseMatrix left = totals[b].Matrix.Times(rho.Adjoint()).Adjoint();
            for (int a = 0; a < sums.Length; a++)
            {
                Complex product = 0.5 * (totals[a].Matrix.TraceWith(right) + totals[a].Matrix.TraceWith(left));
                covariance[a, b] = (product.Real - (sums[a] * sums[b])) / Math.Sqrt(totals[a].Spins * totals[b].Spins);
            }
        }

        return ([.. sums.Select((sum, a) => sum / totals[a].Spins)], covariance);
    }

    /// <summary>
    /// <c>exp(h L) rho</c> by its Taylor series to rounding. Where the terms grow before they fall, cancellation costs digits: the step is
    /// halved until no term exceeds ten times the state, which keeps the error of a step near 1e-15.
    /// </summary>
    private static DenseMatrix TaylorStep(MasterEquation equation, DenseMatrix rho, ref double step)
    {
        double size = rho.FrobeniusNorm();
        while (true)
        {
            DenseMatrix sum = rho.Clone();
            DenseMatrix term = rho;
            double previous = size;
            for (int k = 1; ; k++)
            {
                term = equation.Apply(term).Scale(step / k);
                double norm = term.FrobeniusNorm();
                if (norm > 10 * size)
                {
                    break;
                }

                sum.Add(1, term);
                if (norm + previous <= 1e-17 * size)
                {
                    return sum;
                }

                previous = norm;
            }

            step /= 2;
        }
    }
}
