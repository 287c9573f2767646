using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// The generator L as a real-linear map of Hermitian matrices, with what the search for stationary states and slow modes needs besides: the
/// trace, the maximally mixed state, and a count of applications.
/// </summary>
internal sealed class StationaryGenerator
{
    private readonly int[] diagonal;
    private readonly int[] imaginaryDiagonal;

    /// <summary>Prepares the generator on whole sectors.</summary>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="representation">How a matrix is held; not <see cref="Representation.Auto"/>.</param>
    /// <param name="threads">The number of threads.</param>
    public StationaryGenerator(SectorOperators operators, Representation representation, int threads)
    {
        Operators = operators;
        Layout = new StateLayout(operators.Graph, representation);
        System = operators.IsBanded
            ? new BandedGenerator(Layout, operators, threads)
            : new TiltedGenerator(Layout, operators, threads);
        diagonal =
        [
            .. Layout.Strips.Where(strip => strip.IsDiagonal)
                .SelectMany(strip => Enumerable.Range(0, strip.Length).Select(i => strip.Offset + (i * Layout.Width))),
        ];
        imaginaryDiagonal = Layout.IsComplex ? [.. diagonal.Select(at => at + 1)] : [];
        Mixed = FillMixed();
    }

    /// <summary>The operators of the generator.</summary>
    public SectorOperators Operators { get; }

    /// <summary>Where the numbers of a matrix lie.</summary>
    public StateLayout Layout { get; }

    /// <summary>The generator as the propagator sees it.</summary>
    public ILinearSystem System { get; }

    /// <summary>Applications of L so far, those of a propagator excluded. Set where a search goes on that another process began.</summary>
    public int Applications { get; set; }

    /// <summary>The maximally mixed state of the sectors held, of trace 1.</summary>
    public double[] Mixed { get; }

    /// <summary>Where the diagonal elements lie.</summary>
    public IReadOnlyList<int> Diagonal => diagonal;

    /// <summary>
    /// A rate of single spins, an inverse time: the largest decay rate of L, which is that of all spins together, per spin.
    /// </summary>
    public double RatePerSpin => System.DecayBound / (2 * Operators.Graph.Spins.Sum());

    /// <summary>What rounding leaves of <c>L rho</c> in the norm of states, for a state of norm 1.</summary>
    public double Rounding => 8 * 2.2e-16 * (System.DecayBound + System.OscillationBound);

    /// <summary>Writes <c>L x</c>; imaginary parts of diagonal elements are zero.</summary>
    /// <param name="x">The matrix.</param>
    /// <param name="y">Receives the image; not the same array.</param>
    public void Apply(double[] x, double[] y)
    {
        Applications++;
        System.Apply(x, y);
        Clean(y);
    }

    /// <summary>Sets imaginary parts of diagonal elements to zero, which rounding would let grow.</summary>
    /// <param name="x">The matrix.</param>
    public void Clean(double[] x)
    {
        foreach (int at in imaginaryDiagonal)
        {
            x[at] = 0;
        }
    }

    /// <summary>The trace.</summary>
    /// <param name="x">The matrix.</param>
    public double Trace(double[] x)
    {
        double sum = 0;
        foreach (int at in diagonal)
        {
            sum += x[at];
        }

        return sum;
    }

    /// <summary>A map of Hermitian matrices as a full matrix on their numbers, for small systems.</summary>
    /// <param name="apply">Writes the image of its first argument to the second.</param>
    public double[,] ToDense(Action<double[], double[]> apply)
    {
        int[] places =
        [
            .. Layout.Strips.SelectMany(strip => Enumerable.Range(strip.Offset, strip.Length * Layout.Width))
                .Except(imaginaryDiagonal),
        ];
        double[,] dense = new double[places.Length, places.Length];
        double[] x = new double[Layout.Length];
        double[] y = new double[Layout.Length];
        for (int column = 0; column < places.Length; column++)
        {
            x[places[column]] = 1;
            apply(x, y);
            x[places[column]] = 0;
            for (int row = 0; row < places.Length; row++)
            {
                dense[row, column] = y[places[row]];
            }
        }

        return dense;
    }

    private double[] FillMixed()
    {
        var mixed = new DensityMatrix(Layout);
        var degeneracy = new LogDegeneracy(Operators.Graph.Spins);

        // Where the layout holds some of the sectors only, it is mixed among those.
        double largest = Layout.Strips.Max(strip => degeneracy.Of(strip.Sector));
        double states = Operators.Graph.Vertices.Sum(sector => sector.Dimension * Math.Exp(degeneracy.Of(sector) - largest));
        double logStates = largest + Math.Log(states);
        foreach (Strip strip in Layout.Strips.Where(strip => strip.IsDiagonal))
        {
            double population = Math.Exp(degeneracy.Of(strip.Sector) - logStates);
            for (int i = 0; i < strip.Length; i++)
            {
                mixed[strip, i] = population;
            }
        }

        return mixed.Numbers;
    }
}
