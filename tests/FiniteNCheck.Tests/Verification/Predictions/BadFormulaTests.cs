using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>Bad formulas of predictions, and formulas without a value at a time or a size.</summary>
[Trait("Kind", "Unit")]
public sealed class BadFormulaTests : IDisposable
{
    private readonly PredictionFolder folder = new();

    [Theory]
    [InlineData("sigm('z.all','z.all')", "unknown function 'sigm'", "Known are mf('z.all'), sigma('z.all','z.all'), abs")]
    [InlineData("cov('z.all','z.all')", "unknown function 'cov'")]
    [InlineData("if(1, 2, 3)", "unknown function 'if'")]
    [InlineData("1/(1 - bta)", "unknown name 'bta'", "Known are N, beta, n, t.")]
    [InlineData("mf('z.al')", "unknown observable 'z.al'", "Did you mean 'z.all'?")]
    [InlineData("'z.all'", "the text 'z.all' by itself")]
    [InlineData("sigma('z.all')", "1 observable", "Name 2, each in quotes.")]
    [InlineData("mf('z.all','x.all')", "2 observables", "Name 1, each in quotes.")]
    [InlineData("mf()", "0 observables")]
    [InlineData("mf(1)", "a number where the name of the observable stands")]
    [InlineData("exp(1, 2)", "exp of 2 arguments")]
    [InlineData("1/(1-", "no formula at character 5")]
    [InlineData("", "no formula: nothing")]
    public void A_bad_formula_is_refused_at_its_key(string formula, params string[] says) => Refused(formula, ".formulas.chi", says);

    [Fact]
    public void A_formula_of_a_book_is_refused() =>
        Refused(string.Concat(Enumerable.Repeat("1+", 600)) + "1", ".formulas.chi", "1201 characters", "Shorten it to 1000");

    [Fact]
    public void A_formula_of_many_brackets_is_refused() =>
        Refused($"{new string('(', 60)}1{new string(')', 60)}", ".formulas.chi", "more than 50");

    [Theory]
    [InlineData("1/(t - 1)", "of chi to be infinite at t = 1")]
    [InlineData("(t - 1)/(t - 1)", "of chi to be undefined at t = 1")]
    [InlineData("sqrt(-t)", "of chi to be undefined at t = 0.5")]
    [InlineData("1/(N - 12)", "of chi to be infinite at t = 0.5, n = 12")]
    [InlineData("exp(1000)", "of chi to be infinite")]
    [InlineData("1e60", "a number beyond 1E+50 for chi")]
    public void A_formula_without_a_number_is_refused_before_anything_runs(string formula, string says) =>
        Refused(formula, "", "study 'mine', prediction 'a': found ", says);

    [Theory]
    [InlineData("{}", ".formulas", "an empty map")]
    [InlineData("[\"1\"]", ".formulas", "a list of 1")]
    [InlineData("{ chi: [1, 2] }", ".formulas.chi", "a list of 2")]
    [InlineData("{ chj: \"1\" }", ".formulas.chj", "unknown quantity 'chj'", "Did you mean 'chi'?")]
    [InlineData("{ \"z.all,q.all\": \"1\" }", ".formulas.'z.all,q.all'", "unknown quantity")]
    [InlineData("{ \"x.all,z.all\": \"0\", \"z.all,x.all\": \"0\" }", ".formulas.'z.all,x.all'", "'z.all,x.all' twice")]
    public void Bad_formulas_are_refused_at_their_key(string formulas, string key, params string[] says)
    {
        folder.WriteStudy($"name: a, formulas: {formulas}, expect: confirmed");
        AssertRefused(key, says);
    }

    // A curve begins at t = 0, where many formulas of theorists have no value. Only the times of the study count.
    [Theory]
    [InlineData("1/t")]
    [InlineData("ln(t)")]
    [InlineData("1/(t - 0.25)")]
    [InlineData("1/(N*t)")]
    public void A_formula_may_be_infinite_between_the_times(string formula)
    {
        folder.WriteStudy($"name: a, formulas: {{ chi: \"{formula}\" }}, expect: refuted");

        Assert.Equal(2, folder.Judge().Elements.Length);
    }

    public void Dispose() => folder.Dispose();

    private void Refused(string formula, string key, params string[] says)
    {
        folder.WriteStudy($"name: a, formulas: {{ chi: \"{formula}\" }}, expect: confirmed");
        AssertRefused(key, says);
    }

    private void AssertRefused(string key, string[] says)
    {
        string message = folder.Refusal();
        Assert.Contains(PredictionFolder.PlaceOf(key), message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
