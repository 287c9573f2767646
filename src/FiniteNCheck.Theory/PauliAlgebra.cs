using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// The algebra of one spin in the Pauli basis: <c>[sigma_a, sigma_b] = 2i eps_abc sigma_c</c>, <c>{sigma_a, sigma_b} = 2 delta_ab</c>.
/// </summary>
internal static class PauliAlgebra
{
    /// <summary>The number of axes.</summary>
    public const int Axes = 3;

    /// <summary>The three Pauli matrices.</summary>
    public static readonly SpinOperator[] Matrices =
        [SpinOperator.Pauli(PauliAxis.X), SpinOperator.Pauli(PauliAxis.Y), SpinOperator.Pauli(PauliAxis.Z)];

    /// <summary>The Levi-Civita symbol <c>eps_abc</c>.</summary>
    /// <param name="a">First index, 0 to 2.</param>
    /// <param name="b">Second index, 0 to 2.</param>
    /// <param name="c">Third index, 0 to 2.</param>
    public static int LeviCivita(int a, int b, int c) => (a - b) * (b - c) * (c - a) / 2;

    /// <summary>The coefficients <c>x_0, x_1, x_2, x_3</c> of <c>x = x_0 + sum_a x_a sigma_a</c>.</summary>
    /// <param name="x">The operator.</param>
    public static Complex[] Coefficients(SpinOperator x) =>
    [
        (x.UpUp + x.DownDown) / 2,
        (x.UpDown + x.DownUp) / 2,
        Complex.ImaginaryOne * (x.UpDown - x.DownUp) / 2,
        (x.UpUp - x.DownDown) / 2,
    ];

    /// <summary>The commutator <c>[x, y]</c>.</summary>
    /// <param name="x">First operator.</param>
    /// <param name="y">Second operator.</param>
    public static SpinOperator Commutator(SpinOperator x, SpinOperator y) => Add(x * y, -1 * y * x);

    /// <summary>The sum of two operators.</summary>
    /// <param name="x">First operator.</param>
    /// <param name="y">Second operator.</param>
    public static SpinOperator Add(SpinOperator x, SpinOperator y) =>
        new(x.UpUp + y.UpUp, x.UpDown + y.UpDown, x.DownUp + y.DownUp, x.DownDown + y.DownDown);
}
