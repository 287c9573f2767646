using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The purity <c>tr rho^2 = sum_J tr (rho^J)^2/d_J</c>: the state of all spins holds <c>rho^J/d_J</c> in each of the <c>d_J</c> copies of
/// spin J.
/// </summary>
/// <remarks>
/// Error: with e the error of the state, <c>|d tr rho^2| &lt;= ||d rho||_2 ||2 rho + d rho||_2 &lt;= e (2 sqrt(tr rho^2) + e)</c>. The
/// rounding of the sum is a small part of it, because e contains N times the unit of rounding.
/// </remarks>
internal static class PurityReader
{
    /// <summary>Reads the purity.</summary>
    /// <param name="snapshot">The state.</param>
    public static Reading Read(Snapshot snapshot)
    {
        var degeneracy = new LogDegeneracy(snapshot.System.Spins);
        double[] parts = snapshot.OfSectors(
            sector => SumOfSquares(snapshot.State, sector) * Math.Exp(-degeneracy.Of(sector)));
        double purity = parts.Sum();
        double error = snapshot.Error * ((2 * Math.Sqrt(purity)) + snapshot.Error);
        return Reading.Within(purity, error, Math.Exp(-Math.Log(2) * snapshot.System.Spins.Sum(count => (double)count)), 1);
    }

    /// <summary>The square of the Frobenius norm of a sector, <c>tr (rho^J)^2</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    public static double SumOfSquares(DensityMatrix state, Sector sector)
    {
        double sum = 0;
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            double squares = 0;
            foreach (double number in state.NumbersOf(strip))
            {
                squares += number * number;
            }

            // Elements below the diagonal stand for their mirror images too.
            sum += strip.IsDiagonal ? squares : 2 * squares;
        }

        return sum;
    }
}
