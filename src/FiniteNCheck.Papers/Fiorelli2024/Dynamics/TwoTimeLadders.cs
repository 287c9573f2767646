using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Exact operators at two times at growing N against the limit: Weyl operators between Weyl operators, by their even part, and two-time
/// functions. Claims and their corrections share the exact numbers.
/// </summary>
/// <remarks>
/// Cumulants of order k carry <c>N^(1 - k/2)</c>. Those of odd order change sign with all arguments: the even part of a Weyl operator and
/// the two-time functions have a series in 1/N.
/// </remarks>
internal sealed class TwoTimeLadders
{
    // Numerical error of the limit, far above what its integrator reports; and the usual resolution.
    private const double LimitError = 1e-10;
    private const double Resolution = 0.01;
    private const int ShownElements = 8;

    private readonly Dictionary<(string Model, int N, string Triple), WeylSeries> weyl = [];
    private readonly Dictionary<(string Model, int N), NestedWeylSeries> nested = [];
    private readonly Dictionary<(string Model, int N), TwoTimeSeries> twoTime = [];

    /// <summary>Compares the even part of Weyl operators, its real and imaginary part.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of the limit.</param>
    public Finding CheckWeyl(ClaimRun run, Drift drift)
    {
        List<ElementFinding> findings = [];
        foreach (TwoTimePoint point in TwoTimePoint.All(run.Effort))
        {
            TheoryResult limit = LimitTheory.Solve(point.Model, [point.Time], drift, run.Cancellation);
            foreach ((string name, WeylTriple triple) in point.Triples)
            {
                Complex predicted = LimitCorrelations.Weyl(point.Model, limit, triple).Values[0];
                (int, Complex, double)[] ladder =
                [
                    .. point.Sizes.Select(n => (N: n, G: Weyl(run, point, n, name, triple)))
                        .Select(each => (each.N, each.G.Even[0], each.G.Errors[0])),
                ];
                findings.Add(Judge($"Re G, {name}: {point.Model.Name}", point.Time, ladder, value => value.Real, predicted));
                findings.Add(Judge($"Im G, {name}: {point.Model.Name}", point.Time, ladder, value => value.Imaginary, predicted));
            }
        }

        return Conclude("Weyl operators", findings);
    }

    /// <summary>Compares the even part of Weyl operators at two later times, its real and imaginary part.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of the limit.</param>
    public Finding CheckNested(ClaimRun run, Drift drift)
    {
        List<ElementFinding> findings = [];
        foreach (NestedPoint point in NestedPoint.All(run.Effort))
        {
            Complex predicted =
                LimitCorrelations.Weyl(point.Model, point.Arguments, [point.Time], drift, run.Cancellation).Values[0];
            (int, Complex, double)[] ladder =
            [
                .. point.Sizes.Select(n => (N: n, G: Nested(run, point, n))).Select(each => (each.N, each.G.Even[0], each.G.Errors[0])),
            ];
            findings.Add(Judge($"Re: {point.Model.Name}", point.Time, ladder, value => value.Real, predicted));
            findings.Add(Judge($"Im: {point.Model.Name}", point.Time, ladder, value => value.Imaginary, predicted));
        }

        return Conclude("Weyl operators at two later times", findings);
    }

    /// <summary>Compares two-time functions.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of the limit.</param>
    /// <param name="name">What is compared.</param>
    /// <param name="part">What is compared of each function.</param>
    public Finding CheckTwoTime(ClaimRun run, Drift drift, string name, Func<Complex, double> part)
    {
        List<ElementFinding> findings = [];
        foreach (TwoTimePoint point in TwoTimePoint.All(run.Effort))
        {
            TheoryResult limit = LimitTheory.Solve(point.Model, [point.Time], drift, run.Cancellation);
            Complex[,] predicted = LimitCorrelations.TwoTime(point.Model, limit).Values[0];
            (int N, TwoTimeSeries Series)[] ladder = [.. point.Sizes.Select(n => (n, TwoTime(run, point, n)))];
            ImmutableArray<string> names = point.Model.ObservableNames;
            for (int k = 0; k < predicted.Length; k++)
            {
                (int a, int b) = (k / names.Length, k % names.Length);
                (int, Complex, double)[] values =
                    [.. ladder.Select(each => (each.N, each.Series.Values[0][a, b], each.Series.Errors[0]))];
                findings.Add(Judge($"{names[a]}, {names[b]}: {point.Model.Name}", point.Time, values, part, predicted[a, b]));
            }
        }

        return Conclude(name, findings);
    }

