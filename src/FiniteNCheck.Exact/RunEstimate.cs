using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Readings;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>What a run needs, known before anything is allocated.</summary>
/// <param name="StateSize">
/// Real numbers in one state; for a window, in the largest one along the run, which in practice held at most four times as many.
/// </param>
/// <param name="Bytes">Memory of the whole run, in bytes.</param>
/// <param name="Available">Memory it may use, in bytes.</param>
/// <param name="Seconds">Wall-clock time of the evolution, within a factor of four or so.</param>
/// <param name="IsAtLeast">
/// Whether state, memory and time may turn out larger: the run is too long for a trial at a small size, rounding comes close to the
/// tolerance, or a window holds density matrices of several blocks.
/// </param>
public sealed record RunEstimate(double StateSize, double Bytes, long Available, double Seconds, bool IsAtLeast = false)
{
    /// <summary>Runs of more seconds than this have to be allowed explicitly: one day.</summary>
    public const double LongRun = 86_400;

    // Seconds of one thread. Per number and term of one application of the generator:
    private const double SecondsPerTerm = 0.9e-9;
    private const double SecondsPerTermInWindow = 1.1e-9;

    // Per multiplication and addition in a product of dense matrices:
    private const double SecondsPerProduct = 0.3e-9;

    // Per state or strip and term when the generator is prepared. A window prepares every number, some of them more than once.
    private const double SecondsPerPreparedState = 5e-6;
    private const double SecondsPerPreparedStrip = 0.3e-6;
    private const double SecondsPerPreparedNumber = 1e-6;

    // The start of a run is mostly compilation.
    private const double SecondsToStart = 0.2;

    // Weights and term offsets of a window, per number.
    private const double BytesOfTerms = 60;

    // A matrix whose eigenvalues are found, as put together and as a real one, per row squared.
    private const double BytesPerSquare = 16;

    // Where rounding uses up this share of the tolerance, a window grows by more than its state does.
    private const double RoundingShare = 0.03;

    // About 300 years: too long on any machine.
    private const double MaxSeconds = 1e10;

    /// <summary>Applications of the generator that a run in full is expected to take; 0 where they are not estimated.</summary>
    internal double Applications { get; init; }

    /// <summary>Whether the run fits in memory.</summary>
    public bool Fits => Bytes <= Available && StateSize <= Array.MaxLength;

    /// <summary>A number of bytes, for people.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Size(double bytes) => Numeral.Bytes(bytes);

    /// <summary>Estimates a run with the full density matrix.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="end">The time up to which the state moves.</param>
    internal static RunEstimate EstimateFull(PreparedProblem problem, double end)
    {
        (CollectiveSystem system, Representation representation) = (problem.System.Envelope(end), problem.Representation);
        int parts = SystemPart.Of(problem.System).Count();
        (double added, double passes) = DriveTrial.Estimate(problem);
        ImmutableArray<BlockReach> reach = system.Reach;
        double density = BlockReach.Product(reach, block => block.Elements);
        double diagonal = BlockReach.Product(reach, block => block.Diagonals);

        // Half of every Hermitian matrix, its diagonal included.
        double half = (density + diagonal) / 2;
        double state = representation switch
        {
            Representation.Populations => diagonal,
            Representation.Real => half,
            _ => 2 * half,
        };

        double shifts = system.Jumps.Sum(jump => 3.0 * CountShifts([jump.Operator]))
            + system.CollectiveJumps.Sum(jump => (double)CountShifts(jump.Operators));
        double bands = CountBands(system);
        double terms = CountTerms(system);
        double strips = BlockReach.Product(reach.SkipLast(1), block => block.Elements) * reach[^1].Diagonals;
        double weights = diagonal * (bands + shifts) * (representation == Representation.Complex ? 4 : 1);
        double operators = (strips * ((12 * terms) + 100)) + (8 * weights);
        int tilted = system.Arguments.Count(argument => !FrameChoice.IsDiagonal(argument));

        // Dense matrices of the decay, of each rate and of the rotations of each block. Two more states: the image, and what lies between
        // rate and jump.
        double rotations = system.Spins.Sum(count => new BlockReach(count).Elements);
        double dense = tilted == 0 ? 0 : (16 * density * (tilted + 1)) + (16 * rotations * tilted) + (16 * state);
        int vectors = ChebyshevPropagator.VectorsHeld + (parts > 1 ? DrivenEvolution.VectorsHeld : 0);
        double bytes = (8 * state * vectors) + operators + dense + CheckBytes(problem);

        // Per application two products with the rate of each tilted channel and one with the decay. Preparing rates and decay costs as
        // much as a dozen applications.
        double products = (tilted == 0 ? 0 : (2 * tilted) + 1)
            * (representation == Representation.Complex ? 4 : 1)
            * BlockReach.Product(reach, block => block.Cubes);
        // Every part of a generator that depends on time goes over the state, which costs as much as three terms.
        double perApplication = (SecondsPerTerm * (terms + (3 * (parts - 1))) * state) + (SecondsPerProduct * products);
        double applications = added + (passes * CountApplications(system, end));
        double work = ((applications + (tilted == 0 ? 0 : 12)) * perApplication)
            + (terms * ((SecondsPerPreparedState * diagonal) + (SecondsPerPreparedStrip * strips)));
        double seconds = SecondsToStart + ((work + SecondsOfChecks(problem)) / problem.Options.ThreadCount);
        return new RunEstimate(state, bytes, problem.Options.AvailableMemory, seconds) { Applications = applications };
    }

