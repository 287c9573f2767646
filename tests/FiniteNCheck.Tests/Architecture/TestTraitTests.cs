using System.Reflection;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>Every test says what kind it is.</summary>
[Trait("Kind", "Architecture")]
public class TestTraitTests
{
    private static readonly string[] Kinds =
        ["Analytic", "Architecture", "Cli", "Convergence", "CrossCheck", "Determinism", "Invariant", "Mutation", "Regression", "Unit"];

    public static TheoryData<string> Classes =>
    [
        .. typeof(TestTraitTests).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(IsTest)).Select(type => type.FullName!).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_test_has_a_kind(string name)
    {
        Type type = typeof(TestTraitTests).Assembly.GetType(name)!;
        string[] ofClass = [.. KindsOf(type)];
        Assert.All(
            type.GetMethods().Where(IsTest),
            method =>
            {
                // The kind of the method overrides that of the class.
                string[] kinds = [.. KindsOf(method)];
                Assert.InRange(kinds.Length + ofClass.Length, 1, 2);
                Assert.All(kinds.Concat(ofClass), kind => Assert.Contains(kind, Kinds));
            });
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>(inherit: true).Any();

    private static IEnumerable<string> KindsOf(MemberInfo member) =>
        from trait in member.CustomAttributes
        where trait.AttributeType == typeof(TraitAttribute)
        let words = trait.ConstructorArguments.Select(argument => (string)argument.Value!).ToArray()
        where words is ["Kind", _]
        select words[1];
}
