using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>A point of the phase diagram of Figure 2, for one pattern on its two blocks.</summary>
/// <param name="Temperature">The temperature <c>T = 1/beta</c>, positive.</param>
/// <param name="TransverseField">The transverse field <c>Omega</c>, an inverse time.</param>
internal sealed record PhasePoint(double Temperature, double TransverseField)
{
    // Two solutions closer than one step are not resolved; no point lies that near to the line on which they merge.
    private const int Steps = 2000;
    private const int Bisections = 60;

    /// <summary>The point in words.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"T = {Temperature}, Omega = {TransverseField}");

    /// <summary>The inverse temperature <c>beta</c>.</summary>
    public double Beta => 1 / Temperature;

    /// <summary>The network.</summary>
    public HopfieldNetwork Network =>
        new()
        {
            Patterns = HopfieldNetwork.AllColumns(1),
            Temperature = Temperature,
            TransverseField = TransverseField,
        };

    /// <summary>
    /// The positive solutions <c>o_z</c> of (B.4), <c>[1 + 8 Omega^2/cosh(beta o_z)^2] o_z = tanh(beta o_z)</c>,
    /// smallest first.
    /// </summary>
    public ImmutableArray<double> RetrievalOverlaps
    {
        get
        {
            // No solution lies at 1, where the left side exceeds the right.
            double[] grid = [.. Enumerable.Range(1, Steps).Select(step => (double)step / Steps)];
            return
            [
                .. grid.Zip(grid.Skip(1))
                    .Where(pair => Excess(pair.First) * Excess(pair.Second) < 0)
                    .Select(pair => Bisect(pair.First, pair.Second)),
            ];
        }
    }

    /// <summary><c>Omega~ = Omega/cosh(beta o_z)</c> of (B.4) at its largest solution, <c>Omega</c> where zero is the only one.</summary>
    public double ReducedField => TransverseField / Math.Cosh(Beta * RetrievalOverlaps.LastOrDefault());

    /// <summary>
    /// The point with the averages of a fixed point that has an overlap: <c>m_z = o_z e_h</c>,
    /// <c>m_y = -4 Omega m_z/cosh(beta o_z)</c> by (B.1).
    /// </summary>
    /// <param name="overlap">The overlap <c>o_z</c>, a solution of (B.4).</param>
    public NetworkPoint At(double overlap)
    {
        double y = -4 * TransverseField * overlap / Math.Cosh(Beta * overlap);
        return new NetworkPoint(Network, Vector<double>.Build.Dense([0, y, overlap, 0, -y, -overlap]));
    }

    private double Excess(double overlap)
    {
        double field = TransverseField / Math.Cosh(Beta * overlap);
        return ((1 + (8 * field * field)) * overlap) - Math.Tanh(Beta * overlap);
    }

    private double Bisect(double low, double high)
    {
        double sign = Math.Sign(Excess(low));
        for (int i = 0; i < Bisections; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Excess(middle) * sign > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
