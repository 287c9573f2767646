using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>Writes the initial state of a system.</summary>
internal sealed class OccupationStart
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly LevelSystem system;
    private readonly OccupationLayout layout;
    private readonly CountWeights weights;
    private readonly (double Weight, (ScaledNumber Modulus, double Phase)[][] Powers)[] products;
    private readonly Complex[] amplitudes = [];

    /// <summary>Prepares the state.</summary>
    /// <param name="system">The system.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="weights">The numbers of words.</param>
    public OccupationStart(LevelSystem system, OccupationLayout layout, CountWeights weights)
    {
        (this.system, this.layout, this.weights) = (system, layout, weights);
        products = [.. system.Start.Products.Select(component => (component.Weight, PowersOf(component.States)))];
        RelativeRounding = 4 * Epsilon * (system.Sites.Sum() + system.Bins.Count);
        if (products.Length == 0)
        {
            (amplitudes, double error) = SymmetricAmplitudes.Of(system, layout.Order, weights);
            Error = 2 * error;
        }
    }

    /// <summary>A bound of the relative error of every number.</summary>
    public double RelativeRounding { get; }

    /// <summary>A bound of the further error of the state, in trace norm.</summary>
    public double Error { get; }

    /// <summary>Writes the state.</summary>
    /// <param name="rowCounts">The places of the counts of the rows at the first number of each row.</param>
    /// <param name="columnCounts">The places of the counts of the columns there.</param>
    /// <param name="threads">The number of threads.</param>
    public double[] Fill(int[] rowCounts, int[] columnCounts, int threads)
    {
        double[] numbers = new double[layout.Length];
        Parallel.For(0, layout.Cells, new ParallelOptions { MaxDegreeOfParallelism = threads }, cell =>
        {
            OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
            for (int row = 0; row < shape.Rows; row++)
            {
                int at = OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row];
                int index = layout.FirstRows[cell] + row;
                for (int i = 0; i < shape.Lengths[row]; i++)
                {
                    Complex value = amplitudes.Length > 0
                        ? amplitudes[rowCounts[index] + i] * Complex.Conjugate(amplitudes[columnCounts[index] + i])
                        : Product(cell, shape, row, i, rowCounts[index] + i, columnCounts[index] + i);
                    numbers[at + i] = value.Real;
                    if (layout.IsComplex)
                    {
                        numbers[at + layout.Plane + i] = value.Imaginary;
                    }
                }
            }
        });
        return numbers;
    }

    private Complex Product(int cell, OccupationShape shape, int row, int i, int rowCount, int columnCount)
    {
        OccupationOrder order = layout.Order;
        ReadOnlySpan<ushort> off = layout.OccupationsOf(cell);
        Complex sum = 0;
        foreach ((double weight, (ScaledNumber Modulus, double Phase)[][] powers) in products)
        {
            ScaledNumber modulus = weights.Roots[rowCount] * weights.Roots[columnCount];
            double phase = 0;
            for (int j = 0; j < off.Length && modulus.Mantissa != 0; j++)
            {
                (ScaledNumber Modulus, double Phase) power = powers[order.OffDiagonalBins[j]][off[j]];
                modulus *= power.Modulus;
                phase += power.Phase;
            }

            foreach (int h in order.Blocks)
            {
                foreach (int bin in order.DiagonalBins[h])
                {
                    int count = shape.Occupations[(row * order.DiagonalCount) + order.DiagonalPlaces[bin]]
                        + (bin == order.RisingBin ? i : bin == order.FallingBin ? -i : 0);
                    modulus *= powers[bin][count].Modulus;
                }
            }

            sum += SymmetricAmplitudes.PolarOf(weight * modulus.Value(), phase);
        }

        return sum;
    }

    private (ScaledNumber Modulus, double Phase)[][] PowersOf(ImmutableArray<LocalOperator> states) =>
    [
        .. system.Bins.All.Select(bin =>
            SymmetricAmplitudes.PowersOf(states[bin.Block][bin.Row, bin.Column], system.Sites[bin.Block]).ToArray()),
    ];
}
