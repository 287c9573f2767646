using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>Bad entries of predictions in a study file: one line with file, line, key, finding and remedy.</summary>
[Trait("Kind", "Unit")]
public sealed class BadEntryTests : IDisposable
{
    private readonly PredictionFolder folder = new();

    [Theory]
    [InlineData("name: a, expect: confirmed", "", "Say what is predicted.")]
    [InlineData("name: a, values: t.csv, command: [x], expect: confirmed", ".command", "command beside values", "Keep one")]
    [InlineData("prediction: mean-field, formulas: { chi: \"1\" }, expect: confirmed", ".formulas", "formulas beside prediction")]
    [InlineData("name: a, valuse: t.csv, expect: confirmed", ".valuse", "unknown key 'valuse'", "Did you mean 'values'?")]
    [InlineData("formulas: { chi: \"1\" }, expect: confirmed", ".name", "no such key", "a name for the prediction")]
    [InlineData("name: a, formulas: { chi: \"1\" }", ".expect", "no such key", "confirmed, refuted or inconclusive")]
    [InlineData("name: a, formulas: { chi: \"1\" }, expect: yes", ".expect", "'yes'")]
    [InlineData("name: mean-field, formulas: { chi: \"1\" }, expect: confirmed", ".name", "Rename it, or write { prediction")]
    [InlineData("name: '1 a', formulas: { chi: \"1\" }, expect: confirmed", ".name", "begins with a letter")]
    [InlineData("name: a, formulas: { chi: \"1\" }, order: 1, bound: \"1/N\", expect: confirmed", ".bound", "either order or bound")]
    [InlineData("name: a, formulas: { chi: \"1\" }, order: 0, expect: confirmed", ".order", "above 0 and up to 10")]
    [InlineData("name: a, formulas: { chi: \"1\" }, order: 10.5, expect: confirmed", ".order", "'10.5'")]
    [InlineData("name: a, formulas: { chi: \"1\" }, order: high, expect: confirmed", ".order", "a finite number")]
    [InlineData("name: a, formulas: { chi: \"1\" }, bound: \"1/M\", expect: confirmed", ".bound", "unknown name 'M'", "N, beta, n, t")]
    [InlineData("name: a, formulas: { chi: \"1\" }, bound: [1], expect: confirmed", ".bound", "a list of 1")]
    [InlineData("name: a, formulas: { chi: \"1\" }, time-limit: 3, expect: confirmed", ".time-limit", "a time limit beside formulas")]
    [InlineData("name: a, command: [x], time-limit: 0, expect: confirmed", ".time-limit", "1 to 86400")]
    [InlineData("name: a, command: [x], time-limit: 0.5, expect: confirmed", ".time-limit", "without point")]
    [InlineData("name: a, command: [], expect: confirmed", ".command", "an empty list", "[python3, theory.py]")]
    [InlineData("name: a, command: python3 x.py, expect: confirmed", ".command", "'python3 x.py'", "Write [a, b, ...]")]
    [InlineData("name: a, command: [\"a\\0\"], expect: confirmed", ".command[1]", "one line")]
    [InlineData("name: a, values: none.csv, expect: confirmed", ".values", "there is no file")]
    [InlineData("name: a, values: ., expect: confirmed", ".values", "there is no file")]
    [InlineData("name: a, fluctuations: none.yaml, expect: confirmed", ".fluctuations", "there is no file")]
    [InlineData("name: a, exponential: { quantity: chi }, expect: confirmed", ".exponential.rate", "no such key")]
    [InlineData("name: a, exponential: { quantity: chi, rate: 21 }, expect: confirmed", ".exponential.rate", "from -20 to 20")]
    [InlineData(
        "name: a, exponential: { quantity: chi, rate: 1, prefactor: 0 }, expect: confirmed", ".exponential.prefactor", "other than 0")]
    [InlineData("name: a, exponential: { quantity: chi, rate: 1 }, order: 2, expect: confirmed", ".order", "an order beside exponential")]
    [InlineData("name: a, scaling: [chi], expect: confirmed", ".scaling", "a list of 1")]
    [InlineData("name: a, scaling: { quantity: chj, exponent: 1 }, expect: confirmed", ".scaling.quantity", "Did you mean 'chi'?")]
    [InlineData("name: a, scaling: { quantity: chi }, expect: confirmed", ".scaling.exponent", "no such key")]
    [InlineData("name: a, scaling: { quantity: chi, exponent: 21 }, expect: confirmed", ".scaling.exponent", "from -20 to 20")]
    [InlineData("name: a, scaling: { quantity: chi, exponent: 1, prefactor: 0 }, expect: confirmed", ".scaling.prefactor", "other than 0")]
    [InlineData(
        "name: a, scaling: { quantity: chi, exponent: 1, corrections: 2 }, expect: confirmed",
        ".scaling.corrections",
        "above 0 and up to 1")]
    [InlineData("name: a, scaling: { quantity: chi, exponent: 1 }, order: 2, expect: confirmed", ".order", "an order beside scaling")]
    [InlineData("name: a, scaling: { quantity: chi, exponent: 1 }, bound: \"1\", expect: confirmed", ".bound", "a bound beside scaling")]
    public void A_bad_entry_is_refused_at_its_key(string entry, string key, params string[] says)
    {
        folder.WriteStudy(entry);
        folder.Write("t.csv", "observable,time,value\nchi,1,2\n");

        string message = folder.Refusal();

        Assert.StartsWith(Path.Combine(folder.Path, PredictionFolder.PlaceOf(key)), message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("covv('z.all','z.all')", "unknown function 'covv'", "cov('z.all','z.all')")]
    [InlineData("cov('z.all')", "1 observable", "Name 2, each in quotes.")]
    [InlineData("cov('z.all','z.al')", "unknown observable 'z.al'", "Did you mean 'z.all'?")]
    [InlineData("squeezing('al')", "unknown block 'al'", "Did you mean 'all'?")]
    [InlineData("mean(z)", "unknown name 'z'")]
    [InlineData("mean('z.all", "no formula at character 5")]
    public void A_bad_quantity_is_refused_at_its_key(string quantity, params string[] says)
    {
        folder.WriteStudy("prediction: mean-field, expect: confirmed", quantity: quantity);

        string message = folder.Refusal();

        Assert.Contains("study.yaml:6: quantities.chi: ", message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1/(N - N)", "no finite number at t = 0.5, n = 8")]
    [InlineData("1/N - 0.1", "at t = 0.5, n = 12")]
    [InlineData("1/(t - 1)^2", "no finite number at t = 1, n = 8")]
    public void A_bound_must_be_a_number_at_every_time_and_size(string bound, string says)
    {
        foreach (string kind in new[] { "prediction: mean-field", "name: a, formulas: { chi: \"1\" }" })
        {
            folder.WriteStudy($"{kind}, bound: \"{bound}\", expect: confirmed");

            string message = folder.Refusal();

            Assert.Contains(PredictionFolder.PlaceOf(""), message, StringComparison.Ordinal);
            Assert.Contains(says, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_predictions_of_one_name_are_refused()
    {
        folder.WriteStudy(
            "name: a, formulas: { chi: \"1\" }, expect: confirmed }\n  - { name: a, formulas: { chi: \"2\" }, expect: refuted");

        Assert.Contains("study.yaml:9: predictions[2]: found a for the second time", folder.Refusal(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
