using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Verification;

/// <summary>A study: a model, the sizes and times at which it is solved exactly, and the predictions to test.</summary>
public sealed record Study
{
    /// <summary>The largest useful uncertainty if the study states none; see <see cref="Resolution"/>.</summary>
    public const double DefaultResolution = ElementJudge.DefaultResolution;

    /// <summary>The study's name; by default that of the model.</summary>
    public string Name { get => field ?? Model.Name; init; }

    /// <summary>The model, as its file states it or as a program builds it.</summary>
    public required SymmetricModel Model { get; init; }

    /// <summary>The ladder values n, at least four, strictly increasing; empty where they are to be chosen.</summary>
    public required ImmutableArray<int> Ladder { get; init; }

    /// <summary>How to choose the sizes when the study runs; <see langword="null"/> if the ladder is given.</summary>
    public AutomaticLadder? Automatic { get; init; }

    /// <summary>The times, positive and strictly increasing; may be empty, to be chosen too, where the sizes are.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>The quantities that the study names, beside means and covariances.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The predictions with the verdict expected of each.</summary>
    public required ImmutableArray<ExpectedPrediction> Predictions { get; init; }

    /// <summary>The exact engine's tolerance (accumulated local error in trace norm), or <see langword="null"/> for its default.</summary>
    public double? Tolerance { get; init; }

    /// <summary>How much of the density matrix is held: all of it, a window, or whichever is smaller.</summary>
    public SolutionMethod Method { get; init; } = SolutionMethod.Auto;

    /// <summary>The ladder of the same study at large sizes, for long runs; <see langword="null"/> if the file gives none.</summary>
    public LargeLadder? Large { get; init; }

    /// <summary>
    /// The largest useful uncertainty of a limit, relative to <c>max(1, |limit|)</c> in the Pauli basis, where an
    /// uncorrelated spin has averages and variances of at most 1.
    /// </summary>
    public double Resolution { get; init; } = DefaultResolution;

    /// <summary>The cell of a sweep; <see langword="null"/> for a study that stands alone.</summary>
    public SweepCell? Cell { get; init; }

    /// <summary>The files that it was read from, the study before its model; empty for a study that a program builds.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>What was chosen for it, and why: notes of its finding.</summary>
    internal ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What exact runs read off their states, beyond means and covariances: in the order of first use.</summary>
    internal ImmutableArray<StateFunction> Functions =>
        [.. Quantities.Concat(Predictions.SelectMany(each => each.Prediction.OwnQuantities)).SelectMany(each => each.Functions).Distinct()];

    /// <summary>What the predictions are made for.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="times">The times.</param>
    /// <param name="solvers">The theory.</param>
    internal PredictionSetting SettingOf(SymmetricModel model, ImmutableArray<double> times, StudySolvers solvers) => new()
    {
        Study = Name,
        Model = model,
        Times = times,
        Sizes = [.. Ladder.Select(n => (n, model.SpinsAt(n).Sum()))],
        Quantities = Quantities,
        Cell = Cell,
        Solve = solvers.Theory,
        SolveCorrections = solvers.Corrections,
    };

    /// <summary>The study at its large sizes.</summary>
    /// <exception cref="InputException">The study has none.</exception>
    public Study AtLargeSizes() =>
        Large is null
            ? throw new InputException(
                $"study '{Name}' has no large ladder: add 'large: {{ ladder: [..], tolerance: .. }}' to its file, or leave out --large.")
            : this with { Ladder = Large.Ladder, Automatic = null, Tolerance = Large.Tolerance ?? Tolerance };

    /// <summary>
    /// The standard study of a model: <c>mean-field</c> and <c>covariance-full</c>, at times and sizes that are chosen when it runs.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="automatic">The budget; <see langword="null"/> for the default.</param>
    public static Study Standard(SymmetricModel model, AutomaticLadder? automatic = null) => new()
    {
        Model = model,
        Ladder = [],
        Times = [],
        Automatic = automatic ?? new AutomaticLadder(),
        Predictions = [new ExpectedPrediction(Prediction.MeanField), new ExpectedPrediction(Prediction.CovarianceFull)],
    };

    /// <summary>Reads a study file without a sweep, and the model file that it names.</summary>
    /// <param name="path">The study file, or a model file for its <see cref="Standard"/> study.</param>
    /// <exception cref="InputException">
    /// A file cannot be read or is invalid, or it makes several studies; the message says what is wrong and where, in one line.
    /// </exception>
    /// <param name="changes">What is changed; <see langword="null"/> for nothing.</param>
    public static Study Load(string path, StudyChanges? changes = null) => LoadAll(path, changes) is [{ Cell: null } study]
        ? study
        : throw new InputException(
            $"{path}: a sweep makes a study of every cell, a mixture one of every component: read them with Study.LoadAll.");

    /// <summary>Reads a study that stands in another file: one, or one for each cell of its sweep.</summary>
    /// <param name="map">The map with the keys of a study file; the files it names are relative to the file that it stands in.</param>
    /// <exception cref="InputException">The study is invalid; the message says what is wrong and where, in one line.</exception>
    public static ImmutableArray<Study> ReadAll(YamlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return StudyReader.Read(map, []);
    }

    /// <summary>Reads a study file and the model file that it names: one study, or one for each cell of its sweep.</summary>
    /// <param name="path">The study file, or a model file for its <see cref="Standard"/> study.</param>
    /// <param name="changes">What is changed; <see langword="null"/> for nothing.</param>
    /// <exception cref="InputException">
    /// A file cannot be read or is invalid; the message says what is wrong and where, in one line.
    /// </exception>
    public static ImmutableArray<Study> LoadAll(string path, StudyChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return StudyReader.Load(path, changes ?? StudyChanges.None);
    }

    /// <summary>
    /// The studies of a start that is no product. Theorem 1 asks for a start that clusters, which a mixture does not and its components do:
    /// the known predictions are judged component by component, those of the user's own on the mixture. Of other starts they are kept
    /// apart, since the known ones stay undecided. The study itself where it starts from a product.
    /// </summary>
    internal ImmutableArray<Study> ByComponent()
    {
        ImmutableArray<(double Weight, SymmetricModel Model)> components = Model.Components;
        if (!Model.Initial.IsCorrelated || components.Length == 1)
        {
            return [this];
        }

        ILookup<bool, ExpectedPrediction> byKind = Predictions.ToLookup(each => each.Prediction.IsOfLimitTheory);
        ImmutableArray<ExpectedPrediction> known = [.. byKind[true]];
        ImmutableArray<ExpectedPrediction> own = [.. byKind[false]];
        string name = Name;
        if (components.IsEmpty)
        {
            return own.IsEmpty || known.IsEmpty
                ? [this]
                : [this with { Name = name, Predictions = own }, this with { Name = $"{name}, limit", Predictions = known }];
        }

        return
        [
            .. own.IsEmpty ? ReadOnlySpan<Study>.Empty : [this with { Name = name, Predictions = own, Notes = [.. Notes, Whole(known)] }],
            .. known.IsEmpty ? [] : components.Select((component, j) => this with
            {
                Name = $"{name}, component {j + 1} of {components.Length}",
                Model = component.Model,
                Predictions = known,
                Notes = [.. Notes, $"Component {j + 1} of a mixture, with weight {Numeral.Exact(component.Weight)}: it clusters."],
            }),
        ];
    }

    private static string Whole(ImmutableArray<ExpectedPrediction> known) =>
        "The start is a mixture, which does not cluster: the premise of Theorem 1 does not hold for it. "
        + (known.IsEmpty ? "It holds for its components." : "The known predictions are judged component by component.");
}