    /// <summary>Estimates a run in a window.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="fullSize">Real numbers in the full state, which a window cannot exceed.</param>
    /// <param name="trial">How the state spreads at small sizes.</param>
    internal static RunEstimate EstimateWindow(PreparedProblem problem, double fullSize, Trial trial)
    {
        (CollectiveSystem system, Representation representation, ExactOptions options) =
            (problem.System, problem.Representation, problem.Options);
        double logThreshold = WindowedEvolution.LogThreshold(system, options.Tolerance);
        double elements = InitialStrips.CountElements(system, representation, logThreshold, options.ThreadCount);
        double start = elements * (representation == Representation.Complex ? 2 : 1);
        double numbers = Math.Min(fullSize, Math.Max(start, trial.EstimateNumbers(system, options.Tolerance)));

        // The vectors of the propagator with room to grow, the state before a step and, while the window changes, after it; the terms; and
        // one sector of the window once more, for the check.
        double bytes = (numbers * ((8 * WindowedEvolution.VectorsHeld) + BytesOfTerms)) + Math.Min(8 * numbers, CheckBytes(problem));
        double perApplication = SecondsPerTermInWindow * CountTerms(system) * numbers;
        double work = (CountApplications(system, trial.MovesUntil) * perApplication) + (SecondsPerPreparedNumber * numbers);

        // A window also widens because of what rounding leaves at its edge, once that is no longer far below the leak allowed.
        // At the size of a trial each of several blocks has few spins. The checks cost no more than one step for each output time.
        bool severalBlocks = system.Groups > 1 && representation != Representation.Populations;
        bool isAtLeast = numbers < fullSize
            && (severalBlocks || trial.IsCutShort || trial.Rounding > RoundingShare * options.Tolerance);
        return new RunEstimate(numbers, bytes, options.AvailableMemory, SecondsToStart + (work / options.ThreadCount), isAtLeast);
    }

    /// <summary>The estimate with the eigenvalues that functions of the state need.</summary>
    /// <param name="costs">What they cost at one output time.</param>
    /// <param name="times">The number of output times.</param>
    /// <param name="threads">The number of threads, each of which holds a matrix.</param>
    internal RunEstimate With(IReadOnlyList<SpectrumCost> costs, int times, int threads) => costs.Count == 0
        ? this
        : this with
        {
            Seconds = Seconds + (costs.Sum(cost => cost.Seconds) * times / threads),
            Bytes = Bytes + (BytesPerSquare * threads * Math.Pow(costs.Max(cost => cost.MaxRows), 2)),
        };

    /// <summary>Roughly what rounding adds up to by the end of a run: two epsilon per unit of time and of spectral width.</summary>
    /// <param name="system">The system.</param>
    /// <param name="end">The end of the run.</param>
    internal static double EstimateRounding(CollectiveSystem system, double end) => 4.4e-16 * CountApplications(system, end);

    /// <summary>Refuses a run that cannot fit in memory, or that takes longer than allowed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="allowLong">Whether it may take longer than <see cref="LongRun"/>.</param>
    /// <exception cref="InputException">It needs more memory than there is, or more time than allowed.</exception>
    internal void Require(SymmetricModel model, int n, bool allowLong)
    {
        if (!Fits)
        {
            throw new InputException(
                $"n is {n}: the density matrix of model '{model.Name}' takes {Numeral.Of(StateSize, 4)} real numbers, "
                + $"and evolving it needs {Size(Bytes)} of the {Size(Available)} here. "
                + "Use a smaller n, fewer or mergeable blocks, or a machine with more memory.");
        }

        if (!(Seconds <= MaxSeconds))
        {
            throw new InputException(
                $"n is {n}: evolving model '{model.Name}' to the last of the times takes some {Numeral.Duration(Seconds)}. "
                + "Use smaller rates, fields and couplings, or earlier times.");
        }

        if (Seconds > LongRun && !allowLong)
        {
            throw new InputException(
                $"n is {n}: evolving model '{model.Name}' to the last of the times takes {(IsAtLeast ? "at least" : "roughly")} "
                + $"{Numeral.Duration(Seconds)}; runs of more than a day have to be asked for. "
                + "Use a smaller n, smaller rates or earlier times, a larger tolerance, or start it all the same with --long "
                + "(in the library, AllowLong).");
        }
    }