    private static ElementFinding Judge(
        string name, double time, (int N, Complex Value, double Error)[] ladder, Func<Complex, double> part, Complex predicted)
    {
        LadderReading reading = LadderReader.Read(
            [.. ladder.Select(each => new LadderPoint(each.N, each.N, part(each.Value), 2 * each.Error, null))]);
        return ElementJudge.Judge(name, time, reading, part(predicted), LimitError, Resolution);
    }

    private static Finding Conclude(string what, List<ElementFinding> findings) => Conclude(what, findings, group =>
        LadderEvidence.Tabulate(
            $"{what} at growing N, the elements that lie farthest off", LadderEvidence.Farthest(group, ShownElements)));

    /// <summary>The finding of several elements.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="findings">The elements.</param>
    /// <param name="tabulate">Shows those of the same sizes.</param>
    internal static Finding Conclude(
        string what, List<ElementFinding> findings, Func<IEnumerable<ElementFinding>, Evidence> tabulate)
    {
        Verdict verdict = findings.Select(each => each.Verdict).Combine();
        ElementFinding decisive = findings.Where(each => each.Verdict == verdict).MaxBy(each => each.Distance)!;
        int count = findings.Count(each => each.Verdict == verdict);
        return new Finding(
            verdict,
            $"{what}: {count} of {findings.Count} elements {verdict.ToString().ToLowerInvariant()}; "
                + $"{decisive.Observable}: {decisive.Reason}",
            [
                .. findings.GroupBy(each => string.Join(' ', each.Ladder.Select(point => point.N)), StringComparer.Ordinal)
                    .Select(tabulate),
            ]);
    }

    private WeylSeries Weyl(ClaimRun run, TwoTimePoint point, int n, string name, WeylTriple triple)
    {
        if (!weyl.TryGetValue((point.Model.Name, n, name), out WeylSeries? series))
        {
            run.Progress?.Report($"{point.Model.Name}, Weyl operators, n = {n}");
            ExactOptions options = new() { Threads = run.Threads };
            series = WeylSolver.Solve(point.Model, n, [point.Time], triple, options, cancellationToken: run.Cancellation);
            weyl.Add((point.Model.Name, n, name), series);
        }

        return series;
    }

    private NestedWeylSeries Nested(ClaimRun run, NestedPoint point, int n)
    {
        if (!nested.TryGetValue((point.Model.Name, n), out NestedWeylSeries? series))
        {
            run.Progress?.Report($"{point.Model.Name}, Weyl operators at two later times, n = {n}");
            ExactOptions options = new() { Threads = run.Threads };
            series = NestedWeylSolver.Solve(
                point.Model, n, [point.Time], point.Arguments, options, cancellationToken: run.Cancellation);
            nested.Add((point.Model.Name, n), series);
        }

        return series;
    }

    private TwoTimeSeries TwoTime(ClaimRun run, TwoTimePoint point, int n)
    {
        if (!twoTime.TryGetValue((point.Model.Name, n), out TwoTimeSeries? series))
        {
            run.Progress?.Report($"{point.Model.Name}, two-time functions, n = {n}");
            ExactOptions options = new() { Threads = run.Threads };
            series = TwoTimeSolver.Solve(point.Model, n, [point.Time], options, cancellationToken: run.Cancellation);
            twoTime.Add((point.Model.Name, n), series);
        }

        return series;
    }
}
