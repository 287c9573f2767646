using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The von Neumann entropy <c>-tr rho ln rho = -sum lambda ln(lambda/d_J)</c> over the eigenvalues of every <c>rho^J</c>: the state of all
/// spins has each eigenvalue <c>lambda/d_J</c> as often as there are copies of spin J, <c>d_J</c> times.
/// </summary>
/// <remarks>
/// Error: the entropy is that of the state without negative eigenvalues and with trace 1. With T half the trace norm of its difference from
/// the true state, <c>|dS| &lt;= T ln(2^N - 1) - T ln T - (1-T) ln(1-T)</c> (Audenaert 2007), for T up to 1/2.
/// </remarks>
internal static class EntropyReader
{
    // Sectors so light that together they are this part of the error of the state count as zero, and their weight as error.
    private const double Negligible = 1e-3;

    /// <summary>Reads the entropy.</summary>
    /// <param name="snapshot">The state.</param>
    public static Reading Read(Snapshot snapshot)
    {
        var degeneracy = new LogDegeneracy(snapshot.System.Spins);
        double negligible = Negligible * snapshot.Error / snapshot.State.Layout.Graph.Vertices.Length;
        Part[] parts = snapshot.OfSectors(sector => OfSector(snapshot.State, sector, degeneracy.Of(sector), negligible));
        double weight = parts.Sum(part => part.Weight);
        double entropy = (parts.Sum(part => part.Entropy) / weight) + Math.Log(weight);

        double distance = snapshot.Error + parts.Sum(part => part.Error) + Math.Abs(weight - 1);
        double largest = Math.Log(2) * snapshot.System.Spins.Sum(count => (double)count);
        return Reading.Within(entropy, Continuity(distance / 2, largest), 0, largest);
    }

    /// <summary>The largest difference of the entropies of two states.</summary>
    /// <param name="halfDistance">Half the trace norm of the difference of the states.</param>
    /// <param name="largest">The largest entropy, <c>N ln 2</c>.</param>
    private static double Continuity(double halfDistance, double largest)
    {
        double t = halfDistance;
        return t switch
        {
            0 => 0,
            < 0.5 => (t * largest) - (t * Math.Log(t)) - ((1 - t) * Math.Log(1 - t)),
            _ => largest,
        };
    }

    private static Part OfSector(DensityMatrix state, Sector sector, double logDegeneracy, double negligible)
    {
        // The trace norm is at most this.
        double size = Math.Sqrt(sector.Dimension * PurityReader.SumOfSquares(state, sector));
        if (size <= negligible)
        {
            return new Part(0, 0, size);
        }

        (double[] eigenvalues, double error) = Spectrum(state, sector);
        double entropy = 0;
        double weight = 0;
        foreach (double value in eigenvalues)
        {
            if (value > 0)
            {
                entropy -= value * (Math.Log(value) - logDegeneracy);
                weight += value;
            }
            else
            {
                error -= value;
            }
        }

        return new Part(entropy, weight, error);
    }

    private static (double[] Eigenvalues, double Rounding) Spectrum(DensityMatrix state, Sector sector)
    {
        if (state.Layout.IsDiagonal)
        {
            return ([.. state.Layout.StripsIn(sector).ToArray().SelectMany(strip => state.NumbersOf(strip).ToArray())], 0);
        }

        var matrix = new HermitianMatrix(sector.Dimension, state.Layout.IsComplex);
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                matrix.Add(strip.Row + i, strip.Column + i, state[strip, i]);
            }
        }

        return matrix.Eigenvalues();
    }

    private readonly record struct Part(double Entropy, double Weight, double Error);
}
