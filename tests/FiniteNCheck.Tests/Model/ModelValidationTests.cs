using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>Models built in a program obey the same rules as model files.</summary>
[Trait("Kind", "Unit")]
public sealed class ModelValidationTests
{
    private static readonly CollectiveModel Good = new()
    {
        Name = "good",
        Blocks = [new Block("a", 1), new Block("b", 1)],
        Fields = [PauliVector.Zero, PauliVector.Zero],
        Couplings = [new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.X, 0.5)],
        Jumps = [new JumpChannel(1, SpinOperator.Raise, new PolynomialRate([1]), [PauliVector.Zero, PauliVector.Zero])],
        Initial = new ProductState([PauliVector.Zero, PauliVector.Zero]),
    };

    private static readonly Dictionary<string, CollectiveModel> Bad = new(StringComparer.Ordinal)
    {
        ["name: found no text;"] = Good with { Name = " " },
        ["name: found a text of 3 characters or several lines;"] = Good with { Name = "a\nb" },
        ["blocks: found no block;"] = Good with { Blocks = default },
        ["blocks[2].share: found NaN;"] = Good with { Blocks = [new Block("a", 1), new Block("b", double.NaN)] },
        ["blocks[1].name: found '';"] = Good with { Blocks = [new Block("", 1), new Block("b", 1)] },
        ["blocks: found 65 blocks; allowed: at most 64 blocks."] =
            Good with { Blocks = [.. Enumerable.Range(0, 65).Select(k => new Block($"b{k}", 1))] },
        ["hamiltonian.fields: found a list of 1; allowed: one field per block, 2 in all."] = Good with { Fields = [PauliVector.Zero] },
        ["hamiltonian.fields.b: found (0, Infinity, 0);"] =
            Good with { Fields = [PauliVector.Zero, new PauliVector(0, double.PositiveInfinity, 0)] },
        ["hamiltonian.couplings: found an uninitialised list;"] = Good with { Couplings = default },
        ["hamiltonian.couplings[1].between: found block index 2; allowed: 0 to 1."] =
            Good with { Couplings = [Good.Couplings[0] with { SecondBlock = 2 }] },
        ["hamiltonian.couplings[1].axes: found axis 3;"] = Good with { Couplings = [Good.Couplings[0] with { FirstAxis = (PauliAxis)3 }] },
        ["hamiltonian.couplings[1].strength: found NaN;"] = Good with { Couplings = [Good.Couplings[0] with { Strength = double.NaN }] },
        ["jumps: found an uninitialised list;"] = Good with { Jumps = default },
        ["jumps[1].block: found block index -1;"] = With(Good.Jumps[0] with { Block = -1 }),
        ["jumps[1].operator: found a matrix with an element that is"] =
            With(Good.Jumps[0] with { Operator = new SpinOperator(0, double.NaN, 0, 0) }),
        ["jumps[1].argument: found a list of 0; allowed: one argument vector per block, 2 in all."] =
            With(Good.Jumps[0] with { Argument = [] }),
        ["jumps[1].operator: found a matrix with an element that is too large, infinite or undefined;"] =
            With(Good.Jumps[0] with { Operator = new SpinOperator(0, 1e60, 0, 0) }),
        ["hamiltonian.couplings[1].strength: found 1e60;"] = Good with { Couplings = [Good.Couplings[0] with { Strength = 1e60 }] },
        ["hamiltonian.fields.b: found (0, 1e308, 0);"] = Good with { Fields = [PauliVector.Zero, new PauliVector(0, 1e308, 0)] },
        ["blocks[1].share: found 1e-300;"] = Good with { Blocks = [new Block("a", 1e-300), new Block("b", 1)] },
        ["jumps[1].rate.polynomial: found 1001 coefficients;"] =
            With(Good.Jumps[0] with { Rate = new PolynomialRate([.. new double[1001]]) }),
        ["jumps[1].rate.polynomial: found no coefficient;"] = With(Good.Jumps[0] with { Rate = new PolynomialRate([]) }),
        ["jumps[1].rate.polynomial: found [1, NaN];"] = With(Good.Jumps[0] with { Rate = new PolynomialRate([1, double.NaN]) }),
        ["jumps[1].rate.exponential: found amplitude NaN, exponent 1;"] =
            With(Good.Jumps[0] with { Rate = new ExponentialRate(double.NaN, 1) }),
        ["jumps[1].rate.normalised: found exponent Infinity;"] =
            With(Good.Jumps[0] with { Rate = new NormalisedRate(double.PositiveInfinity) }),
        ["jumps[1].rate: found a rate whose square exceeds 1e100"] =
            With(Good.Jumps[0] with { Rate = new ExponentialRate(1, 1e4), Argument = [new PauliVector(0, 0, 1), PauliVector.Zero] }),
        ["jumps[1].own-site: found the own-site term left out for a general operator;"] =
            With(Good.Jumps[0] with { OwnSite = false, Operator = SpinOperator.Identity }),
        ["jumps[1].own-site: found the own-site term left out of an argument"] =
            With(Good.Jumps[0] with { OwnSite = false, Argument = [new PauliVector(0, 0.1, 0), PauliVector.Zero] }),
        ["initial: found a list of 1; allowed: one Bloch vector per block, 2 in all."] = Good.StartingFrom([PauliVector.Zero]),
        ["initial.a: found a Bloch vector of length NaN;"] = Good.StartingFrom([new PauliVector(double.NaN, 0, 0), PauliVector.Zero]),
        ["initial.fixed-point.b: found a Bloch vector of length 2;"] =
            Good with { Initial = new MeanFieldFixedPoint([PauliVector.Zero, new PauliVector(2, 0, 0)], [], "x") },
        ["initial: found an overlap that is no pattern;"] =
            Good with { Initial = new MeanFieldFixedPoint([PauliVector.Zero, PauliVector.Zero], [1, 0], "x") },
    };

    public static TheoryData<string> Messages => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_invalid_model_is_rejected(string start)
    {
        CollectiveModel model = Bad[start];

        string message = Assert.Throws<InputException>(() => ModelValidation.Check(model)).Message;

        Assert.Contains($": {start}", message, StringComparison.Ordinal);
        Assert.StartsWith("model '", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Fact]
    public void A_good_model_comes_back() => Assert.Same(Good, ModelValidation.Check(Good));

    [Fact]
    public void Operators_without_effect_and_vanishing_rates_are_allowed()
    {
        ModelValidation.Check(With(Good.Jumps[0] with { Operator = SpinOperator.Identity }));
        ModelValidation.Check(With(Good.Jumps[0] with { Operator = default }));
        ModelValidation.Check(With(Good.Jumps[0] with { Rate = new PolynomialRate([0]) }));
        ModelValidation.Check(Good with { Jumps = [] });
    }

    [Theory]
    [InlineData(PauliAxis.Z, false)]
    [InlineData(PauliAxis.X, true)]
    public void The_own_site_can_be_left_out_for_z_and_not_for_x(PauliAxis axis, bool refused)
    {
        CollectiveModel model = With(Good.Jumps[0] with
        {
            OwnSite = false,
            Operator = SpinOperator.Pauli(axis),
            Argument = [new PauliVector(0, 0, 1), PauliVector.Zero],
        });

        Assert.Equal(refused, ModelValidation.Problems(model).Any());
    }

    private static CollectiveModel With(JumpChannel jump) => Good with { Jumps = [jump] };
}
