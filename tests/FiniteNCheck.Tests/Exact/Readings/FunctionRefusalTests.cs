using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>Functions that a model does not have, or whose eigenvalues take too long, are refused before a run starts.</summary>
[Trait("Kind", "Unit")]
public sealed class FunctionRefusalTests
{
    private static readonly CollectiveModel Two = TestModels.TwoLargeSpins();

    private static Dictionary<string, (StateFunction Function, string[] Says)> Bad { get; } = new(StringComparer.Ordinal)
    {
        ["no observable"] = (new Cumulant([]), ["0 observables", "1 to 4", "x.plus,x.plus"]),
        ["uninitialised"] = (new Cumulant(default), ["0 observables"]),
        ["five observables"] = (new Cumulant([.. Enumerable.Repeat("z.plus", 5)]), ["5 observables", "1 to 4"]),
        ["unknown observable"] = (
            new Cumulant(["z.plus", "z.plos"]), ["cumulant('z.plus','z.plos')", "observable 'z.plos'", "x.plus, y.plus", "'z.plus'?"]),
        ["unknown block"] = (new LogarithmicNegativity("plus", "other"), ["block 'other'", "plus, minus", "Use one of these."]),
        ["one block twice"] = (new LogarithmicNegativity("plus", "plus"), ["one block twice", "Name another block."]),
        ["unknown observable of a probability"] = (new Probability("w.plus", 0), ["observable 'w.plus'"]),
        ["value too large"] = (new Probability("z.plus", 1.5), ["the value 1.5", "between -1 and 1"]),
        ["no value"] = (new Probability("z.plus", double.NaN), ["between -1 and 1"]),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_model_does_not_have_is_refused_in_one_line(string name)
    {
        (StateFunction function, string[] says) = Bad[name];
        string message = Refusal(Two, 2, function);
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Eigenvalues_that_take_too_long_are_refused_with_the_largest_size_that_does_not()
    {
        CollectiveModel complex = TestModels.OneBlock(
            "complex", new PauliVector(0.3, 0.1, -0.2), new PauliVector(0.3, -0.4, 0.6), TestModels.Channel(
                SpinOperator.Raise, new ExponentialRate(0.7, 0.8), PauliVector.Along(PauliAxis.Z)));
        string message = Refusal(complex, 2000, new Entropy());
        Assert.Contains("n is 2000: entropy()", message, StringComparison.Ordinal);
        Assert.Contains("4002 rows", message, StringComparison.Ordinal);
        int largest = int.Parse(message.Split("Use n up to ")[1].Split(',')[0]);
        Assert.InRange(largest, 500, 1500);
        Assert.Contains("entropy()", Refusal(complex, largest + 1, new Entropy()), StringComparison.Ordinal);
        var options = new ExactOptions { Functions = [new Entropy()], Method = SolutionMethod.Full };
        Assert.Equal(SolutionMethod.Full, ExactSolver.Plan(complex, largest, [0], options).Method);
        Assert.Contains(
            "lognegativity('plus','minus')", Refusal(Two, 200, new LogarithmicNegativity("plus", "minus")), StringComparison.Ordinal);
    }

    [Fact]
    public void Populations_need_no_eigenvalues()
    {
        CollectiveModel model = TestModels.OneBlock(
            "populations", PauliVector.Zero, new PauliVector(0, 0, 0.4), TestModels.Channel(
                SpinOperator.Raise, new ExponentialRate(0.7, 0.8), PauliVector.Along(PauliAxis.Z)));
        ExactPlan plan = ExactSolver.Plan(model, 3000, [0], new ExactOptions { Functions = [new Entropy()], Method = SolutionMethod.Full });
        Assert.Equal(plan.Full, ExactSolver.Plan(model, 3000, [0], new ExactOptions { Method = SolutionMethod.Full }).Full);
    }

    [Fact]
    public void Eigenvalues_are_part_of_the_estimate()
    {
        var options = new ExactOptions { Representation = Representation.Complex, Threads = 2 };
        RunEstimate without = ExactSolver.Plan(Two, 150, [0, 1], options).Full;
        RunEstimate with = ExactSolver.Plan(Two, 150, [0, 1], options with { Functions = [new Entropy()] }).Full;
        Assert.True(with.Seconds > without.Seconds + 1, $"{with.Seconds} s and {without.Seconds} s");
        Assert.True(with.Bytes > without.Bytes);
        Assert.Equal(without.StateSize, with.StateSize);
    }

    private static string Refusal(CollectiveModel model, int n, StateFunction function) =>
        Assert.Throws<InputException>(() => ExactSolver.Plan(model, n, [1], new ExactOptions { Functions = [function] })).Message;
}
