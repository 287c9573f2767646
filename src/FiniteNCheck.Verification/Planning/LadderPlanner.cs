using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Theory.Levels;

namespace FiniteNCheck.Verification.Planning;

/// <summary>
/// Chooses the sizes of a study, and its times where it has none. The choice rests on theory and on estimates, which are formulas of the
/// model: the same budget gives the same sizes on every machine with enough memory.
/// </summary>
internal sealed class LadderPlanner
{
    private const int SmallestLadder = 4;
    private const int MaxSteps = 1_000_000;
    private const double MinLargest = 48;

    // Times beyond the first one of a standard study are taken as long as the budget suffices for their ladder.
    private static readonly double[] TimesOfStandard = [0.5, 1, 2];

    private readonly Study study;
    private readonly AutomaticLadder automatic;
    private readonly ExactOptions options;
    private readonly StudySolvers solvers;
    private readonly SymmetricModel model;
    private readonly int step;
    private readonly CancellationToken cancellationToken;

    private LadderPlanner(
        Study study, AutomaticLadder automatic, StudyOptions options, StudySolvers solvers, CancellationToken cancellationToken)
    {
        this.study = study;
        this.automatic = automatic;
        this.solvers = solvers;
        this.cancellationToken = cancellationToken;
        ExactOptions exact = options.ForExact(study);
        this.options = exact with { Threads = 1, AllowLong = true, MemoryLimit = automatic.Memory ?? exact.MemoryLimit };
        model = solvers.ResolveInitialState(study.Model, cancellationToken);
        step = SizePattern.StepOf(model);
    }

    /// <summary>The study with sizes and times; as it is if it has them.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="InputException">The study is invalid, or the budget does not suffice for four sizes.</exception>
    public static Study Complete(Study study, StudyOptions options, StudySolvers solvers, CancellationToken cancellationToken)
    {
        if (study.Automatic is not { } automatic || !study.Ladder.IsEmpty)
        {
            return study;
        }

        StudyValidation.Check(study);
        try
        {
            return new LadderPlanner(study, automatic, options, solvers, cancellationToken).Complete();
        }
        catch (InputException) when (study.Cell is not null)
        {
            // In a sweep one cell stops no other: its points fail when they run, with this reason.
            return study with { Ladder = SizePattern.UpTo(SmallestLadder, SizePattern.StepOf(study.Model)) };
        }
    }

    private Study Complete()
    {
        ImmutableArray<ImmutableArray<double>> choices = study.Times.IsEmpty ? StandardTimes() : [study.Times];
        if (!IsAffordable(SmallestLadder, choices[^1]))
        {
            throw new InputException(
                $"study '{study.Name}': the four smallest sizes, up to n = {SmallestLadder * step}, do not fit into the budget of "
                + $"{Numeral.Duration(automatic.Budget)} of one thread and the memory allowed. "
                + "Give more of them, merge blocks, or choose earlier times.");
        }

        foreach (ImmutableArray<double> times in choices)
        {
            (CorrectionResult? corrections, string? reason) = Foresee(times);
            double? need = corrections is null
                ? null
                : Enumerable.Range(0, times.Length).Max(t => LadderNeed.At(corrections, t, study.Resolution));
            int largest = LargestAffordable(times, corrections is null ? MaxSteps : MaxUseful(corrections, need!.Value));
            bool suffices = need is null || (long)largest * step >= need;
            if (suffices || times.Length == 1 || times == choices[^1])
            {
                return Chosen(times, largest, need, reason);
            }
        }

        throw new InvalidOperationException("There is a last choice.");
    }

    private Study Chosen(ImmutableArray<double> times, int largest, double? need, string? reason)
    {
        ImmutableArray<int> ladder = SizePattern.UpTo(largest, step);
        string sizes =
            $"ladder: auto chose n = {string.Join(", ", ladder)} within a budget of {Numeral.Duration(automatic.Budget)} of one thread "
            + $"(estimate {Numeral.Duration(ladder.Sum(n => Plan(n, times).Taken.Seconds))}). ";
        string resolution = Numeral.Exact(study.Resolution);
        string why =
            need is not { } wanted ? $"{reason}: these are the largest sizes that the budget allows."
            : wanted <= ladder[^1]
                ? $"By the coefficients of 1/n, sizes up to n = {Math.Ceiling(wanted)} suffice for the resolution {resolution}."
            : $"By the coefficients of 1/n it takes sizes up to about n = {Numeral.Of(wanted)} for the resolution {resolution}"
                + $"{Cost(wanted, times)}: the budget allows no more than these.";
        string listed = string.Join(", ", times.Select(Numeral.Exact));
        string[] chosenTimes = study.Times.IsEmpty
            ? [$"Times {listed} were chosen by the largest rate at the start; a study file names others."]
            : [];
        return study with { Ladder = ladder, Times = times, Notes = [sizes + why, .. chosenTimes] };
    }

