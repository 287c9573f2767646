using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Tests.Support;

/// <summary>Random models whose fields, couplings and rates, collective ones among them, depend on time: smoothly, or by steps.</summary>
internal static class RandomDrives
{
    public static IEnumerable<RandomModel> Draw(ulong seed, int count, bool isStepwise)
    {
        var random = new Random((int)(seed % int.MaxValue));
        return RandomModels.Draw(seed + 2, 4 * count)
            .Where(drawn => drawn.Spins <= 4)
            .Take(count)
            .Select(drawn => drawn with { Model = Driven(drawn.Model, random, isStepwise) });
    }

    private static CollectiveModel Driven(CollectiveModel model, Random random, bool isStepwise) => model with
    {
        DrivenFields =
        [
            new DrivenField(random.Next(model.Blocks.Length), (PauliAxis)random.Next(3), Function(random, isStepwise)),
            new DrivenField(random.Next(model.Blocks.Length), (PauliAxis)random.Next(3), Function(random, isStepwise)),
        ],
        Couplings = [.. model.Couplings.Select((pair, c) => c % 2 == 0 ? pair with { Drive = Function(random, isStepwise) } : pair)],
        Jumps =
        [
            .. model.Jumps.Select((jump, l) => l % 2 == 0 && jump.Rate is not NormalisedRate
                ? jump with { Drive = Function(random, isStepwise) }
                : jump),
        ],
        CollectiveJumps =
        [
            .. model.CollectiveJumps,
            new(
                [.. model.Blocks.Select(_ => new SpinOperator(
                    random.NextDouble(), 0.5 * random.NextDouble(), random.NextDouble(), -random.NextDouble()))],
                new ExponentialRate(0.7, 0.4),
                [.. model.Blocks.Select(_ => new PauliVector(0, 0, random.NextDouble() - 0.5))])
            {
                Drive = Function(random, isStepwise),
            },
        ],
    };

    private static TimeFunction Function(Random random, bool isStepwise)
    {
        (double a, double b, double w) = (random.NextDouble(), random.NextDouble() - 0.5, 1 + (4 * random.NextDouble()));
        if (isStepwise)
        {
            return new Steps([0, 0.2 + (0.3 * random.NextDouble()), 0.7], [a, b, a - b]);
        }

        string formula = random.Next(3) switch
        {
            0 => FormattableString.Invariant($"{a}+({b})*sin({w}*t)"),
            1 => FormattableString.Invariant($"{a}*t+({b})"),
            _ => FormattableString.Invariant($"exp(-{w}*(t-0.5)^2)+({b})"),
        };
        return new FormulaOfTime(FormulaParser.Parse(formula, [FormulaOfTime.Time]));
    }
}
