using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Dynamics;

/// <summary>
/// Whether fluctuations become Gaussian, Definition 3 and (6): exact characteristic functions <c>&lt;exp(i r.F)&gt;</c> of one pattern on one block, at
/// growing N, at a fixed point and on the way to one, against the Gaussian of the limit covariance, for <c>r</c> up to three standard deviations.
/// </summary>
/// <remarks>
/// Cumulants of order k carry <c>N^(1 - k/2)</c>: the real part has a series in 1/N, the imaginary part starts with <c>N^(-1/2)</c>, so its square is what
/// is followed.
/// </remarks>
/// <param name="gaussian">The limit as a function of <c>r . Sigma r</c>; (6) has <c>exp(-r . Sigma r/2)</c>.</param>
internal sealed class Gaussianity(Func<double, double> gaussian)
{
    private static readonly int[] QuickSizes = [16, 20, 24, 32, 40, 48];
    private static readonly int[] FullSizes = [32, 48, 64, 96, 128, 160, 192];
    private static readonly double[] Times = [0.5, 1];
    private static readonly double[] Deviations = [1, 2, 3];
    private static readonly PauliVector[] Directions = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(-1, 1, 2)];

    private const int ShownPerPoint = 4;

    // Characteristic functions are of order one.
    private const double Resolution = 0.01;

    /// <summary>Follows the ladders.</summary>
    /// <param name="run">How.</param>
    public Finding Check(ClaimRun run)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5)]);
        (double Temperature, double Field, InitialState? Start)[] places = [(0.5, 0.2, null), (2, 0.2, tilted), (1.2, 0.5, tilted)];
        return Finding.All([.. places.Select(place => Check(run, LimitTheory.ResolveInitialState(Points.Network([[1]], place.Temperature, place.Field, place.Start))))]);
    }

    private Finding Check(ClaimRun run, CollectiveModel model)
    {
        MomentSeries limit = LimitTheory.Solve(model, Times, Drift.Full, run.Cancellation).Moments;
        List<ElementFinding> findings = [];
        for (int t = 0; t < Times.Length; t++)
        {
            (PauliVector R, string Name, double Form)[] grid = [.. Grid(limit.Covariance[t])];
            CharacteristicFunction[] exact = [.. (run.Full ? FullSizes : QuickSizes).Select(n => Solve(run, model, n, Times[t], grid))];
            for (int k = 0; k < grid.Length; k++)
            {
                int index = k;
                findings.Add(Judge(run, exact, $"Re, {grid[k].Name}", Times[t], gaussian(grid[k].Form), each => each.Values[0][index].Real));
                findings.Add(Judge(run, exact, $"(Im)^2, {grid[k].Name}", Times[t], 0, each => Math.Pow(each.Values[0][index].Imaginary, 2)));
            }
        }

        return Summary(model, findings);
    }

    private static IEnumerable<(PauliVector R, string Name, double Form)> Grid(double[,] covariance)
    {
        foreach (PauliVector direction in Directions)
        {
            double variance = Form(direction, covariance);
            foreach (double deviations in Deviations)
            {
                PauliVector r = deviations / Math.Sqrt(variance) * direction;
                yield return (r, $"r along ({direction.X}, {direction.Y}, {direction.Z}), {deviations} standard deviations", Form(r, covariance));
            }
        }
    }

    private static double Form(PauliVector r, double[,] covariance)
    {
        double sum = 0;
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                sum += r[(PauliAxis)a] * covariance[a, b] * r[(PauliAxis)b];
            }
        }

        return sum;
    }

    private static CharacteristicFunction Solve(ClaimRun run, CollectiveModel model, int n, double time, (PauliVector R, string Name, double Form)[] grid)
    {
        run.Progress?.Report($"{model.Name}, characteristic function, n = {n}");
        ImmutableArray<PauliVector>[] arguments = [.. grid.Select(each => ImmutableArray.Create(each.R))];
        return CharacteristicFunction.Solve(model, n, [time], arguments, new ExactOptions { Threads = run.Threads }, run.Cancellation);
    }

    private static ElementFinding Judge(ClaimRun run, CharacteristicFunction[] exact, string name, double time, double prediction, Func<CharacteristicFunction, double> value)
    {
        int[] sizes = run.Full ? FullSizes : QuickSizes;
        LadderReading reading = LadderReader.Read([.. exact.Select((each, i) => new LadderPoint(sizes[i], sizes[i], value(each), each.Errors[0], null))]);
        return ElementJudge.Judge(name, time, reading, prediction, 0, Resolution);
    }

    private static Finding Summary(CollectiveModel model, List<ElementFinding> findings)
    {
        int refuted = findings.Count(each => each.Verdict == Verdict.Refuted);
        int confirmed = findings.Count(each => each.Verdict == Verdict.Confirmed);
        double widest = findings.Max(each => each.LimitUncertainty);
        ElementFinding worst = findings.MaxBy(each => each.Distance)!;
        int within = findings.Count(each => each.Distance <= 1);
        Verdict verdict = refuted > 0 ? Verdict.Refuted : confirmed == findings.Count ? Verdict.Confirmed : Verdict.Inconclusive;
        string reason = $"{model.Name}: {findings.Count} limits of <exp(i r.F)>, {refuted} refuted, {within} within their uncertainty (at most {widest:E1}), {confirmed} of them with the order 1/N seen; the farthest is {worst.Distance:G3} uncertainties off ({worst.Observable}, t = {worst.Time}).";
        var evidence = new Evidence(
            $"{model.Name}: characteristic functions; the {ShownPerPoint} of {findings.Count} limits that lie farthest off",
            ["element", "t", "predicted", "limit", "+-", "order", "distance in uncertainties"],
            [.. findings.OrderByDescending(each => each.Distance).Take(ShownPerPoint).Select(Row)]);
        return new Finding(verdict, reason, [evidence]);
    }

    private static ImmutableArray<Cell> Row(ElementFinding each) =>
        [each.Observable, each.Time, each.Prediction, each.Limit, each.LimitUncertainty, each.Order ?? double.NaN, each.Distance];
}
