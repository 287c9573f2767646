using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>A one-spin operator written as <c>identity 1 + raise sigma_+ + lower sigma_- + z sigma_z</c>.</summary>
/// <param name="Identity">Coefficient of the identity.</param>
/// <param name="Raise">Coefficient of <c>sigma_+</c>.</param>
/// <param name="Lower">Coefficient of <c>sigma_-</c>.</param>
/// <param name="Z">Coefficient of <c>sigma_z</c>.</param>
internal readonly record struct PauliParts(Complex Identity, Complex Raise, Complex Lower, Complex Z)
{
    /// <summary>The parts of an operator.</summary>
    /// <param name="j">The operator.</param>
    public static PauliParts Of(SpinOperator j) =>
        new((j.UpUp + j.DownDown) / 2, j.UpDown, j.DownUp, (j.UpUp - j.DownDown) / 2);

    /// <summary>
    /// The parts of <c>v . sigma</c>, with <c>sigma_x = sigma_+ + sigma_-</c> and <c>sigma_y = -i sigma_+ + i sigma_-</c>.
    /// </summary>
    /// <param name="v">The vector.</param>
    public static PauliParts Of(PauliVector v) => new(0, new Complex(v.X, -v.Y), new Complex(v.X, v.Y), v.Z);
}