    // The largest sector as a matrix, in which positivity is checked.
    private static double CheckBytes(PreparedProblem problem) => problem.Representation == Representation.Populations
        ? 0
        : PackedHermitian.Bytes(
            problem.System.Spins.Aggregate(1.0, (product, count) => product * (count + 1)),
            problem.Representation == Representation.Complex);

    // A Cholesky factor of every sector at every output time: a sixth of the cube of the dimension, and four products for each of complex
    // numbers. A state of low rank takes less.
    private static double SecondsOfChecks(PreparedProblem problem) => problem.Representation == Representation.Populations
        ? 0
        : problem.Times.Count
            * SecondsPerProduct
            * (problem.Representation == Representation.Complex ? 4 : 1)
            * BlockReach.Product(problem.System.Reach, block => block.Cubes)
            / 6;

    // About one per unit of time and of spectral width: the largest exit rate along the real axis, the spread of H along the imaginary one.
    private static double CountApplications(CollectiveSystem system, double end)
    {
        double fields = Enumerable.Range(0, system.Groups).Sum(g => 2 * system.Spins[g] * system.Fields[g].Norm);
        double couplings = 0;
        for (int row = 0; row < 3 * system.Groups; row++)
        {
            for (int column = 0; column < 3 * system.Groups; column++)
            {
                couplings += Math.Abs(system.Coupling[row, column]) * system.Spins[row / 3] * system.Spins[column / 3];
            }
        }

        return 20 + (end * (LargestExitRate(system) + fields + couplings));
    }

    // Over polarisations of the blocks, all equal or alternating in sign. Rates are monotonic or nearly so: the largest lie at the ends.
    private static double LargestExitRate(CollectiveSystem system) =>
        (from sign in new[] { 1, -1 }
         from quarter in Enumerable.Range(-4, 9)
         select ExitRate(system, g => quarter / 4.0 * (g % 2 == 0 ? 1 : sign))).Max();

    private static double ExitRate(CollectiveSystem system, Func<int, double> z)
    {
        double single = system.Jumps.Sum(jump =>
        {
            SpinOperator decay = jump.Operator.Adjoint() * jump.Operator;
            double up = FrameChoice.IsDiagonal(jump.Argument) ? (1 + z(jump.Block)) / 2 : 0.5;
            return system.Spins[jump.Block]
                * SquaredRate(jump.Rate, jump.Argument, z)
                * ((up * decay.UpUp.Real) + ((1 - up) * decay.DownDown.Real));
        });

        // The square of the largest eigenvalue: all groups in phase.
        return single + system.CollectiveJumps.Sum(jump =>
        {
            double sum = jump.Operators.Select((j, g) =>
            {
                double across = (j.UpDown.Magnitude + j.DownUp.Magnitude) * Math.Sqrt(1 - (z(g) * z(g))) / 2;
                double along = ((j.UpUp * (1 + z(g))) + (j.DownDown * (1 - z(g)))).Magnitude / 2;
                return system.Spins[g] * (across + along);
            }).Sum();
            return sum * sum * SquaredRate(jump.Rate, jump.Argument, z);
        });
    }

    private static double SquaredRate(CollectiveRate rate, ImmutableArray<PauliVector> argument, Func<int, double> z)
    {
        bool diagonal = FrameChoice.IsDiagonal(argument);
        double value = rate.Value(argument.Select((r, g) => z(g) * (diagonal ? r.Z : r.Norm)).Sum());
        return value * value;
    }

    // Those of fields and couplings; K+ K of a collective jump has one for each difference of two of its shifts.
    private static double CountBands(CollectiveSystem system) => 1
        + (2 * system.Groups)
        + (4 * CountOffDiagonalCouplings(system))
        + system.CollectiveJumps.Sum(jump => CountShifts(jump.Operators) * (CountShifts(jump.Operators) - 1));

    // Terms that feed one sector: pairs of shifts of three Kraus factors per channel, of one for a collective jump, and the bands of G from
    // either side.
    private static double CountTerms(CollectiveSystem system) => (2 * CountBands(system))
        + system.Jumps.Sum(jump => 3 * Math.Pow(CountShifts([jump.Operator]), 2))
        + system.CollectiveJumps.Sum(jump => Math.Pow(CountShifts(jump.Operators), 2));

    // A coupling of two z components is diagonal; any other pair of components has at most four bands.
    private static int CountOffDiagonalCouplings(CollectiveSystem system)
    {
        int pairs = 0;
        for (int row = 0; row < system.Coupling.GetLength(0); row++)
        {
            for (int column = 0; column <= row; column++)
            {
                bool diagonal = row % 3 == (int)PauliAxis.Z && column % 3 == (int)PauliAxis.Z;
                pairs += system.Coupling[row, column] == 0 || diagonal ? 0 : 1;
            }
        }

        return pairs;
    }

    private static int CountShifts(ImmutableArray<SpinOperator> operators) =>
        operators.Count(j => j.UpDown != 0)
        + operators.Count(j => j.DownUp != 0)
        + (operators.Any(j => j.UpUp != 0 || j.DownDown != 0) ? 1 : 0);
}
