using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Whether fluctuations become Gaussian, Definition 3 and (6): exact characteristic functions
/// <c>&lt;exp(i r.F)&gt;</c> of one pattern on one block, at growing N, at a fixed point and on the way to one,
/// against the Gaussian of the limit covariance: the mean of their squared distance over a grid of <c>r</c> up to
/// three standard deviations must vanish.
/// </summary>
/// <remarks>
/// Cumulants of order k carry <c>N^(1 - k/2)</c>: real parts differ from the limit by 1/N, imaginary parts by
/// <c>N^(-1/2)</c>, so the mean square has a series in 1/N that starts with the first power.
/// </remarks>
/// <param name="gaussian">The limit as a function of <c>r . Sigma r</c>; (6) has <c>exp(-r . Sigma r/2)</c>.</param>
internal sealed class Gaussianity(Func<double, double> gaussian)
{
    private static readonly int[] QuickSizes = [16, 20, 24, 32, 40, 48, 64];
    private static readonly int[] FullSizes = [32, 48, 64, 96, 128, 160, 192];
    private static readonly double[] Times = [0.5, 1];
    private static readonly double[] Deviations = [1, 2, 3];
    private static readonly PauliVector[] Directions = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(-1, 1, 2)];

    // Characteristic functions are of order one, and 0.01 is the usual resolution: squared.
    private const double Resolution = 1e-4;

    /// <summary>Follows the ladders.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5)]);
        (double Temperature, double Field, InitialState? Start)[] places =
        [
            (0.5, 0.2, null),
            (0.5, 0.3, null),
            (2, 0.2, tilted),
            (1.2, 0.5, tilted),
        ];
        ElementFinding[] findings = [.. places.SelectMany(place => Follow(run, place.Temperature, place.Field, place.Start))];
        Verdict verdict = findings.Select(each => each.Verdict).Combine();
        ElementFinding worst = findings.MaxBy(each => each.Verdict == Verdict.Inconclusive ? double.PositiveInfinity : each.Distance)!;
        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"mean squared distance from the Gaussian over {Directions.Length * Deviations.Length} vectors r, "
                + $"{findings.Length} limits; the farthest from zero, {worst.Observable}, t = {worst.Time}: "
                + $"limit {Numeral.WithUncertainty(worst.Limit, worst.LimitUncertainty)}; {worst.Reason}");
        return new Finding(
            verdict,
            reason,
            [
                LadderEvidence.Tabulate(
                    "Mean of |<exp(i r.F)> - exp(-r . Sigma r/2)|^2 over r, exact at growing N, and its limit",
                    findings,
                    "point"),
            ]);
    }

    private IEnumerable<ElementFinding> Follow(ClaimRun run, double temperature, double field, InitialState? start)
    {
        CollectiveModel model = LimitTheory.ResolveInitialState(ModelPoints.Network([[1]], temperature, field, start));
        MomentSeries limit = LimitTheory.Solve(model, Times, Drift.Full, run.Cancellation).Moments;
        int[] sizes = run.Effort.Choose(QuickSizes, FullSizes);
        for (int t = 0; t < Times.Length; t++)
        {
            (PauliVector R, double Form)[] grid = [.. Grid(limit.Covariance[t])];
            LadderReading reading = LadderReader.Read([
                .. sizes.Select(n => MeanSquare(n, Solve(run, model, n, Times[t], grid), grid)),
            ]);
            string name = string.Create(
                CultureInfo.InvariantCulture,
                $"T = {temperature}, Omega = {field}{(start is null ? ", at rest" : string.Empty)}");
            yield return ElementJudge.Judge(name, Times[t], reading, 0, 0, Resolution);
        }
    }

    private LadderPoint MeanSquare(int n, CharacteristicFunction exact, (PauliVector R, double Form)[] grid)
    {
        double[] distances = [.. grid.Select((each, k) => (exact.Values[0][k] - gaussian(each.Form)).Magnitude)];
        double error = exact.Errors[0];
        return new LadderPoint(
            n,
            n,
            distances.Average(distance => distance * distance),
            distances.Average(distance => (2 * distance * error) + (error * error)),
            null);
    }

    private static IEnumerable<(PauliVector R, double Form)> Grid(double[,] covariance)
    {
        foreach (PauliVector direction in Directions)
        {
            double variance = Form(direction, covariance);
            foreach (double deviations in Deviations)
            {
                PauliVector r = deviations / Math.Sqrt(variance) * direction;
                yield return (r, Form(r, covariance));
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

    private static CharacteristicFunction Solve(
        ClaimRun run,
        CollectiveModel model,
        int n,
        double time,
        (PauliVector R, double Form)[] grid)
    {
        run.Progress?.Report($"{model.Name}, characteristic function, n = {n}");
        ImmutableArray<PauliVector>[] arguments = [.. grid.Select(each => ImmutableArray.Create(each.R))];
        return CharacteristicFunction.Solve(model, n, [time], arguments, new ExactOptions { Threads = run.Threads }, run.Cancellation);
    }
}
