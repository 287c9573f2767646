using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 2: the norm of <c>D_l[A] - Gamma_l^2 D_l^Loc[A]</c> against <c>C/N</c>, for <c>A</c> an operator on one spin or an average.
/// </summary>
/// <param name="average">Whether <c>A</c> is an average.</param>
/// <param name="constant">The constant <c>C</c> from <c>||x||</c>, <c>||j||</c> and the rate.</param>
internal sealed class DissipatorBounds(bool average, Func<double, double, RateConstants, double> constant)
{
    private const double Rounding = 1e-10;

    /// <summary>Computes both sides.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) =>
        BoundJudge.Judge(
            $"norm of D[{(average ? "X_N" : "O")}] - Gamma^2 D^Loc[{(average ? "X_N" : "O")}] against C/N",
            Bounds(run),
            Rounding);

    /// <summary>The norm of <c>D[A] - Gamma^2 D^Loc[A]</c>.</summary>
    /// <param name="point">The rate and the operators.</param>
    /// <param name="n">The number of spins.</param>
    internal double Distance(RatePoint point, int n)
    {
        var frame = new SpinFrame(point.Argument);
        SpinOperator x = frame.Seen(point.Operator);
        SpinOperator j = frame.Seen(point.Jump);
        return CollectiveSpace.Sectors(n, average ? 0 : 1).Max(space =>
        {
            double[] gamma = space.Function(point.Rate, point.Argument.Norm);
            return Operators.Norm(average ? OnAverage(space, n, gamma, x, j) : OnOneSpin(space, gamma, x, j));
        });
    }

    /// <summary>
    /// <c>D[X_N] - Gamma^2 D^Loc[X_N]</c> in one sector. With <c>J_k = j^(k) Gamma</c> and
    /// <c>j_k+ X_N j_k = (j+ x j)^(k)/N + (j+ j)^(k) (X_N - x^(k)/N)</c> the sum over the spins is
    /// <c>Gamma [ (1/N) sum_k (j+ x j - j+ j x)^(k) + K X_N ] Gamma - 1/2 {Gamma K Gamma, X_N}</c>,
    /// <c>K = sum_k (j+ j)^(k)</c>.
    /// </summary>
    /// <param name="space">The sector.</param>
    /// <param name="n">The number of spins.</param>
    /// <param name="gamma">The diagonal of <c>Gamma</c>.</param>
    /// <param name="x">The one-spin operator.</param>
    /// <param name="j">The jump.</param>
    internal static Matrix<Complex> OnAverage(CollectiveSpace space, int n, double[] gamma, SpinOperator x, SpinOperator j)
    {
        SpinOperator decay = j.Adjoint() * j;
        Matrix<Complex> average = space.Sum(x) / n;
        Matrix<Complex> k = space.Sum(decay);
        Matrix<Complex> gained = (space.Sum(j.Adjoint() * OneSpin.Commutator(x, j)) / n) + (k * average);
        return Difference(gamma, gained, k, average, space.Sum(OneSpin.Dissipator(j, x)) / n);
    }

    // The other spins' jumps commute with the operator: sum_k J_k+ O J_k = Gamma [ j+ x j + O K' ] Gamma, K' the sum over the other spins.
    private static Matrix<Complex> OnOneSpin(CollectiveSpace space, double[] gamma, SpinOperator x, SpinOperator j)
    {
        SpinOperator decay = j.Adjoint() * j;
        Matrix<Complex> local = space.Own(0, x);
        Matrix<Complex> gained = space.Own(0, j.Adjoint() * x * j) + (local * space.Rest(decay));
        return Difference(gamma, gained, space.Sum(decay), local, space.Own(0, OneSpin.Dissipator(j, x)));
    }

    private static Matrix<Complex> Difference(
        double[] gamma, Matrix<Complex> gained, Matrix<Complex> k, Matrix<Complex> a, Matrix<Complex> dissipated)
    {
        Matrix<Complex> decay = Operators.Between(gamma, k, gamma);
        double[] squared = [.. gamma.Select(value => value * value)];
        return Operators.Between(gamma, gained, gamma) - (((decay * a) + (a * decay)) / 2) - Operators.Times(squared, dissipated);
    }

    private IEnumerable<Bound> Bounds(ClaimRun run)
    {
        foreach (RatePoint point in RatePoint.All)
        {
            double c = constant(OneSpin.Norm(point.Operator), OneSpin.Norm(point.Jump), point.Constants);
            for (int n = 4; n <= run.Effort.Choose(quick: average ? 64 : 32, full: 128); n *= 2)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                yield return new Bound(point.Name, n, Distance(point, n), c / n);
            }
        }
    }
}
