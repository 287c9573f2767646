using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// A rotation of the local frame of a block: operators become <c>u O u+</c>, vectors <c>R v</c>, with
/// <c>u (v . sigma) u+ = (R v) . sigma</c>.
/// </summary>
internal sealed class SpinRotation
{
    // Components that vanish after a rotation survive as rounding of this relative size.
    private const double Rounding = 1e-15;

    private readonly SpinOperator u;
    private readonly double[,] r = new double[3, 3];

    private SpinRotation(SpinOperator u)
    {
        this.u = u;
        for (int column = 0; column < 3; column++)
        {
            SpinOperator image = u * SpinOperator.Pauli((PauliAxis)column) * u.Adjoint();
            r[0, column] = Clean((image.UpDown.Real + image.DownUp.Real) / 2, 1);
            r[1, column] = Clean((image.DownUp.Imaginary - image.UpDown.Imaginary) / 2, 1);
            r[2, column] = Clean((image.UpUp.Real - image.DownDown.Real) / 2, 1);
        }
    }

    /// <summary>No rotation.</summary>
    public static SpinRotation None { get; } = new(SpinOperator.Identity);

    /// <summary>The unitary <c>u</c>.</summary>
    public SpinOperator Unitary => u;

    /// <summary>The rotation by pi about an axis.</summary>
    /// <param name="axis">The axis.</param>
    public static SpinRotation HalfTurn(PauliAxis axis) => new(SpinOperator.Pauli(axis));

    /// <summary>The rotation about z by an angle.</summary>
    /// <param name="angle">The angle in radians.</param>
    public static SpinRotation AboutZ(double angle)
    {
        Complex phase = Complex.Exp(new Complex(0, -angle / 2));
        return new SpinRotation(new SpinOperator(phase, 0, 0, Complex.Conjugate(phase)));
    }

    /// <summary>The shortest rotation that takes a direction to +z or -z, whichever is nearer.</summary>
    /// <param name="direction">A vector other than zero.</param>
    public static SpinRotation ToZ(PauliVector direction)
    {
        PauliVector n = (1 / direction.Norm * (direction.Z < 0 ? -1 : 1)) * direction;
        if (Math.Abs(n.X) < Rounding && Math.Abs(n.Y) < Rounding)
        {
            return None;
        }

        // u = (1 + sigma_z (n . sigma)) / |..|, which maps n to z: the half angle has cos^2 = (1 + n_z)/2.
        double c = Math.Sqrt((1 + n.Z) / 2);
        var s = new Complex(n.X, -n.Y) / (2 * c);
        return new SpinRotation(new SpinOperator(c, s, -Complex.Conjugate(s), c));
    }

    /// <summary>This rotation followed by another.</summary>
    /// <param name="next">The other.</param>
    public SpinRotation Then(SpinRotation next) => new(next.u * u);

    /// <summary>The rotated vector <c>R v</c>, components below rounding set to zero.</summary>
    /// <param name="v">The vector.</param>
    public PauliVector Apply(PauliVector v)
    {
        double scale = v.Norm;
        return new PauliVector(Clean(Row(0, v), scale), Clean(Row(1, v), scale), Clean(Row(2, v), scale));
    }

    /// <summary>The rotated operator <c>u j u+</c>, elements below rounding set to zero.</summary>
    /// <param name="j">The operator.</param>
    public SpinOperator Apply(SpinOperator j)
    {
        SpinOperator image = u * j * u.Adjoint();
        double scale = new[] { j.UpUp, j.UpDown, j.DownUp, j.DownDown }.Max(element => element.Magnitude);
        return new SpinOperator(
            Clean(image.UpUp, scale), Clean(image.UpDown, scale), Clean(image.DownUp, scale), Clean(image.DownDown, scale));
    }

    /// <summary>The element <c>R_ab</c>.</summary>
    /// <param name="a">Row.</param>
    /// <param name="b">Column.</param>
    public double this[int a, int b] => r[a, b];

    private static Complex Clean(Complex value, double scale) => new(Clean(value.Real, scale), Clean(value.Imaginary, scale));

    private static double Clean(double value, double scale) => Math.Abs(value) <= Rounding * scale ? 0 : value;

    private double Row(int a, PauliVector v) => (r[a, 0] * v.X) + (r[a, 1] * v.Y) + (r[a, 2] * v.Z);
}
