using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Occupation;
using FiniteNCheck.Exact.Occupation.Evolution;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Exact.Occupation.State;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact;

/// <summary>A problem of sites with levels that has been checked and reduced.</summary>
/// <param name="Model">The model as given.</param>
/// <param name="N">The ladder value.</param>
/// <param name="Times">Output times, finite, non-negative and strictly increasing.</param>
/// <param name="Options">The options of the run.</param>
/// <param name="Space">The reduced system.</param>
internal sealed record OccupationProblem(
    LevelModel Model, int N, IReadOnlyList<double> Times, ExactOptions Options, OccupationSpace Space)
{
    // The smallest error that double precision allows, relative to the bound of the trace norm.
    private const double Rounding = 1e-15;

    private readonly InvariantSubspaces? subspaces = SubspacesOf(Model.Name, N, Space, Options);

    /// <summary>The estimate of the run.</summary>
    public RunEstimate Estimate { get; } = OccupationEstimate.Of(Space, Times[^1], Times.Count, Options);

    /// <summary>Checks a problem and reduces it.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times.</param>
    /// <param name="options">The options of the run.</param>
    /// <exception cref="InputException">The arguments are invalid, or ask for what there is not for sites with levels.</exception>
    public static OccupationProblem Prepare(LevelModel model, int n, IReadOnlyList<double> times, ExactOptions options)
    {
        LevelValidation.Check(model);
        options.Check();
        Refuse(model, times, options);
        OutputTimes.Check(times);
        DriveCheck.Require(model, times[^1]);
        var space = OccupationSpace.Of(model.Name, n, LevelSystem.Of(model, n), options.Representation);
        return new OccupationProblem(model, n, times, options, space);
    }

    /// <summary>Runs the problem.</summary>
    /// <param name="progress">Receives the progress of the evolution.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The run cannot fit in memory, would take longer than allowed, or cannot be that accurate.
    /// </exception>
    public ExactResult Solve(IProgress<ExactProgress>? progress, CancellationToken cancellationToken)
    {
        Estimate.Require(Model, N, Options.AllowLong);
        var evolution = new OccupationEvolution(Space, Options.ErrorPerTime(Times[^1]), Times[^1], Options.ThreadCount);
        RequireTolerance(evolution.StartNorm);
        var positivity = new OccupationPositivity(
            evolution.Layout,
            Space.Amplitudes,
            new StateElements(evolution.Layout, evolution.Generator.RowCounts, evolution.Generator.ColumnCounts),
            subspaces,
            Options.ThreadCount);
        var run = new RecordedRun(Times, [], Options, Fingerprint, Model.ObservableNames.Length, positivity.Count);
        RecordedMoments recorded = run.Run(evolution, each => Record(evolution, positivity, each), progress, cancellationToken);
        return new ExactResult
        {
            N = N,
            Spins = Space.System.Sites,
            Moments = recorded.Moments,
            Checks = recorded.Checks,
            Method = $"full, {Describe()}, {evolution.Integrator}",
            Steps = evolution.Steps,
            StateSize = evolution.MaxNumbers,
        };
    }

    private string Fingerprint =>
        $"n = {N}, occupation, {Space.Representation}, {string.Join('+', Space.System.Sites)} sites";

    private static void Refuse(LevelModel model, IReadOnlyList<double> times, ExactOptions options)
    {
        string where = $"model '{model.Name}' is solved in the occupation basis";
        if (options.Method == SolutionMethod.Window)
        {
            throw new InputException($"method is window: {where}, which has no window. Use full.");
        }

        if (!options.Functions.IsDefaultOrEmpty)
        {
            throw new InputException(
                $"{options.Functions[0]} is asked for: {where}, which gives means and covariances only. Leave functions of the state out.");
        }

        if (times.Count > 0 && double.IsPositiveInfinity(times[^1]))
        {
            throw new InputException($"the last time is infinite: {where}, which reaches finite times only. Give a late time instead.");
        }
    }

    private static InvariantSubspaces? SubspacesOf(string model, int n, OccupationSpace space, ExactOptions options)
    {
        if (!options.CheckEverySubspace)
        {
            return null;
        }

        var all = new InvariantSubspaces(space.System.Bins, space.System.Sites);
        double rows = all.Rows * (space.Representation == Representation.Complex ? 2 : 1);
        return rows <= InvariantSubspaces.MaxRows
            ? all
            : throw new InputException(
                $"every subspace is to be checked for positivity: at n = {n} the largest of model '{model}' takes a matrix of "
                + $"{Numeral.Of(rows, 4)} rows; up to {InvariantSubspaces.MaxRows} are diagonalised. "
                + "Use a smaller n, or do not ask for it.");
    }

    private void RequireTolerance(double norm)
    {
        if (Options.Tolerance < Rounding * norm)
        {
            throw new InputException(
                $"tolerance is {Numeral.Exact(Options.Tolerance)}: at n = {N} the trace norm of the initial state of model '{Model.Name}' "
                + $"is bounded by {Numeral.Error(norm)} in the occupation basis, so that rounding alone may reach "
                + $"{Numeral.Error(Rounding * norm)}. Use a larger tolerance or a smaller n.");
        }
    }

    private void Record(OccupationEvolution evolution, OccupationPositivity positivity, RecordedMoments recorded)
    {
        var moments = OccupationMoments.Measure(Space.System, evolution.Layout, evolution.Numbers);
        var checks = new ExactChecks(
            moments.Trace,
            moments.Hermiticity,
            [.. positivity.Smallest(moments, evolution.Numbers)],
            evolution.IntegrationError,
            null,
            evolution.RoundingError);
        recorded.Add(moments.Mean(), moments.Covariance(), [], checks);
    }

    private string Describe()
    {
        ImmutableArray<int> dimensions = Space.System.Bins.Dimensions;
        string blocks = string.Join('+', Space.System.Sites.Zip(dimensions, (sites, d) => $"{sites} sites with {d} levels"));
        double all = dimensions.Zip(Space.System.Sites)
            .Aggregate(1.0, (product, block) => product * Combinations(block.First, block.Second));
        return $"occupation basis, {blocks}, {Space.Representation.Describe()}, "
            + $"{Numeral.Of(Space.Size.Numbers, 4)} of {Numeral.Of(all, 4)} occupations";

        static double Combinations(int d, int sites) =>
            Math.Round(Enumerable.Range(1, (d * d) - 1).Aggregate(1.0, (product, k) => product * (sites + k) / k));
    }
}
