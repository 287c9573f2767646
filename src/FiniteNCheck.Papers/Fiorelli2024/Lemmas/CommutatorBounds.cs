using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 1: norms of commutators of a rate with a strictly local operator <c>O = x x ... x</c> on one or two spins,
/// or with an average <c>X_N</c>, against their bounds at growing N.
/// </summary>
/// <param name="average">Whether the operator is an average.</param>
/// <param name="depth">1 for the commutator, 2 for the double commutator.</param>
/// <param name="formula">The bound.</param>
internal sealed class CommutatorBounds(bool average, int depth, CommutatorBounds.BoundFormula formula)
{
    private const double Rounding = 1e-10;

    /// <summary>A bound of Lemma 1.</summary>
    /// <param name="n"><c>N</c>.</param>
    /// <param name="support"><c>N_O</c>; 1 for an average.</param>
    /// <param name="norm"><c>||O||</c> or <c>||x||</c>.</param>
    /// <param name="rate">The constants of the rate.</param>
    internal delegate double BoundFormula(double n, double support, double norm, RateConstants rate);

    /// <summary>Computes both sides.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) => BoundJudge.Judge(Name, Bounds(run), Rounding);

    private string Name
    {
        get
        {
            string inner = $"[Gamma, {(average ? "X_N" : "O")}]";
            return $"norm of {(depth == 2 ? $"[Gamma, {inner}]" : inner)} against its bound";
        }
    }

    private IEnumerable<Bound> Bounds(ClaimRun run)
    {
        foreach (RatePoint point in RatePoint.All)
        {
            foreach (int support in average ? [1] : new[] { 1, 2 })
            {
                int largest = run.Effort.Choose(quick: 64, full: 128) / support;
                for (int n = 4; n <= largest; n *= 2)
                {
                    run.Cancellation.ThrowIfCancellationRequested();
                    string name = average ? point.Name : $"{point.Name}; N_O = {support}";
                    double norm = Math.Pow(OneSpin.Norm(point.Operator), support);
                    yield return new Bound(name, n, CommutatorNorm(point, n, support), formula(n, support, norm, point.Constants));
                }
            }
        }
    }

    private double CommutatorNorm(RatePoint point, int n, int support)
    {
        SpinOperator x = new SpinFrame(point.Argument).Seen(point.Operator);
        return CollectiveSpace.Sectors(n, average ? 0 : support).Max(space =>
        {
            double[] gamma = space.Function(point.Rate, point.Argument.Norm);
            Matrix<Complex> commutator = average
                ? space.Sum(x) / n
                : Enumerable.Range(1, support - 1).Aggregate(space.Own(0, x), (product, site) => product * space.Own(site, x));
            for (int k = 0; k < depth; k++)
            {
                commutator = Operators.Commutator(gamma, commutator);
            }

            return Operators.Norm(commutator);
        });
    }
}
