using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>Algebra of operators on one spin.</summary>
internal static class OneSpin
{
    /// <summary>The sum of two operators.</summary>
    /// <param name="x">First operator.</param>
    /// <param name="y">Second operator.</param>
    public static SpinOperator Add(SpinOperator x, SpinOperator y) =>
        new(x.UpUp + y.UpUp, x.UpDown + y.UpDown, x.DownUp + y.DownUp, x.DownDown + y.DownDown);

    /// <summary>The operator <c>v.sigma</c>.</summary>
    /// <param name="v">The vector.</param>
    public static SpinOperator Along(PauliVector v) => new(v.Z, new Complex(v.X, -v.Y), new Complex(v.X, v.Y), -v.Z);

    /// <summary>The vector v of <c>x = c + v.sigma</c>, real for a Hermitian operator.</summary>
    /// <param name="x">The operator.</param>
    public static PauliVector VectorOf(SpinOperator x) => new(
        ((x.UpDown + x.DownUp) / 2).Real, ((x.DownUp - x.UpDown) / new Complex(0, 2)).Real, ((x.UpUp - x.DownDown) / 2).Real);

    /// <summary>The commutator <c>[x, y]</c>.</summary>
    /// <param name="x">First operator.</param>
    /// <param name="y">Second operator.</param>
    public static SpinOperator Commutator(SpinOperator x, SpinOperator y) => Add(x * y, -1 * y * x);

    /// <summary>The local dissipator <c>1/2 ([j+, x] j + j+ [x, j])</c> (18) of one site.</summary>
    /// <param name="j">The jump.</param>
    /// <param name="x">The operator it acts on.</param>
    public static SpinOperator Dissipator(SpinOperator j, SpinOperator x) =>
        0.5 * Add(Commutator(j.Adjoint(), x) * j, j.Adjoint() * Commutator(x, j));

    /// <summary>The trace.</summary>
    /// <param name="x">The operator.</param>
    public static Complex Trace(SpinOperator x) => x.UpUp + x.DownDown;

    /// <summary>The operator norm: the square root of the larger eigenvalue of <c>x+ x</c>.</summary>
    /// <param name="x">The operator.</param>
    public static double Norm(SpinOperator x)
    {
        SpinOperator square = x.Adjoint() * x;
        double half = Trace(square).Real / 2;
        double determinant = ((square.UpUp * square.DownDown) - (square.UpDown * square.DownUp)).Real;
        return Math.Sqrt(half + Math.Sqrt(Math.Max(0, (half * half) - determinant)));
    }
}
