using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>
/// Steps under a generator that depends on time. Where it is constant between jumps, every piece is certified as it is without a drive.
/// Smooth drives take one <see cref="MagnusStep"/> after the other.
/// </summary>
/// <remarks>
/// The error of a Magnus step is estimated, not bounded: two half steps are compared with the whole one, and a fifteenth of the distance
/// is taken for the error of the former. Errors of steps add up, because the exact evolution contracts the trace norm.
/// </remarks>
internal sealed class DrivenSteps
{
    /// <summary>States held beside those of the propagator: the whole step, and the state before it.</summary>
    public const int VectorsHeld = 2;

    private const double MagnusShare = 0.5;
    private const double MaxGrowth = 4;
    private const double MinGrowth = 0.2;
    private const double Safety = 0.9;

    // A step must see every swing of a drive: per swing over its whole range so many steps at least. Swings are found on a grid.
    private const double StepsPerSwing = 4;
    private const int Samples = 4096;

    private readonly IDrivenSystem generator;
    private readonly ChebyshevPropagator propagator;
    private readonly double[] breaks;
    private readonly bool isStepwise;
    private readonly double errorPerTime;
    private readonly double maxStep;
    private double[] before = [];
    private double[] whole = [];
    private double nextStep;

    /// <summary>Prepares steps.</summary>
    /// <param name="generator">The generator; its average changes.</param>
    /// <param name="propagator">Advances the state under the generator as it is.</param>
    /// <param name="functions">The functions of time.</param>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="end">The end of the run.</param>
    public DrivenSteps(
        IDrivenSystem generator, ChebyshevPropagator propagator, IReadOnlyList<TimeFunction> functions, double errorPerTime, double end)
    {
        (this.generator, this.propagator, this.errorPerTime) = (generator, propagator, errorPerTime);
        breaks = [.. functions.SelectMany(function => function.Breaks).Distinct().Order()];
        isStepwise = functions.All(function => function.IsStepwise);
        maxStep = end / (1 + (StepsPerSwing * functions.Max(function => Swings(function, end))));
        nextStep = maxStep;
    }

    /// <summary>The estimated error of the Magnus steps so far, in trace norm; part of the integration error.</summary>
    public double MagnusError { get; private set; }

    /// <summary>Magnus steps so far; 0 where pieces are constant.</summary>
    public long MagnusSteps { get; private set; }

    /// <summary>How the state is advanced, in words.</summary>
    public string Integrator => isStepwise
        ? "Chebyshev series piece by piece"
        : "Chebyshev series in Magnus steps of order 4, whose error is estimated by halving, not bounded, and part of the error bound";

    /// <summary>
    /// Takes one step towards a time and never beyond it. A step that does not come to its end leaves the state as it was.
    /// </summary>
    /// <param name="numbers">The state; advanced.</param>
    /// <param name="now">The time reached.</param>
    /// <param name="time">The time to head for.</param>
    /// <param name="cancellationToken">Cancels the step with an <see cref="OperationCanceledException"/>.</param>
    public DrivenStep StepTowards(double[] numbers, double now, double time, CancellationToken cancellationToken)
    {
        double boundary = Math.Min(time, breaks.FirstOrDefault(each => each > now, double.PositiveInfinity));
        if (!isStepwise)
        {
            return StepSmoothly(numbers, now, boundary, cancellationToken);
        }

        generator.Average((1, now));
        ChebyshevStep step = propagator.Step(generator, numbers, boundary - now, errorPerTime, cancellationToken);
        return new DrivenStep(step.Length, boundary, step.Error, step.Rounding);
    }

    /// <summary>Writes everything that the next step depends on.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write(MagnusError);
        writer.Write(nextStep);
        writer.Write(MagnusSteps);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and changes nothing yet.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <returns>Restores what was read.</returns>
    public Action Read(CheckpointReader reader)
    {
        double error = reader.Number(0, double.MaxValue);
        double step = reader.Number(double.Epsilon, double.MaxValue);
        long steps = reader.Whole(0);
        return () => (MagnusError, nextStep, MagnusSteps) = (error, step, steps);
    }

    private DrivenStep StepSmoothly(double[] numbers, double now, double boundary, CancellationToken cancellationToken)
    {
        if (before.Length == 0)
        {
            (before, whole) = (new double[numbers.Length], new double[numbers.Length]);
        }

        Array.Copy(numbers, before, numbers.Length);
        double left = boundary - now;
        double h = nextStep >= left ? left : Math.Min(nextStep, left / 2);
        try
        {
            while (true)
            {
                Account account = default;
                Array.Copy(before, whole, numbers.Length);
                bool isTaken = Magnus(whole, now, h, ref account, cancellationToken);
                account = default;
                isTaken = isTaken
                    && Magnus(numbers, now, h / 2, ref account, cancellationToken)
                    && Magnus(numbers, now + (h / 2), h / 2, ref account, cancellationToken);
                double error = isTaken ? Distance(numbers, whole) / 15 : double.PositiveInfinity;
                double allowed = Math.Max(MagnusShare * errorPerTime * h, account.Rounding);
                double growth = Math.Clamp(Safety * Math.Pow(allowed / Math.Max(error, double.Epsilon), 0.25), MinGrowth, MaxGrowth);
                if (error <= allowed)
                {
                    // A step cut short by an output time is no reason to take shorter ones.
                    nextStep = Math.Min(maxStep, Math.Max(h * growth, h < nextStep ? nextStep * Math.Min(1, growth) : 0));
                    MagnusError += error;
                    MagnusSteps++;
                    return new DrivenStep(h, boundary, account.Error + error, account.Rounding);
                }

                Array.Copy(before, numbers, numbers.Length);
                h = nextStep = Math.Min(growth, Safety) * h;
                if (!(now + h > now))
                {
                    throw new ArithmeticException(
                        $"The drive changes too fast at t = {Numeral.Of(now)}: Magnus steps of {Numeral.Of(h)} do not resolve it.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            Array.Copy(before, numbers, numbers.Length);
            throw;
        }
    }

    // Returns false where the step cannot be taken.
    private bool Magnus(double[] numbers, double time, double h, ref Account account, CancellationToken cancellationToken)
    {
        Account sum = account;
        bool isTaken = MagnusStep.Take(generator, time, h, duration =>
        {
            for (double left = duration; left > 0;)
            {
                ChebyshevStep step = propagator.Step(generator, numbers, left, (1 - MagnusShare) / 16 * errorPerTime, cancellationToken);
                sum = new Account(sum.Error + (MagnusStep.MaxFactor * step.Error), sum.Rounding + (MagnusStep.MaxFactor * step.Rounding));
                left = step.Length >= left ? 0 : left - step.Length;
            }
        });
        account = sum;
        return isTaken;
    }

    private double Distance(double[] numbers, double[] other)
    {
        for (int i = 0; i < other.Length; i++)
        {
            other[i] -= numbers[i];
        }

        return generator.Norm(other);
    }

    // How often a function runs over its whole range.
    private static double Swings(TimeFunction function, double end)
    {
        if (function.IsStepwise || end == 0)
        {
            return 0;
        }

        double[] values = [.. Enumerable.Range(0, Samples + 1).Select(k => function.At(end * k / Samples))];
        double variation = values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Sum();
        double range = values.Max() - values.Min();
        return range > 0 ? variation / range : 0;
    }

    // Bounds of the errors of several steps of the propagator.
    private readonly record struct Account(double Error, double Rounding);
}
