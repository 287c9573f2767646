using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// Definition 4 at time 0: <c>omega(W(r1) W(r) W(r2))</c> in a product state, <c>[tr(rho w(r1) w(r) w(r2))]^N</c> at any N, against the
/// Weyl algebra of its covariance and commutators.
/// </summary>
internal static class StartingPoint
{
    private static readonly int[] roots = [8, 10, 12, 16, 20, 24, 32];

    /// <summary>Compares both sides: the whole in powers of N^-1/2, its even part in powers of 1/N.</summary>
    /// <param name="limit">The limit of a point.</param>
    public static Finding Check(Func<WeylPoint, Complex> limit)
    {
        List<ElementFinding> findings = [];
        foreach (WeylPoint point in WeylPoint.All)
        {
            Complex predicted = limit(point);
            string name = point.Model.Name;

            // A series in N^-1/2 is one in 1/k at N = k^2.
            (int, Complex)[] whole = [.. roots.Select(k => (k, Value(point, k * k)))];
            (int, Complex)[] even = [.. roots.Select(k => (k * k, (Value(point, k * k) + Value(point.Opposite, k * k)) / 2))];
            findings.Add(GeneratorLadder.Judge($"Re, even part, {name}", even, value => value.Real, predicted));
            findings.Add(GeneratorLadder.Judge($"Im, even part, {name}", even, value => value.Imaginary, predicted));
            findings.Add(GeneratorLadder.Judge($"Re, N the square of the size shown, {name}", whole, value => value.Real, predicted));
            findings.Add(GeneratorLadder.Judge($"Im, N the square of the size shown, {name}", whole, value => value.Imaginary, predicted));
        }

        return GeneratorLadder.Conclude("omega(W(r1) W(r) W(r2)) at t = 0", findings);
    }

    /// <summary>The Weyl algebra at time 0.</summary>
    /// <param name="point">The point.</param>
    public static Complex Limit(WeylPoint point) =>
        LimitCorrelations.Weyl(point.Model, LimitTheory.Solve(point.Model, [0], Drift.Full), point.Triple).Values[0];

    /// <summary>The exact value at one size.</summary>
    /// <param name="point">The point.</param>
    /// <param name="n">The number of spins.</param>
    internal static Complex Value(WeylPoint point, int n)
    {
        SpinOperator rho = 0.5 * OneSpin.Add(SpinOperator.Identity, OneSpin.Along(point.Bloch));
        PauliVector[] r = [.. new[] { point.Triple.Left, point.Triple.Inner, point.Triple.Right }.Select(each => WeylStart.Vector(each))];
        Complex one = OneSpin.Trace(r.Aggregate(rho, (product, each) => product * WeylStart.Rotation(each, n)));
        double phase = -Math.Sqrt(n) * (r[0] + r[1] + r[2]).Dot(point.Bloch);
        return Complex.Exp((n * Complex.Log(one)) + new Complex(0, phase));
    }
}
