using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// The right side of a statement about <c>L_N[W]</c> less its left side, averaged between Weyl operators at time 0 and growing N. Both
/// sides are computed exactly. The even part in <c>(r1, r, r2)</c> has a series in 1/N.
/// </summary>
/// <param name="What">What is compared.</param>
/// <param name="Points">The models and arguments.</param>
/// <param name="Exact">The left side.</param>
/// <param name="Form">The right side.</param>
internal sealed record GeneratorLadder(
    string What,
    IReadOnlyList<WeylPoint> Points,
    Func<WeylPoint, SpinSector, IEnumerable<(Band Left, Band Right)>> Exact,
    Func<Expansion, Band> Form)
{
    // Rounding in the traces, relative to terms of the order of sqrt(N), and the usual resolution.
    private const double Rounding = 1e-11;
    private const double Resolution = 0.01;

    private static readonly int[] sizes = [16, 24, 32, 48, 64, 96, 128];

    /// <summary>The limit that the difference must have; zero where both sides are claimed to agree.</summary>
    public Func<WeylPoint, Complex> Difference { get; init; } = _ => Complex.Zero;

    /// <summary>Computes the difference and judges its limit.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run)
    {
        List<ElementFinding> findings = [];
        foreach (WeylPoint point in Points)
        {
            run.Progress?.Report($"{What}: {point.Model.Name}");
            (int N, Complex Value)[] ladder = [.. sizes.Select(n => (n, Even(run, point, n)))];
            Complex difference = Difference(point);
            findings.Add(Judge($"Re, {point.Model.Name}", ladder, value => value.Real, difference));
            findings.Add(Judge($"Im, {point.Model.Name}", ladder, value => value.Imaginary, difference));
        }

        return Conclude($"{What}, even part", findings);
    }

    /// <summary>The even part of the difference at one size.</summary>
    /// <param name="run">The run.</param>
    /// <param name="point">The model and the arguments.</param>
    /// <param name="n">The number of spins.</param>
    internal Complex Even(ClaimRun run, WeylPoint point, int n) => (Value(run, point, n) + Value(run, point.Opposite, n)) / 2;

    /// <summary>
    /// The limit of what Lemma 11 loses, <c>i Gamma Gamma' (r.M omega) (r.sigma r_l)</c> times the average of the operators.
    /// </summary>
    /// <param name="point">The model and the arguments.</param>
    internal static Complex LostTerm(WeylPoint point)
    {
        TheoryResult limit = LimitTheory.Solve(point.Model, [0], Drift.Full);
        Complex weyl = LimitCorrelations.Weyl(point.Model, limit, point.Triple).Values[0];
        return weyl * Expansion.LostAverage(point);
    }

    /// <summary>Judges a ladder against a limit.</summary>
    /// <param name="name">The name of the element.</param>
    /// <param name="ladder">The values at growing N.</param>
    /// <param name="part">The part that is judged.</param>
    /// <param name="predicted">The claimed limit.</param>
    internal static ElementFinding Judge(string name, (int N, Complex Value)[] ladder, Func<Complex, double> part, Complex predicted)
    {
        LadderReading reading = LadderReader.Read(
            [.. ladder.Select(each => new LadderPoint(each.N, each.N, part(each.Value), Rounding, null))]);
        return ElementJudge.Judge(name, 0, reading, part(predicted), Rounding, Resolution);
    }

    /// <summary>The finding of several elements.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="findings">The elements.</param>
    internal static Finding Conclude(string what, List<ElementFinding> findings) =>
        TwoTimeLadders.Conclude(what, findings, group => LadderEvidence.Tabulate($"{what} at growing N", [.. group]));

    private Complex Value(ClaimRun run, WeylPoint point, int n)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        return new WeylStart(point.Bloch, point.Triple, point.Axis, n).Average(sector =>
        [
            (Form(new Expansion(point, sector)), sector.One),
            .. Exact(point, sector).Select(term => (-1 * term.Left, term.Right)),
        ]);
    }
}
