using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// The frame of all spins in which a direction is z. Norms do not depend on the frame, and functions of the
/// direction's average are diagonal.
/// </summary>
internal sealed class SpinFrame
{
    /// <summary>Finds the frame.</summary>
    /// <param name="axis">The direction; any length. The zero vector stands for z.</param>
    public SpinFrame(PauliVector axis)
    {
        // The columns are the states along and against the direction (sin a cos b, sin a sin b, cos a).
        double a = axis.Norm == 0 ? 0 : Math.Acos(Math.Clamp(axis.Z / axis.Norm, -1, 1));
        Complex phase = Complex.FromPolarCoordinates(Math.Sin(a / 2), Math.Atan2(axis.Y, axis.X));
        double cosine = Math.Cos(a / 2);
        Basis = new SpinOperator(cosine, -Complex.Conjugate(phase), phase, cosine);
    }

    /// <summary>The unitary matrix, of determinant 1, whose columns are the states along and against the direction.</summary>
    public SpinOperator Basis { get; }

    /// <summary>A one-spin operator seen in the frame.</summary>
    /// <param name="x">The operator in the frame of the model.</param>
    public SpinOperator Seen(SpinOperator x) => Basis.Adjoint() * x * Basis;
}
