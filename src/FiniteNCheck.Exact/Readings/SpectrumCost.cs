using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// What the eigenvalues for entropies and negativities cost at every output time; populations need none. Known before a run starts, so
/// that one whose matrices are too large is refused then.
/// </summary>
/// <param name="MaxRows">The number of rows of the largest matrix, each complex number counted as a matrix of two.</param>
/// <param name="Seconds">Time of one core for one output time.</param>
internal readonly record struct SpectrumCost(double MaxRows, double Seconds)
{
    /// <summary>Eigenvalues that take longer than this at one output time, with one core, are refused: ten minutes.</summary>
    public const double MaxSeconds = 600;

    // Per row cubed, of which the reduction to tridiagonal form takes 4/3 multiplications and additions.
    private const double SecondsPerCube = 3e-10;

    /// <summary>The cost of a function.</summary>
    /// <param name="reader">The functions of the model.</param>
    /// <param name="function">One of them.</param>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="scale">The size asked about, relative to that of the system.</param>
    public static SpectrumCost Of(
        FunctionReader reader, StateFunction function, CollectiveSystem system, Representation representation, double scale = 1)
    {
        ImmutableArray<BlockReach> reach = [.. system.Reach.Select(block => block with { Spins = block.Spins * scale })];
        BlockReach[] blocks = function switch
        {
            Entropy => [.. reach],
            LogarithmicNegativity of when reader.BlocksOf(of) is var (first, second) =>
                [reach[system.Members[first].Group], reach[system.Members[second].Group]],
            _ => [],
        };
        if (blocks.Length == 0 || representation == Representation.Populations)
        {
            return default;
        }

        int width = representation == Representation.Complex ? 2 : 1;
        double rows = width * BlockReach.Product(blocks, block => block.Spins + 1);
        double cubes = BlockReach.Product(blocks, block => block.Cubes);
        return new SpectrumCost(rows, SecondsPerCube * width * width * width * cubes);
    }

    /// <summary>Refuses functions whose eigenvalues take too long.</summary>
    /// <param name="reader">The functions.</param>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <exception cref="InputException">One of them does.</exception>
    public static void Require(
        FunctionReader reader, CollectiveModel model, int n, CollectiveSystem system, Representation representation)
    {
        foreach (StateFunction function in reader.Functions)
        {
            SpectrumCost cost = Of(reader, function, system, representation);
            if (cost.Seconds > MaxSeconds)
            {
                int largest = LargestSize(
                    model, n, scale => Of(reader, function, system, representation, scale).Seconds <= MaxSeconds);
                throw new InputException(
                    $"n is {n}: {function} needs all eigenvalues of matrices of up to {Numeral.Of(cost.MaxRows, 4)} rows, some "
                    + $"{Numeral.Duration(cost.Seconds)} of one core at every time, and up to {Numeral.Duration(MaxSeconds)} are allowed. "
                    + (largest > 0 ? $"Use n up to {largest}, or leave it out." : "Leave it out."));
            }
        }
    }

    // The largest n at which all blocks have whole numbers of spins and the cost is allowed; 0 if there is none.
    private static int LargestSize(CollectiveModel model, int n, Func<double, bool> isAllowed)
    {
        for (int size = n - 1; size > 0; size--)
        {
            if (isAllowed((double)size / n) && model.IsWholeAt(size))
            {
                return size;
            }
        }

        return 0;
    }
}
