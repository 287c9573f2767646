using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// The kinds of fixed point of a planar flow, in words, by the eigenvalues of the Jacobian in the order of falling
/// real parts.
/// </summary>
internal static class StabilityKind
{
    /// <summary>Two negative real eigenvalues.</summary>
    public const string StableNode = "a stable node";

    /// <summary>A complex pair with negative real part.</summary>
    public const string StableSpiral = "a stable spiral";

    /// <summary>A complex pair with positive real part.</summary>
    public const string UnstableSpiral = "an unstable spiral";

    /// <summary>Two positive real eigenvalues.</summary>
    public const string UnstableNode = "an unstable node";

    /// <summary>Real eigenvalues of opposite sign.</summary>
    public const string Saddle = "a saddle";

    // Far above the rounding of an eigenvalue of order one, far below the eigenvalues at the points.
    private const double Zero = 1e-9;

    /// <summary>The kind, or <see langword="null"/> where an eigenvalue or a difference of two is next to zero.</summary>
    /// <param name="jacobian">The Jacobian, 2 x 2.</param>
    public static string? Classify(Matrix<double> jacobian)
    {
        (Complex first, Complex second) = Eigenvalues(jacobian);
        if (Math.Abs(first.Real) < Zero || Math.Abs(second.Real) < Zero || (first - second).Magnitude < Zero)
        {
            return null;
        }

        bool complex = first.Imaginary != 0;
        return (first.Real > 0, second.Real > 0) switch
        {
            (true, true) => complex ? UnstableSpiral : UnstableNode,
            (false, false) => complex ? StableSpiral : StableNode,
            _ => Saddle,
        };
    }

    /// <summary>The two eigenvalues, the larger real part first, or the positive imaginary part of a pair.</summary>
    /// <param name="jacobian">The Jacobian, 2 x 2.</param>
    public static (Complex First, Complex Second) Eigenvalues(Matrix<double> jacobian)
    {
        Complex[] values =
        [
            .. new EigenDecomposition(jacobian)
                .Values.OrderByDescending(each => each.Real)
                .ThenByDescending(each => each.Imaginary),
        ];
        return (values[0], values[1]);
    }
}
