namespace FiniteNCheck.Model;

/// <summary>
/// Three real coefficients <c>(x, y, z)</c> of the Pauli matrices: a Bloch vector <c>m</c>, a field, or the coefficients
/// <c>r_k</c> of an argument <c>Delta = sum_k r_k . m_k</c> (14). Dimensionless for averages, an inverse time for fields.
/// </summary>
/// <param name="X">Coefficient of <c>sigma_x</c>.</param>
/// <param name="Y">Coefficient of <c>sigma_y</c>.</param>
/// <param name="Z">Coefficient of <c>sigma_z</c>.</param>
public readonly record struct PauliVector(double X, double Y, double Z)
{
    /// <summary>The vector <c>(0, 0, 0)</c>.</summary>
    public static PauliVector Zero => default;

    /// <summary>The Euclidean length.</summary>
    public double Norm => Math.Sqrt(Dot(this));

    /// <summary>Whether all three coefficients are finite.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>The coefficient along one axis.</summary>
    /// <param name="axis">The axis.</param>
    public double this[PauliAxis axis] => axis switch
    {
        PauliAxis.X => X,
        PauliAxis.Y => Y,
        PauliAxis.Z => Z,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Expected X, Y or Z."),
    };

    /// <summary>The unit vector along an axis.</summary>
    /// <param name="axis">The axis.</param>
    public static PauliVector Along(PauliAxis axis) => axis switch
    {
        PauliAxis.X => new(1, 0, 0),
        PauliAxis.Y => new(0, 1, 0),
        PauliAxis.Z => new(0, 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Expected X, Y or Z."),
    };

    /// <summary>
    /// The vector itself, or the unit vector along it if it is longer. Rounding may put the Bloch vector of a pure state just outside the
    /// sphere.
    /// </summary>
    public PauliVector InsideSphere() => Norm > 1 ? (1 / Norm) * this : this;

    /// <summary>The inner product <c>sum_a this_a other_a</c>.</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(PauliVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>The sum of two vectors.</summary>
    /// <param name="a">First vector.</param>
    /// <param name="b">Second vector.</param>
    public static PauliVector operator +(PauliVector a, PauliVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>A vector times a number.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="a">The vector.</param>
    public static PauliVector operator *(double factor, PauliVector a) => new(factor * a.X, factor * a.Y, factor * a.Z);
}
