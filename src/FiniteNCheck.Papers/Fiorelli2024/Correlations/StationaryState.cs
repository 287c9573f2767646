using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// The stationary state above the transition, where finite N has no other to leave to: its exact covariance, and what
/// is left of the commutators.
/// </summary>
internal static class StationaryState
{
    // The slowest mode has decayed by exp(-20) or more.
    private const double Late = 24;

    // An average above this would be an overlap; below it is what the search for the fixed point leaves.
    private const double SmallestAverage = 1e-6;
    private const double Rounding = 1e-10;

    /// <summary>Points above the transition: temperature and transverse field.</summary>
    public static ImmutableArray<(double Temperature, double Field)> Places { get; } = [(1.6, 0.2), (2, 0.2), (3, 0.5)];

    /// <summary>Exact covariances at a late time against the solution of the stationary covariance equation (72).</summary>
    /// <param name="prediction">The drift.</param>
    /// <param name="theory">The solver of the limit theory; <see langword="null"/> for the real one.</param>
    public static Ladders Covariance(Prediction prediction, StudySolvers? theory = null)
    {
        StudySolvers solvers = theory ?? StudySolvers.Default;
        return new Ladders(
            prediction,
            Sizes,
            solvers with
            {
                Theory = (model, times, drift, cancellation) => Settled(solvers.Theory(model, times, drift, cancellation)),
            });
    }

    /// <summary>
    /// Whether the commutator <c>2|m|</c> of the two quadratures of a block, before (70) divides by it, differs from
    /// zero.
    /// </summary>
    /// <param name="places">The points.</param>
    public static Finding HasModes(IEnumerable<(double Temperature, double Field)> places) => LowerBoundJudge.Judge(
        "2|m|, the commutator of a block's quadratures before (70)",
        places.Select(place => PlanePoint.At(place.Temperature, place.Field)).Select(point =>
            new BoundedValue(point.Name, 2 * TwoModeReduction.Length(point.Averages!), SmallestAverage / 100)),
        SmallestAverage);

    /// <summary>Compares all commutators of the fluctuations with a multiple of the unit matrix.</summary>
    /// <param name="claimed">The claimed elements; zero where the fluctuations are classical.</param>
    public static Finding ClassicalCommutators(double claimed) => IdentityJudge.Judge(
        "commutators of all fluctuations against zero",
        Places.Select(place => PlanePoint.At(place.Temperature, place.Field)).Select(point =>
            (point.Name, (Fluctuations.Symplectic(point.Averages!) - claimed).Enumerate().Max(Math.Abs))),
        Rounding);

    private static TheoryResult Settled(TheoryResult result) =>
        result with
        {
            Moments = new MomentSeries(
                result.Moments.Times,
                result.Moments.Mean,
                [.. result.Moments.Times.Select(_ => result.StationaryCovariance!)]),
        };

    private static IEnumerable<LadderModel> Sizes(Effort effort)
    {
        var zero = new ProductState([PauliVector.Zero, PauliVector.Zero]);
        int[] sizes = effort.Choose<int[]>(quick: [12, 16, 20, 24, 32, 40], full: [20, 24, 32, 40, 48, 64, 80]);
        return Places.Select(place =>
            new LadderModel(ModelPoints.OnePattern(place.Temperature, place.Field, zero), sizes, [Late]));
    }
}
