using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>
/// A complex 2x2 matrix acting on one spin, in the basis (up, down) with <c>sigma_z = diag(1, -1)</c>:
/// the one-site part <c>j_l</c> of a jump operator (13).
/// </summary>
/// <param name="UpUp">Row up, column up.</param>
/// <param name="UpDown">Row up, column down.</param>
/// <param name="DownUp">Row down, column up.</param>
/// <param name="DownDown">Row down, column down.</param>
public readonly record struct SpinOperator(Complex UpUp, Complex UpDown, Complex DownUp, Complex DownDown)
{
    /// <summary>The zero matrix.</summary>
    public static SpinOperator Zero => default;

    /// <summary>The identity.</summary>
    public static SpinOperator Identity => new(1, 0, 0, 1);

    /// <summary><c>sigma_+ = |up&gt;&lt;down|</c>.</summary>
    public static SpinOperator Raise => new(0, 1, 0, 0);

    /// <summary><c>sigma_- = |down&gt;&lt;up|</c>.</summary>
    public static SpinOperator Lower => new(0, 0, 1, 0);

    /// <summary>The Pauli matrix of an axis, with <c>sigma_x sigma_y = i sigma_z</c>.</summary>
    /// <param name="axis">The axis.</param>
    public static SpinOperator Pauli(PauliAxis axis) => axis switch
    {
        PauliAxis.X => new(0, 1, 1, 0),
        PauliAxis.Y => new(0, -Complex.ImaginaryOne, Complex.ImaginaryOne, 0),
        PauliAxis.Z => new(1, 0, 0, -1),
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Expected X, Y or Z."),
    };

    /// <summary>Whether every element is finite.</summary>
    public bool IsFinite =>
        Complex.IsFinite(UpUp) && Complex.IsFinite(UpDown) && Complex.IsFinite(DownUp) && Complex.IsFinite(DownDown);

    /// <summary>Whether it is a multiple of the identity, on one spin and so on all of them.</summary>
    public bool IsScalar => UpDown == 0 && DownUp == 0 && UpUp == DownDown;

    /// <summary>The Hermitian conjugate.</summary>
    public SpinOperator Adjoint() =>
        new(Complex.Conjugate(UpUp), Complex.Conjugate(DownUp), Complex.Conjugate(UpDown), Complex.Conjugate(DownDown));

    /// <summary>The operator times a number.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="a">The operator.</param>
    public static SpinOperator operator *(Complex factor, SpinOperator a) =>
        new(factor * a.UpUp, factor * a.UpDown, factor * a.DownUp, factor * a.DownDown);

    /// <summary>The matrix product <c>a b</c>.</summary>
    /// <param name="a">Left factor.</param>
    /// <param name="b">Right factor.</param>
    public static SpinOperator operator *(SpinOperator a, SpinOperator b) => new(
        (a.UpUp * b.UpUp) + (a.UpDown * b.DownUp),
        (a.UpUp * b.UpDown) + (a.UpDown * b.DownDown),
        (a.DownUp * b.UpUp) + (a.DownDown * b.DownUp),
        (a.DownUp * b.UpDown) + (a.DownDown * b.DownDown));
}
