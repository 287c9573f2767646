using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>Validates the definition of a Hopfield network.</summary>
internal static class HopfieldValidation
{
    /// <summary>Lists the problems of a network. Keys follow the shorthand of model files.</summary>
    /// <param name="network">The network.</param>
    internal static IEnumerable<ModelProblem> Problems(HopfieldNetwork network)
    {
        List<ModelProblem> problems = [.. PatternProblems(network.Patterns), .. NumberProblems(network)];
        if (problems.Count > 0)
        {
            return problems;
        }

        double largest = Enumerable.Range(0, network.BlockCount)
            .Max(h => Enumerable.Range(0, network.BlockCount).Sum(k => Math.Abs(network.Weight(h, k))));
        bool isUsable = Magnitude.IsUsable(1 / (2 * network.Temperature))
            && RateValidation.IsUsable(network.RateOf(1), (-largest, largest));
        return isUsable
            ? []
            : [new(
                "hopfield.temperature",
                $"{Numeral.Exact(network.Temperature)}, at which the squared rate exp({Numeral.Exact(largest)}/T)/2 exceeds 1e100",
                "a temperature at which the rates stay below 1e50",
                "Raise the temperature, or use rates: normalised.")];
    }

    private static IEnumerable<ModelProblem> PatternProblems(ImmutableArray<ImmutableArray<int>> patterns)
    {
        const string remedy = "Write one row per pattern and one sign 1 or -1 per block, such as [[1, -1]].";
        if (patterns.IsDefaultOrEmpty)
        {
            yield return new("hopfield.patterns", "no pattern", "at least one row of signs", remedy);
            yield break;
        }

        for (int mu = 0; mu < patterns.Length; mu++)
        {
            string key = $"hopfield.patterns[{mu + 1}]";
            ImmutableArray<int> row = patterns[mu];
            if (row.IsDefaultOrEmpty)
            {
                yield return new(key, "an empty row", "one sign per block", remedy);
                yield break;
            }

            if (row.Length > ModelValidation.MaxBlocks)
            {
                yield return new(
                    key,
                    $"a row of {row.Length} signs",
                    $"at most {ModelValidation.MaxBlocks} signs, one per block",
                    remedy);
                yield break;
            }

            if (row.Length != patterns[0].Length)
            {
                yield return new(
                    key,
                    $"a row of {row.Length} signs",
                    $"rows of equal length, {patterns[0].Length} like the first",
                    remedy);
            }

            for (int h = 0; h < row.Length; h++)
            {
                if (row[h] is not (1 or -1))
                {
                    yield return new($"{key}[{h + 1}]", $"{row[h]}", "1 or -1", remedy);
                }
            }
        }
    }

    private static IEnumerable<ModelProblem> NumberProblems(HopfieldNetwork network)
    {
        if (!(network.Temperature is > 0 and <= ModelValidation.MaxMagnitude))
        {
            yield return new(
                "hopfield.temperature",
                $"{Numeral.Exact(network.Temperature)}",
                "a number above 0, up to 1e50",
                "Give T = 1/beta.");
        }

        if (!Magnitude.IsUsable(network.TransverseField))
        {
            yield return Magnitude.OutOfRange("hopfield.transverse-field", $"{Numeral.Exact(network.TransverseField)}");
        }

        if (!Magnitude.IsUsable(network.Coupling))
        {
            yield return Magnitude.OutOfRange("hopfield.coupling", $"{Numeral.Exact(network.Coupling)}");
        }

        if (!Enum.IsDefined(network.Rates))
        {
            yield return new("hopfield.rates", $"{(int)network.Rates}", "exponential or normalised", "Use a member of HopfieldRates.");
        }
    }
}
