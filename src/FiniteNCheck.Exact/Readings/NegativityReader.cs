using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The logarithmic negativity of two blocks. The others are traced out, which sums over their J and M. The coupled basis is a real
/// combination of products, so that transposing the spins of a block transposes M and M' of that block inside every sector, and
/// <c>||rho^(T_B)||_1</c> is the sum over the sectors <c>(J_A, J_B)</c> of the moduli of eigenvalues. Rotations of a block leave it as it
/// is.
/// </summary>
/// <remarks>
/// Error: the partial transpose of a matrix X has at most <c>d</c> times its trace norm, with d the smaller of the two dimensions, because
/// for Schmidt coefficients s, t of <c>X = |psi&gt;&lt;phi|</c> it is <c>sum s sum t &lt;= d</c>. Here <c>d = min(2 J_A, 2 J_B) + 1</c>, at
/// most <c>min(N_A, N_B) + 1</c>. The sum is thus off by no more than d times the error of the state, and it is at least 1.
/// </remarks>
internal static class NegativityReader
{
    /// <summary>Reads the logarithmic negativity.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="first">The group of one block.</param>
    /// <param name="second">The group of the other block.</param>
    public static Reading Read(Snapshot snapshot, int first, int second)
    {
        Sector[][] alike =
        [
            .. snapshot.State.Layout.Graph.Vertices
                .GroupBy(sector => (sector.TwiceJ[first], sector.TwiceJ[second])).Select(sectors => sectors.ToArray()),
        ];
        var parts = new (double Norm, double Rounding)[alike.Length];
        Parallel.For(
            0,
            alike.Length,
            new ParallelOptions { MaxDegreeOfParallelism = snapshot.Threads },
            s => parts[s] = OfSectors(snapshot.State, alike[s], first, second));

        double norm = parts.Sum(part => part.Norm);
        int factor = Math.Min(snapshot.System.Spins[first], snapshot.System.Spins[second]) + 1;
        double error = (factor * snapshot.Error) + parts.Sum(part => part.Rounding);
        double value = Math.Log(Math.Max(1, norm));
        return new Reading(
            value, Math.Max(Math.Log(Math.Max(1, norm + error)) - value, value - Math.Log(Math.Max(1, norm - error))));
    }

    // The trace norm of the partial transpose, for one (J_A, J_B) and all J of the others.
    private static (double Norm, double Rounding) OfSectors(DensityMatrix state, Sector[] sectors, int first, int second)
    {
        if (state.Layout.IsDiagonal)
        {
            // Diagonal matrices are their own partial transposes.
            double sum = 0;
            foreach (Strip strip in sectors.SelectMany(sector => state.Layout.StripsIn(sector).ToArray()))
            {
                foreach (double number in state.NumbersOf(strip))
                {
                    sum += number;
                }
            }

            return (Math.Abs(sum), 0);
        }

        int side = sectors[0].DimensionOf(second);
        var transposed = new HermitianMatrix(sectors[0].DimensionOf(first) * side, state.Layout.IsComplex);
        foreach (Sector sector in sectors)
        {
            foreach (Strip strip in state.Layout.StripsIn(sector))
            {
                if (!strip.IsDiagonalBut(first, second))
                {
                    continue;
                }

                for (int i = 0; i < strip.Length; i++)
                {
                    (int row, int column) = (strip.Row + i, strip.Column + i);
                    transposed.Add(
                        (sector.Level(row, first) * side) + sector.Level(column, second),
                        (sector.Level(column, first) * side) + sector.Level(row, second),
                        state[strip, i]);
                }
            }
        }

        (double[] eigenvalues, double rounding) = transposed.Eigenvalues();
        return (eigenvalues.Sum(Math.Abs), rounding);
    }
}
