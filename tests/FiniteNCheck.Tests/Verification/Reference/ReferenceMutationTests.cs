using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>
/// One coefficient off by 1e-6 (relative) anywhere in the program, and the check fails; left alone, the same detour passes.
/// </summary>
[Trait("Kind", "Regression")]
public sealed class ReferenceMutationTests : IDisposable
{
    private const double Small = 1e-6;
    private readonly ReferenceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(Small, false)]
    public void A_Kraus_coefficient(double change, bool agrees) => AssertCheck("p2-two-blocks", agrees, StudySolvers.Default with
    {
        Exact = (model, n, times, options, _, _) => SolveWithChangedShift(model.Pauli(), n, times, options, change),
    });

    [Theory]
    [InlineData("p2-two-blocks", 0, 0, true)]
    [InlineData("p2-two-blocks", 0, Small, false)]
    [InlineData("density-dependent", 1, Small, false)]
    [InlineData("constant-rates", 2, Small, false)]
    [InlineData("tilted-axes", 0, Small, false)]
    public void A_rate_at_finite_N(string set, int channel, double change, bool agrees) =>
        AssertCheck(
            set,
            agrees,
            StudySolvers.Default with
            {
                Exact = (model, n, times, options, progress, token) =>
                    Verified.Solve(
                        TestModels.WithJump(model.Pauli(), channel, jump => Scaled(jump, change)), n, times, options, progress, token),
            });

    [Theory]
    [InlineData("p1-paramagnetic-limit-full", 0, true)]
    [InlineData("p1-paramagnetic-limit-full", Small, false)]
    [InlineData("p1-paramagnetic-limit-printed", Small, false)]
    [InlineData("tilted-axes-limit-full", Small, false)]
    [InlineData("density-dependent-limit-printed", Small, false)]
    public void A_term_of_the_mean_field(string set, double change, bool agrees) => AssertCheck(set, agrees, StudySolvers.Default with
    {
        Theory = (model, times, drift, _) => SolveWithChangedDissipator(model.Pauli(), times, drift, change),
    });

    [Fact]
    public void A_rate_of_the_Gibbs_state() => AssertCheck("gibbs-p2", agrees: false, StudySolvers.Default with
    {
        // The temperature of every channel, so that detailed balance still holds.
        ResolveInitialState = (model, cancellationToken) => LimitTheory.ResolveInitialState(
            model.Pauli() with { Jumps = [.. model.Pauli().Jumps.Select(jump => jump with { Rate = Hotter((ExponentialRate)jump.Rate) })] },
            cancellationToken),
    });

    private static ExponentialRate Hotter(ExponentialRate rate) => rate with { Exponent = rate.Exponent * (1 - Small) };

    private static JumpChannel Scaled(JumpChannel jump, double change) => jump with
    {
        Rate = jump.Rate switch
        {
            ExponentialRate rate => rate with { Amplitude = rate.Amplitude * (1 + change) },
            PolynomialRate rate => new PolynomialRate([.. rate.Coefficients.Select((c, power) => power == 0 ? c * (1 + change) : c)]),
            _ => throw new ArgumentOutOfRangeException(nameof(jump), jump.Rate, "No such rate in these sets."),
        },
    };

    private void AssertCheck(string name, bool agrees, StudySolvers solvers)
    {
        ReferenceSets sets = folder.Copy();
        ReferenceSet set = sets.Find(name);
        ReferenceComparison comparison = sets.Compare(set, ReferenceGenerator.Generate(sets, set, solvers, 1, null, default));
        Assert.True(comparison.Problems.IsEmpty, comparison.ToString());
        Assert.True(comparison.Agrees == agrees, comparison.ToString());
        Assert.Equal(!agrees, File.Exists(sets.ReceivedPath(set)));
    }

    /// <summary>The exact solver's steps with one Kraus factor of a transition between sectors changed.</summary>
    private static ExactResult SolveWithChangedShift(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, double change)
    {
        (Representation representation, CollectiveSystem system) = FrameChoice
            .Options(BlockMerger.Merge(CollectiveSystem.Of(model, n)))
            .First();
        SectorGraph graph = new(system.Spins);
        SectorOperators operators = new ChangedOperators(system, graph, change);
        FullEvolution evolution = new(system, operators, representation, options.Tolerance / times[^1], 1);
        List<Moments> moments = [];
        List<ExactChecks> checks = [];
        foreach (double time in times)
        {
            while (evolution.Time < time)
            {
                evolution.StepTowards(time, default);
            }

            moments.Add(Moments.Measure(system, evolution.State, 1));
            checks.Add(StateChecks.Check(evolution, 1));
        }

        return new ExactResult
        {
            N = n,
            Spins = model.SpinsAt(n),
            Moments = new MomentSeries(
                [.. times], [.. moments.Select(item => item.Mean())], [.. moments.Select(item => item.Covariance())]),
            Checks = [.. checks],
            Method = "the solver's steps, one by one",
            Steps = evolution.Steps,
            StateSize = evolution.MaxNumbers,
        };
    }

    /// <summary>The theory's integration with one coefficient of one local dissipator changed.</summary>
    private static TheoryResult SolveWithChangedDissipator(CollectiveModel model, IReadOnlyList<double> times, Drift drift, double change)
    {
        Fluctuations fluctuations = new(model);
        double[,] terms = fluctuations.MeanField.Channels[0].Dissipator.Matrix;
        terms[2, 2] *= 1 + change;
        CovarianceSample[] samples = CovarianceTrajectory.Integrate(
            new ChangedLimit(model, fluctuations), drift, times, LimitTheory.LocalTolerance, default);
        return LimitTheory.Solve(model, times, drift) with
        {
            Moments = new MomentSeries(
                [.. times],
                [.. samples.Select(sample => sample.Averages.ToArray())],
                [.. samples.Select(sample => sample.Covariance.ToArray())]),
        };
    }

    /// <summary>A limit with coefficients of its own.</summary>
    private sealed class ChangedLimit(CollectiveModel model, Fluctuations coefficients) : PauliLimit(model)
    {
        public override FluctuationCoefficients CoefficientsOf(SymmetricModel model) => coefficients;
    }

    /// <summary>
    /// The operators of a system with one coefficient of one Kraus factor changed; of a factor between sectors where there is one.
    /// </summary>
    private sealed class ChangedOperators(CollectiveSystem system, SectorGraph graph, double change) : SectorOperators(system, graph)
    {
        public override SectorMap[] Incoming(Sector target)
        {
            // Blocks of one spin have one sector: there the factor inside it must do.
            SectorMap[] maps = base.Incoming(target);
            if (target.Index == 0)
            {
                Shift shift = (Array.Find(maps, map => map.Source != map.Target) ?? maps[0]).Shifts[0];
                shift.Re[Array.FindIndex(shift.Re, element => element != 0)] *= 1 + change;
            }

            return maps;
        }
    }
}
