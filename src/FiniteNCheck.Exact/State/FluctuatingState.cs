using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A Hermitian part of a fluctuation times a state of any kind, <c>F rho</c> with <c>F = (v.S - N v.m)/sqrt(N)</c> (27).
/// </summary>
/// <param name="rho">The state.</param>
/// <param name="group">The group of the block that fluctuates.</param>
/// <param name="spins">Its number of spins N.</param>
/// <param name="direction">The unit vector <c>v</c> in the frame of the group.</param>
/// <param name="average">The average <c>v.m</c> in the state.</param>
/// <param name="isImaginary">Whether the part is <c>(F rho - rho F)/(2i)</c>.</param>
/// <param name="rounding">Bound of the rounding in F rho, in trace norm.</param>
internal sealed class FluctuatingState(
    DensityMatrix rho, int group, int spins, PauliVector direction, double average, bool isImaginary, double rounding)
    : HermitianPart(isImaginary, rounding)
{
    private readonly PauliParts parts = PauliParts.Of(direction);

    /// <inheritdoc/>
    private protected override Complex Whole(Sector sector, int row, int column)
    {
        (int twiceJ, int a, int stride) = (sector.TwiceJ[group], sector.Level(row, group), sector.Stride(group));
        Complex element = ((parts.Z * ((2 * a) - twiceJ)) - (spins * average)) * rho[sector, row, column];
        if (parts.Raise != 0 && a > 0)
        {
            element += parts.Raise * Math.Sqrt(a * (twiceJ - a + 1.0)) * rho[sector, row - stride, column];
        }

        if (parts.Lower != 0 && a < twiceJ)
        {
            element += parts.Lower * Math.Sqrt((a + 1.0) * (twiceJ - a)) * rho[sector, row + stride, column];
        }

        return element / Math.Sqrt(spins);
    }
}