    /// <summary>What the largest of the sizes takes that theory asks for, as part of a sentence.</summary>
    private string Cost(double need, ImmutableArray<double> times)
    {
        double size = Math.Ceiling(need / step) * step;
        if (size > MaxSteps)
        {
            return string.Empty;
        }

        RunEstimate estimate = Plan((int)size, times).Taken;
        return estimate.Fits
            ? $" ({Numeral.Duration(estimate.Seconds)} for the largest)"
            : $" ({Numeral.Bytes(estimate.Bytes)} of memory for the largest)";
    }

    /// <summary>The coefficients of 1/n; without them, why.</summary>
    private (CorrectionResult? Corrections, string? Reason) Foresee(ImmutableArray<double> times)
    {
        try
        {
            CorrectionResult? corrections = solvers.Corrections(model, times, cancellationToken);
            return (corrections, corrections is null ? "The coefficients of 1/n are not known" : null);
        }
        catch (InputException exception)
        {
            return (null, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>The largest size worth computing, in steps: up to which covariances can be read, but at least what is needed.</summary>
    private double MaxUseful(CorrectionResult corrections, double need) => Math.Max(
        MinLargest,
        Math.Max(need, LadderNeed.MaxReadable(corrections, model.Blocks.Max(block => block.Share), options.Tolerance)) / step);

    /// <summary>
    /// The largest ladder within the budget, in steps, to a tenth. Beyond what theory asks for it uses all of the budget that is of use,
    /// since theory foresees when a limit is resolved but not when an order can be told.
    /// </summary>
    private int LargestAffordable(ImmutableArray<double> times, double useful)
    {
        int most = (int)Math.Min(MaxSteps, Math.Ceiling(useful));
        int good = SmallestLadder;
        int bad = SmallestLadder;
        while (bad == good && good < most)
        {
            int next = Math.Min(most, 2 * good);
            (good, bad) = IsAffordable(next, times) ? (next, next) : (good, next);
        }

        while (bad - good > Math.Max(1, good / 10))
        {
            int middle = (good + bad) / 2;
            (good, bad) = IsAffordable(middle, times) ? (middle, bad) : (good, middle);
        }

        return good;
    }

    private bool IsAffordable(int largest, ImmutableArray<double> times)
    {
        double left = automatic.Budget;
        foreach (int n in SizePattern.UpTo(largest, step).Reverse())
        {
            RunEstimate estimate = Plan(n, times).Taken;
            left -= estimate.Seconds;
            if (left < 0 || !estimate.Fits)
            {
                return false;
            }
        }

        return true;
    }

    private ExactPlan Plan(int n, ImmutableArray<double> times) => solvers.Plan(model, n, times, options, cancellationToken);

    /// <summary>Half, once and twice the time of the fastest rate at the start, to one digit; fewer of them, in turn.</summary>
    private ImmutableArray<ImmutableArray<double>> StandardTimes()
    {
        double rate = SymmetricTheory.RateAtStart(model, cancellationToken);
        double unit = rate > 0 ? 1 / rate : 1;
        ImmutableArray<double> all = [.. TimesOfStandard.Select(factor => OneDigit(factor * unit)).Distinct()];
        return [.. Enumerable.Range(0, all.Length).Select(left => all[..^left])];
    }

    private static double OneDigit(double time)
    {
        int exponent = (int)Math.Floor(Math.Log10(time));
        double power = Math.Pow(10, Math.Abs(exponent));

        // Divided by the power, not multiplied by its inverse: 7/10 is 0.7.
        return exponent < 0 ? Math.Round(time * power) / power : Math.Round(time / power) * power;
    }
}
