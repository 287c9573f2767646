using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The probability <c>sum_J &lt;k| tr_others rho^J |k&gt;</c> that the average of an axis over a block is k/N, with <c>|k&gt;</c> the
/// eigenvector of <c>n.S</c> to k in each representation and n the axis in the engine's frame.
/// </summary>
/// <remarks>
/// Error: <c>|tr P d rho| &lt;= (||d rho||_1 + |tr d rho|)/2</c> for a projector P, and rounding of the eigenvectors.
/// </remarks>
internal static class ProbabilityReader
{
    // A value that misses an eigenvalue by more than this, in units of 1/N, is none.
    private const double Tolerance = 1e-9;

    // Rounding of an eigenvector, per element.
    private const double Rounding = 8 * 2.220446049250313e-16;

    /// <summary>Reads the probability.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="block">The block of the model.</param>
    /// <param name="axis">The axis in the model's frame.</param>
    /// <param name="value">The value of the average.</param>
    public static Reading Read(Snapshot snapshot, int block, PauliAxis axis, double value)
    {
        BlockMember member = snapshot.System.Members[block];
        double total = value * member.Spins;
        int k = (int)Math.Round(total);
        if (Math.Abs(total - k) > Tolerance || Math.Abs(k) > member.Spins || (member.Spins - k) % 2 != 0)
        {
            return new Reading(0, 0);
        }

        PauliVector direction = member.Rotation.Apply(PauliVector.Along(axis));
        double[] parts = snapshot.OfSectors(
            sector => sector.TwiceJ[member.Group] < Math.Abs(k) ? 0 : OfSector(snapshot.State, sector, member.Group, direction, k));
        double error = ((snapshot.Error + Math.Abs(snapshot.Trace - 1)) / 2) + (Rounding * (member.Spins + 1));
        return Reading.Within(parts.Sum(), error, 0, 1);
    }

    private static double OfSector(DensityMatrix state, Sector sector, int group, PauliVector direction, int k)
    {
        double[] vector = SpinEigenvector.Find(sector.TwiceJ[group], direction, k);
        double azimuth = Math.Atan2(direction.Y, direction.X);
        double sum = 0;
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            if (!strip.IsDiagonalBut(group, group))
            {
                continue;
            }

            (int row, int column) = (sector.Level(strip.Row, group), sector.Level(strip.Column, group));
            int step = group == sector.Spins.Length - 1 ? 1 : 0;
            Complex part = 0;
            for (int i = 0; i < strip.Length; i++)
            {
                part += vector[row + (i * step)] * vector[column + (i * step)] * state[strip, i];
            }

            // The element and, off the diagonal, its mirror image.
            sum += (strip.IsDiagonal ? 1 : 2) * (Complex.FromPolarCoordinates(1, azimuth * (row - column)) * part).Real;
        }

        return sum;
    }
}
