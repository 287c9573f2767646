using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification.Quantities;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// What a prediction is made for: a model with times and sizes. The limit of the model is solved once, when it is needed.
/// </summary>
internal sealed class PredictionSetting
{
    private readonly Dictionary<Drift, TheoryResult> theory = [];
    private CorrectionResult? corrections;

    /// <summary>The name of the study, for messages.</summary>
    public required string Study { get; init; }

    /// <summary>The model, with its initial state resolved.</summary>
    public required SymmetricModel Model { get; init; }

    /// <summary>The times.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>The ladder values with their total numbers of spins.</summary>
    public required ImmutableArray<(int N, int Spins)> Sizes { get; init; }

    /// <summary>The quantities that the study names.</summary>
    public required ImmutableArray<Quantity> Quantities { get; init; }

    /// <summary>The cell of a sweep, or <see langword="null"/>.</summary>
    public required SweepCell? Cell { get; init; }

    /// <summary>Solves the Gaussian limit: model, times, drift.</summary>
    public required Func<SymmetricModel, IReadOnlyList<double>, Drift, CancellationToken, TheoryResult> Solve { get; init; }

    /// <summary>Solves for the coefficients of 1/n: model, times; <see langword="null"/> if they are not known.</summary>
    public required Func<SymmetricModel, IReadOnlyList<double>, CancellationToken, CorrectionResult?> SolveCorrections { get; init; }

    /// <summary>Whether the times are those of a curve between the times of the study, where nothing is judged.</summary>
    public bool IsCurve { get; private init; }

    /// <summary>Everything that has a name: averages, elements of the covariance, and the quantities that the study names.</summary>
    public ImmutableArray<Quantity> KnownQuantities => [.. Quantity.MeansOf(Model), .. Quantity.CovariancesOf(Model), .. Quantities];

    /// <summary>The Gaussian limit at the times.</summary>
    /// <param name="drift">The drift of the covariance.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public TheoryResult Theory(Drift drift, CancellationToken cancellationToken)
    {
        if (!theory.TryGetValue(drift, out TheoryResult? found))
        {
            theory[drift] = found = Solve(Model, Times, drift, cancellationToken);
        }

        return found;
    }

    /// <summary>The coefficients of 1/n at the times; <see langword="null"/> if they are not known.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public CorrectionResult? Corrections(CancellationToken cancellationToken) =>
        corrections ??= SolveCorrections(Model, Times, cancellationToken);

    /// <summary>The same at the times of a curve.</summary>
    /// <param name="times">The times.</param>
    public PredictionSetting ForCurve(ImmutableArray<double> times) => new()
    {
        Study = Study,
        Model = Model,
        Times = times,
        Sizes = Sizes,
        Quantities = Quantities,
        Cell = Cell,
        Solve = Solve,
        SolveCorrections = SolveCorrections,
        IsCurve = true,
    };

    /// <summary>The values of elements at the finite times, as a curve; where nothing is predicted it has NaN.</summary>
    /// <param name="elements">The elements.</param>
    public PredictedCurve Curve(IReadOnlyCollection<Assertions.PredictedElement> elements) =>
        new(
            [.. Times.Where(double.IsFinite)],
            [
                .. Times.Index()
                    .Where(at => double.IsFinite(at.Item))
                    .Select(at => elements.Select(element => element.Limits[at.Index]?.Value ?? double.NaN).ToImmutableArray()),
            ])
        {
            Names = [.. elements.Select(element => element.Name)],
        };
}
