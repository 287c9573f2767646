using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification.Runs;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Runs;

/// <summary>Functions of the state in the files of finished points, and in their names.</summary>
[Trait("Kind", "Unit")]
public sealed class PointDocumentTests
{
    private static readonly WeylTriple Triple = new([0, 0, 1, 0, 0, 0], [0, 1, 0, 0, 2, 0], [0.1, 0, 0, 0, 0, -0.25]);

    private static readonly StateFunction[] All =
    [
        new Purity(), new Entropy(), new Cumulant(["z.plus", "x.minus"]), new LogarithmicNegativity("plus", "minus"),
        new Probability("z.plus", 0), new TimeCorrelation("z.plus", "x.minus", IsResponse: false),
        new TimeCorrelation("z.plus", "x.minus", IsResponse: true), new WeylFunction(Triple, IsImaginary: false),
        new WeylFunction(Triple, IsImaginary: true), new SlowestMode(IsFrequency: false), new SlowestMode(IsFrequency: true),
    ];

    private static readonly ExactOptions Options = new() { Functions = [.. All] };

    [Fact]
    public void None_is_missing_here() => Assert.Equal(
        typeof(StateFunction).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StateFunction))).OrderBy(type => type.Name),
        All.Select(function => function.GetType()).Distinct().OrderBy(type => type.Name));

    [Fact]
    public void Functions_come_back_as_they_were()
    {
        ExactResult result = Verified.Solve(TestModels.TwoLargeSpins(), 2, [0.2, 1], Options);
        string json = PointDocument.Write("a point", result);
        ExactResult read = PointDocument.Read(json, "a point")!;
        Assert.Equal(json, PointDocument.Write("a point", read));
        foreach ((StateFunctionSeries expected, StateFunctionSeries actual) in result.Functions.Zip(read.Functions))
        {
            Assert.Equal(expected.Function, actual.Function);
            Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
            Assert.Equal(expected.Errors.ToArray(), actual.Errors.ToArray());
        }

        Assert.Null(PointDocument.Read(json.Replace("purity", "impurity", StringComparison.Ordinal), "a point"));
    }

    [Fact]
    public void Without_functions_the_file_is_as_before()
    {
        string json = PointDocument.Write("a point", Verified.Solve(TestModels.TwoLargeSpins(), 1, [0.2]));
        Assert.DoesNotContain("functions", json, StringComparison.Ordinal);
        Assert.Empty(PointDocument.Read(json, "a point")!.Functions);
    }

    [Fact]
    public void Functions_are_part_of_the_identity_where_there_are_some()
    {
        PointIdentity without = PointIdentity.Compute("{}", 2, [1], new ExactOptions());
        PointIdentity with = PointIdentity.Compute("{}", 2, [1], Options);
        Assert.EndsWith("merge True; model {}", without.Text, StringComparison.Ordinal);
        Assert.NotEqual(without.Id, with.Id);
        Assert.Contains("probability('z.plus',0)", with.Text, StringComparison.Ordinal);
        Assert.NotEqual(with.Id, PointIdentity.Compute("{}", 2, [1], Options with { Functions = [.. All.Reverse()] }).Id);
    }
}
