using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>
/// A prediction: a name, the quantities it is about, their numbers with errors of their own, and what is claimed of them as N grows.
/// </summary>
/// <param name="Name">The name in files and output.</param>
public abstract record Prediction(string Name)
{
    /// <summary>The mean-field averages (22).</summary>
    public static Prediction MeanField { get; } = new LimitPrediction("mean-field", Quantity.MeansOf, Drift.Full)
    {
        Title = "Mean field",
    };

    /// <summary>The covariance (50) with the full drift.</summary>
    public static Prediction CovarianceFull { get; } = new LimitPrediction("covariance-full", Quantity.CovariancesOf, Drift.Full)
    {
        Title = "Covariance, full response",
    };

    /// <summary>The covariance (50) with the drift that leaves out the response of the rates.</summary>
    public static Prediction CovarianceFrozen { get; } =
        new LimitPrediction("covariance-printed", Quantity.CovariancesOf, Drift.Frozen)
        {
            Title = "Covariance, rates frozen",
        };

    /// <summary>The averages to next order, <c>m + mu/n</c>: values at every n, and slopes.</summary>
    public static Prediction MeanField1 { get; } =
        new NextOrderPrediction("mean-field-1", CorrectionDepth.Mean)
        {
            Title = "Mean field with its 1/n correction",
            Assertion = new NextOrderAssertion(),
        };

    /// <summary>The covariance to next order, <c>Sigma + C1/n</c>, with the full drift: values at every n, and slopes.</summary>
    public static Prediction Covariance1 { get; } =
        new NextOrderPrediction("covariance-1", CorrectionDepth.Covariance)
        {
            Title = "Covariance with its 1/n correction",
            Assertion = new NextOrderAssertion(),
        };

    /// <summary>The quantities that the study names, in the Gaussian limit with the full drift.</summary>
    public static Prediction QuantitiesFull { get; } = new LimitPrediction("quantities-full", Quantities: null, Drift.Full)
    {
        Title = "Quantities, full response",
    };

    /// <summary>The quantities that the study names, in the Gaussian limit whose drift leaves out the response of the rates.</summary>
    public static Prediction QuantitiesFrozen { get; } = new LimitPrediction("quantities-printed", Quantities: null, Drift.Frozen)
    {
        Title = "Quantities, rates frozen",
    };

    /// <summary>The predictions that study files know by name.</summary>
    public static ImmutableArray<Prediction> Known { get; } =
        [MeanField, CovarianceFull, CovarianceFrozen, MeanField1, Covariance1, QuantitiesFull, QuantitiesFrozen];

    /// <summary>
    /// What it is about, in words of the subject, to begin a sentence with, such as <c>Covariance, full response</c>; its name unless it
    /// has one.
    /// </summary>
    public string Title { get => field ?? Name; init; }

    /// <summary>What is claimed of the numbers as N grows; by default that they are limits, approached at order 1.</summary>
    public Assertion Assertion { get; init; } = new LimitAssertion();

    /// <summary>The statement in words or formulas; <see langword="null"/> for the known predictions.</summary>
    public string? Statement { get; init; }

    /// <summary>Where a file states it, such as <c>study.yaml:8: predictions[1]</c>; <see langword="null"/> if none does.</summary>
    internal string? Place { get; init; }

    /// <summary>
    /// Predictions of the same group come from one solution and share the times of their curves; <see langword="null"/> for numbers that
    /// exist at the times of the study only.
    /// </summary>
    internal virtual object? CurveGroup => null;

    /// <summary>Whether it follows from the limit theory, which asks for a start that clusters.</summary>
    internal virtual bool IsOfLimitTheory => false;

    /// <summary>
    /// Whether the numbers are computed only once exact results are there. All others are computed first, so that what is wrong with them
    /// is found before anything runs.
    /// </summary>
    internal virtual bool IsComputedLate => false;

    /// <summary>The quantities of the user's own that it is about: what exact runs must record.</summary>
    internal virtual IEnumerable<Quantity> OwnQuantities => [];

    /// <summary>Why it cannot be made for a model, or <see langword="null"/> if it can.</summary>
    /// <param name="key">The key of the prediction in a study file.</param>
    /// <param name="model">The model.</param>
    internal virtual ModelProblem? FindProblem(string key, SymmetricModel model) => null;

    /// <summary>Why a prediction for two levels alone cannot be made for a model, or <see langword="null"/> if it can.</summary>
    /// <param name="key">The key of the prediction in a study file.</param>
    /// <param name="model">The model.</param>
    private protected ModelProblem? OfTwoLevels(string key, SymmetricModel model) => model is CollectiveModel
        ? null
        : new ModelProblem(
            key,
            $"{Name} for a model of sites with levels",
            "a model of blocks without levels",
            $"Test {MeanField.Name} and {CovarianceFull.Name} instead.");

    /// <summary>Computes the predicted numbers, in the order in which they are compared at one time.</summary>
    /// <param name="setting">The model, times and sizes.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Model.InputException">The numbers cannot be computed; the message says why, in one line.</exception>
    internal abstract ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken);
}
