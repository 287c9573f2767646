using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>
/// Runs that ask for functions of operators at two times, which start from matrices of their own: the run of the state and theirs, put
/// together as one result.
/// </summary>
internal static class CorrelationRun
{
    /// <summary>Whether a run is one of these.</summary>
    /// <param name="options">The options.</param>
    public static bool Serves(ExactOptions options) => FunctionsOf(options).Any(IsOwn);

    /// <summary>What all parts need: the most memory of any, the time of all.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels trials.</param>
    /// <exception cref="InputException">The arguments are invalid, or the model has no functions of two times.</exception>
    public static ExactPlan Plan(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, CancellationToken cancellationToken)
    {
        Check(model, times, options);
        ExactOptions others = Without(options);
        ExactPlan state = ExactSolver.Plan(model, n, times, others, cancellationToken);
        int columns = ColumnsOf(model, options).Length;
        StartRuns? twoTime = columns > 0 ? TwoTimeSolver.Plan(model, n, times, others, columns) : null;
        RunEstimate[] parts =
        [
            state.Taken,
            .. twoTime is null ? [] : new[] { twoTime.Estimate },
            .. TriplesOf(options).Select(triple => WeylSolver.Estimate(model, n, times, triple, others)),
        ];
        bool inWindow = state.Method == SolutionMethod.Window || twoTime?.Method == SolutionMethod.Window;
        return ExactPlan.OfParts("operators at two times", parts, inWindow ? SolutionMethod.Window : SolutionMethod.Full);
    }

    /// <summary>Runs all parts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the progress, part by part.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The arguments are invalid, or the model has no functions of two times.</exception>
    public static ExactResult Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        Check(model, times, options);
        ExactOptions others = Without(options);
        ExactResult result = ExactSolver.Solve(model, n, times, others, progress, cancellationToken);
        int[] columns = ColumnsOf(model, options);
        TwoTimeSeries? correlations = columns.Length > 0
            ? TwoTimeSolver.Solve(model, n, times, columns, others, progress, cancellationToken)
            : null;
        Dictionary<string, WeylSeries> weyl = new(StringComparer.Ordinal);
        foreach (WeylTriple triple in TriplesOf(options))
        {
            weyl[triple.Text] = WeylSolver.Solve(model, n, times, triple, others, progress, cancellationToken);
        }

        return result.With(options.Functions, function => function switch
        {
            TimeCorrelation of => Read(of, model, correlations!),
            WeylFunction of => Read(of, weyl[of.Triple.Text]),
            _ => null,
        });
    }

    private static bool IsOwn(StateFunction function) => function is TimeCorrelation or WeylFunction;

    private static ImmutableArray<StateFunction> FunctionsOf(ExactOptions options) =>
        options.Functions.IsDefault ? [] : options.Functions;

    private static ExactOptions Without(ExactOptions options) =>
        options with { Functions = [.. options.Functions.Where(function => !IsOwn(function))] };

    private static int[] ColumnsOf(CollectiveModel model, ExactOptions options) =>
    [
        .. FunctionsOf(options).OfType<TimeCorrelation>().Select(of => model.ObservableNames.IndexOf(of.Earlier)).Distinct().Order(),
    ];

    private static IEnumerable<WeylTriple> TriplesOf(ExactOptions options) =>
        FunctionsOf(options).OfType<WeylFunction>().Select(of => of.Triple).DistinctBy(triple => triple.Text, StringComparer.Ordinal);

    private static void Check(CollectiveModel model, IReadOnlyList<double> times, ExactOptions options)
    {
        StateFunction first = options.Functions.First(IsOwn);
        if (times.Any(double.IsPositiveInfinity))
        {
            throw new InputException(
                $"{first} lies between time 0 and a later time; a stationary time is asked for. Give finite times, "
                + "or leave the quantity out.");
        }

        foreach (TimeCorrelation of in options.Functions.OfType<TimeCorrelation>())
        {
            foreach (string name in new[] { of.Later, of.Earlier })
            {
                if (!model.ObservableNames.Contains(name, StringComparer.Ordinal))
                {
                    throw new InputException(
                        $"{of} names the observable {Wording.Quote(name)}: model {Wording.Quote(model.Name)} has "
                        + $"{string.Join(", ", model.ObservableNames.Take(12))}. Use one of these.");
                }
            }
        }
    }

    private static StateFunctionSeries Read(TimeCorrelation of, CollectiveModel model, TwoTimeSeries series)
    {
        (int later, int earlier) = (model.ObservableNames.IndexOf(of.Later), model.ObservableNames.IndexOf(of.Earlier));
        IEnumerable<Complex> values = series.Values.Select(matrix => matrix[later, earlier]);
        return of.IsResponse
            ? new StateFunctionSeries(of, [.. values.Select(value => -2 * value.Imaginary)], [.. series.Errors.Select(error => 2 * error)])
            : new StateFunctionSeries(of, [.. values.Select(value => value.Real)], series.Errors);
    }

    private static StateFunctionSeries Read(WeylFunction of, WeylSeries series) => new(
        of, [.. series.Even.Select(value => of.IsImaginary ? value.Imaginary : value.Real)], series.Errors);
}
