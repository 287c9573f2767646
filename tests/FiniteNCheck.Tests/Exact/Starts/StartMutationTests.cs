using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Starts;

/// <summary>A start that is off on one side is noticed at the tolerance of the cross-check.</summary>
[Trait("Kind", "Mutation")]
public class StartMutationTests
{
    private const double Small = 1e-6;

    private static readonly double[] Times = [0.5, 1];

    private static readonly CollectiveModel Base = TestModels.TiltedAxis();

    private static readonly ImmutableArray<PauliVector> Up = [new(0, 0, 1)];

    private static readonly ImmutableArray<PauliVector> Side = [new(0.6, 0, 0.8)];

    private static Dictionary<string, (InitialState Start, InitialState Changed)> Mutations { get; } = new(StringComparer.Ordinal)
    {
        ["weights of a mixture"] = (Mixed(0.3), Mixed(0.3 + Small)),
        ["state in a mixture"] = (Mixed(0.3), new Mixture([new(0.3, Up), new(0.7, [new(0.6 - Small, 0, 0.8)])])),
        ["amplitude of a superposition"] = (Cat(0.5), Cat(0.5 + Small)),
        ["phase of a superposition"] = (Cat(0.5), Cat(new Complex(0.5, Small))),
        ["phase of a GHZ state"] = (
            Superposition.Ghz(1),
            new Superposition([new(1, Up), new(Complex.FromPolarCoordinates(1, Small), [new(0, 0, -1)])])),
        ["number of a Dicke state"] = (Dicke(1), Dicke(2)),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_start_is_noticed(string name)
    {
        (InitialState start, InitialState changed) = Mutations[name];
        CollectiveModel model = Base with { Initial = start };
        MomentSeries expected = BruteForce.Solve(model, 3, Times);
        MomentComparison.AssertAgree(expected, Verified.Moments(model, 3, Times), MomentComparison.CrossCheck, name);
        MomentComparison.AssertDiffer(
            expected, Verified.Moments(Base with { Initial = changed }, 3, Times), MomentComparison.CrossCheck, name);
    }

    private static Mixture Mixed(double weight) => new([new(weight, Up), new(1 - weight, Side)]);

    private static Superposition Cat(Complex amplitude) => new([new(1, Up), new(amplitude, Side)]);

    private static DickeState Dicke(int up) => new([Formula.Constant(up)]);
}
