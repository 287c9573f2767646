using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>The density matrix <c>|psi&gt;&lt;psi|</c> of a symmetric pure state, in the sector of the largest J of every group.</summary>
/// <param name="top">That sector.</param>
/// <param name="amplitudes">The amplitudes by state of the sector.</param>
/// <param name="conditioning">How much larger than those of a product the relative errors of the amplitudes are.</param>
internal sealed class SymmetricDensity(Sector top, Complex[] amplitudes, double conditioning) : StartMatrix
{
    /// <inheritdoc/>
    /// <remarks>Amplitudes come from recursions and phases over up to N steps; the trace norm doubles their error.</remarks>
    public override double Rounding { get; } = 4 * conditioning * RoundingOfProduct(top.Spins);

    /// <summary>The amplitudes by state of the sector.</summary>
    public Complex[] Amplitudes => amplitudes;

    /// <inheritdoc/>
    public override Complex Element(Sector sector, int row, int column) =>
        sector.TwiceJ.SequenceEqual(top.TwiceJ) ? amplitudes[row] * Complex.Conjugate(amplitudes[column]) : Complex.Zero;
}
