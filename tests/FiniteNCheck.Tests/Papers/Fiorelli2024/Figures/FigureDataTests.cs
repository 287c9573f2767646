using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Figures;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Figures;

/// <summary>Figures 2, 3 and B1 as data, at points where closed forms, the claims or an integrator of its own know the answer.</summary>
public sealed class FigureDataTests
{
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.5, 0.2)]
    [InlineData(0.6, 0.29)]
    [InlineData(0.8, 0.1)]
    public void Where_the_flow_retrieves_it_reaches_the_largest_solution_of_B4(double temperature, double field)
    {
        PhaseDiagramPoint point = PhaseDiagram.At(temperature, field, CancellationToken.None);
        Assert.Equal((Phase.Retrieval, Phase.Retrieval), (point.Phase, point.PhaseFromZero));

        // Both are roots to rounding; near the fold a root is worse conditioned.
        Assert.Equal(point.StationaryOverlap, point.Overlap, 1e-10);
        Assert.True(point.Eigenvalue < 0);
        Assert.False(point.CorrectedCondition);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0.6, 0.6, Phase.LimitCycle, false, false, true)]
    [InlineData(0.6, 0.35, Phase.LimitCycle, false, false, true)]
    [InlineData(0.4, 0.4, Phase.Retrieval, true, false, false)]
    [InlineData(0.9, 0.5, Phase.Paramagnetic, false, true, false)]
    [InlineData(1.1, 0.1, Phase.Paramagnetic, false, false, false)]
    public void The_phase_is_that_of_the_flow_and_the_conditions_are_those_printed(
        double temperature, double field, Phase phase, bool text, bool appendix, bool corrected)
    {
        PhaseDiagramPoint point = PhaseDiagram.At(temperature, field, CancellationToken.None);
        Assert.Equal(phase, point.Phase);
        Assert.Equal((text, appendix, corrected), (point.TextCondition, point.AppendixCondition, point.CorrectedCondition));
        Assert.Equal(phase == Phase.LimitCycle, double.IsNaN(point.Overlap));
    }

    /// <summary>The eigenvalues after (B.3): <c>[beta - 3/2 +- sqrt((beta - 1/2)^2 - 16 Omega^2)]/2</c>; along x it is -1/2.</summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.5, 0.1)]
    [InlineData(0.6, 0.5)]
    [InlineData(1.2, 0.05)]
    public void The_eigenvalue_at_zero_is_that_of_B3(double temperature, double field)
    {
        double beta = 1 / temperature;
        double root = Math.Sqrt(Math.Max(0, ((beta - 0.5) * (beta - 0.5)) - (16 * field * field)));
        double expected = Math.Max((beta - 1.5 + root) / 2, -0.5);
        Assert.Equal(expected, PhaseDiagram.At(temperature, field, CancellationToken.None).EigenvalueAtZero, 1e-12);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.4)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void Solutions_of_B4_end_at_the_largest_field(double temperature)
    {
        double largest = RetrievalSolutions.MaxField(temperature);
        Assert.NotEmpty(RetrievalSolutions.Find(temperature, largest - 1e-3));
        Assert.Empty(RetrievalSolutions.Find(temperature, largest + 1e-3));
        double continuous = Math.Sqrt(((1 / temperature) - 1) / 8);
        Assert.Equal(temperature > 2.0 / 3, Math.Abs(largest - continuous) < 1e-6);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(0.6, 0.6)]
    [InlineData(0.5, 0.5)]
    public void The_deviation_is_that_of_samples_at_long_times(double temperature, double field)
    {
        LimitCyclePoint point = LimitCycleMap.At(temperature, field, CancellationToken.None);
        Assert.Equal(Phase.LimitCycle, point.Phase);

        // Some forty periods that are not cut at a whole one: their average is off by a few per cent of one period.
        Assert.Equal(SampledDeviation(temperature, field), point.Deviation, 5e-3);
        Assert.Equal(0, point.Mean, 1e-6);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Samples_of_another_field_tell_the_deviation_apart() => Assert.True(
        Math.Abs(SampledDeviation(0.5, 0.45) - LimitCycleMap.At(0.5, 0.5, CancellationToken.None).Deviation) > 5e-3);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Settled_flows_have_no_deviation_and_no_period()
    {
        LimitCyclePoint point = LimitCycleMap.At(0.6, 0.175, CancellationToken.None);
        Assert.Equal((Phase.Retrieval, 0.0), (point.Phase, point.Deviation));
        Assert.True(double.IsNaN(point.Period));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Portraits_show_cycle_and_fixed_points()
    {
        var cycle = Portrait.Compute(0.6, 0.6, CancellationToken.None);
        var retrieval = Portrait.Compute(0.6, 0.175, CancellationToken.None);
        Assert.True(cycle.Curves[^1].IsCycle);
        Assert.True(Assert.Single(cycle.FixedPoints).Eigenvalue > 0);
        Assert.DoesNotContain(retrieval.Curves, curve => curve.IsCycle);
        Assert.Equal([false, true, true], retrieval.FixedPoints.Select(point => point.Eigenvalue < 0));

        // Every trajectory has come to one of the two.
        FlowFixedPoint[] stable = [.. retrieval.FixedPoints.Where(point => point.Eigenvalue < 0)];
        Assert.All(retrieval.Curves, curve => Assert.Contains(stable, point => Math.Abs(curve.Points[^1].Z - point.At.Z) < 1e-3));
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Correlated_commuting_variables_share_the_information_of_their_correlation()
    {
        var covariance = Matrix<double>.Build.DenseIdentity(6);
        covariance[2, 5] = covariance[5, 2] = 0.6;
        Assert.Equal(-0.5 * Math.Log(1 - 0.36), CommutingFluctuations.MutualInformation(covariance), 1e-14);
    }

    /// <summary>The claims C-physical and C-entanglement say so too.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void The_exact_covariance_is_entangled_where_the_printed_drift_is_unphysical()
    {
        ImmutableArray<FiniteCorrelationPoint> points = Finite(40, new PlaneGrid([0.4, 0.6, 1.1], [0.3, 0.4, 0.6]));
        FiniteCorrelationPoint exact = points[1];
        CorrelationMapPoint printed = CorrelationMap.At(PlanePoint.At(0.4, 0.4), Drift.Frozen);
        CorrelationMapPoint full = CorrelationMap.At(PlanePoint.At(0.4, 0.4), Drift.Full);
        Assert.False(printed.Correlations!.IsPhysical);
        Assert.True(
            exact.Correlations!.IsPhysical
                && exact.Correlations.LogarithmicNegativity > 0.02
                && full.Correlations!.LogarithmicNegativity > 0.02);
        Assert.InRange(exact.Unrelaxed, 0, 1.001e-3);
        Assert.Equal((Phase.LimitCycle, Phase.Paramagnetic), (points[5].Phase, points[6].Phase));
        Assert.NotNull(points[5].Reason);
        Assert.NotNull(points[6].Reason);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Exact_points_of_a_figure_that_was_stopped_are_kept()
    {
        string folder = Directory.CreateTempSubdirectory("finitencheck-tests-").FullName;
        try
        {
            var request = new FigureRequest
            {
                Figures = [PaperFigure.Correlations],
                Grid = new GridSize(2, 2),
                FiniteSizes = [20, 40],
                FiniteGrid = new GridSize(3, 3),
            };
            FigureSet undisturbed = FigureSet.Compute(request);
            FigureRequest kept = request with { Run = Threads(1) with { Directory = RunDirectory.Open(Path.Combine(folder, "run")) } };
            using CancellationTokenSource stop = new();
            Assert.ThrowsAny<OperationCanceledException>(() => FigureSet.Compute(kept, new Relay<FigureProgress>(state =>
            {
                if (state.What.Contains("1 of ", StringComparison.Ordinal))
                {
                    stop.Cancel();
                }
            }), stop.Token));
            int finished = Directory.GetFiles(Path.Combine(folder, "run", "points")).Length;
            RunStatus status = RunDirectory.OpenExisting(Path.Combine(folder, "run")).Status();
            Assert.Equal(finished, status.Count(PointState.Done));
            Assert.InRange(finished, 1, status.Points.Length - 1);

            ConcurrentBag<string> told = [];
            FigureSet resumed = FigureSet.Compute(kept, new Relay<FigureProgress>(state => told.Add(state.What)));
            Assert.Equal(Numbers(undisturbed), Numbers(resumed));
            Assert.Contains(told, what => what.Contains($"of {status.Points.Length - finished} sizes done", StringComparison.Ordinal));
            told.Clear();
            _ = FigureSet.Compute(kept, new Relay<FigureProgress>(state => told.Add(state.What)));
            Assert.DoesNotContain(told, what => what.Contains("exact", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void An_exact_point_that_does_not_fit_in_memory_is_refused_before_anything_runs()
    {
        var request = new FigureRequest
        {
            Figures = [PaperFigure.Correlations],
            Grid = new GridSize(2, 2),
            FiniteSizes = [400],
            FiniteGrid = new GridSize(2, 2),
            Run = new RunOptions { Study = new StudyOptions { MemoryLimit = 1_000 } },
        };
        Assert.Contains(
            "memory",
            Assert.Throws<InputException>(() => FigureSet.Compute(request)).Message,
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Data_do_not_depend_on_threads()
    {
        var request = new FigureRequest
        {
            Figures = [PaperFigure.PhaseDiagram],
            Grid = new GridSize(2, 3),
            Run = Threads(1),
        };
        Assert.Equal(
            FigureSet.Compute(request).PhaseDiagram!.Points.AsEnumerable(),
            FigureSet.Compute(request with { Run = Threads(2) }).PhaseDiagram!.Points);
    }

    private static ImmutableArray<FiniteCorrelationPoint> Finite(int spins, PlaneGrid grid)
    {
        ImmutableArray<FiniteCorrelations.Planned> plan = FiniteCorrelations.Plan(
            [(spins, grid)],
            new StudyOptions(),
            new FigureWork(0, null, CancellationToken.None)
        )[0];
        PointsRun run = new([.. plan.Select(point => point.Solution).OfType<RunPoint>()], new RunOptions());
        run.Compute();
        return FiniteCorrelations.Read(grid, plan, run).Points;
    }

    private static string Numbers(FigureSet set) =>
        FigureCsv.Render(CorrelationContent.DescribeFinite(set.Correlations!.FiniteSizes).Tables[0]);

    private static RunOptions Threads(int count) => new() { Study = new StudyOptions { Threads = count } };

    /// <summary>The paper's way on a shorter interval: 2000 samples of (B.2), p = 1, by the classical method of Runge and Kutta.</summary>
    private static double SampledDeviation(double temperature, double field)
    {
        const double Step = 0.05;
        (double z, double y) = (1e-3, 1e-3);
        List<double> samples = [];
        for (int i = 0; i < 12_000; i++)
        {
            (double z1, double y1) = Rates(z, y);
            (double z2, double y2) = Rates(z + (Step / 2 * z1), y + (Step / 2 * y1));
            (double z3, double y3) = Rates(z + (Step / 2 * z2), y + (Step / 2 * y2));
            (double z4, double y4) = Rates(z + (Step * z3), y + (Step * y3));
            z += Step / 6 * (z1 + (2 * z2) + (2 * z3) + z4);
            y += Step / 6 * (y1 + (2 * y2) + (2 * y3) + y4);
            if (i >= 6000 && i % 3 == 0)
            {
                samples.Add(z);
            }
        }

        double mean = samples.Average();
        return Math.Sqrt(samples.Average(sample => (sample - mean) * (sample - mean)));

        (double Z, double Y) Rates(double oz, double oy)
        {
            double cosh = Math.Cosh(oz / temperature);
            return ((2 * field * oy) - (cosh * oz) + Math.Sinh(oz / temperature), (-2 * field * oz) - (cosh / 2 * oy));
        }
    }
}
