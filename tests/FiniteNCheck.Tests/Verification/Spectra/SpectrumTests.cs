using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Spectra;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Verification.Spectra;

/// <summary>Spectra against closed forms, their sum rule, and fluctuation-dissipation relations of Gibbs states at Omega = 0.</summary>
public sealed class SpectrumTests
{
    private static readonly CollectiveModel cold = LimitTheory.ResolveInitialState(ModelPoints.Network([[1]], 0.5, 0.2));
    private static readonly CollectiveModel warm = ModelPoints.Network([[1]], 2, 0.3, new ProductState([PauliVector.Zero]));

    // What the window leaves out has decayed to exp(-14).
    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_limit_is_the_resolvent_of_the_drift()
    {
        var grid = SpectrumGrid.For(cold, [-1.5, 0, 0.4]);
        (Matrix<Complex> q, Matrix<Complex> k) = DriftAndStart(cold);
        ImmutableArray<Complex[,]> spectrum = LimitAt(cold, grid);
        for (int w = 0; w < grid.Frequencies.Length; w++)
        {
            Matrix<Complex> half = -((q + (new Complex(0, grid.Frequencies[w]) * Matrix<Complex>.Build.DenseIdentity(3))).Inverse() * k);
            Matrix<Complex> expected = half + half.ConjugateTranspose();
            Matrix<Complex> found = Matrix<Complex>.Build.DenseOfArray(spectrum[w]);
            Assert.True((found - expected).FrobeniusNorm() < 2e-5 * expected.FrobeniusNorm(), $"{found} and {expected}");
        }
    }

    // Beyond the largest frequency the spectrum goes like its first derivative at t = 0 over w^2; the next term is of order 1/W^3.
    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_integral_over_all_frequencies_is_the_variance()
    {
        const double Largest = 30;
        (double Frequency, double Weight)[] rule =
        [
            .. Enumerable.Range(0, 60).SelectMany(panel =>
            {
                var gauss = new GaussLegendreRule(panel - 30, panel - 29, 8);
                return gauss.Abscissas.Zip(gauss.Weights);
            }),
        ];
        var grid = SpectrumGrid.For(cold, [.. rule.Select(each => each.Frequency)]);
        ImmutableArray<Complex[,]> spectrum = LimitAt(cold, grid);
        (Matrix<Complex> q, Matrix<Complex> k) = DriftAndStart(cold);
        for (int a = 0; a < 3; a++)
        {
            double inside = rule.Select((each, w) => each.Weight * spectrum[w][a, a].Real).Sum() / (2 * Math.PI);
            double tail = -2 * (q * k)[a, a].Real / (Math.PI * Largest);
            Assert.Equal(k[a, a].Real, inside + tail, 2e-3);
            Assert.NotEqual(k[a, a].Real, inside, 2e-3);
        }
    }

    [Fact]
    [Trait("Kind", "Convergence")]
    public void The_spectrum_at_finite_N_approaches_that_of_the_limit_like_1_over_N()
    {
        var grid = SpectrumGrid.For(warm, [0, 0.5, 1]);
        double[] distances =
        [
            .. new[] { 16, 32 }.Select(n => Spectrum.Distance(
                Spectrum.Transform(TwoTimeSolver.Solve(warm, n, grid.Times, new ExactOptions { Tolerance = 1e-8 }), grid),
                LimitAt(warm, grid))),
        ];
        Assert.InRange(distances[0] / distances[1], 1.6, 2.5);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_does_not_decay_needs_an_end()
    {
        CollectiveModel frozen = ModelPoints.Network([[1]], 0.6, 0, new ProductState([new PauliVector(0, 0, 0)]));
        InputException error = Assert.Throws<InputException>(() => SpectrumGrid.For(frozen));
        Assert.Contains("--until", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, SpectrumGrid.For(frozen, [1], until: 5).Until);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_start_that_is_no_product_is_refused_with_the_reason()
    {
        CollectiveModel ghz = warm with { Initial = Superposition.Ghz(warm.Blocks.Length) };
        InputException error = Assert.Throws<InputException>(() => SpectrumGrid.For(ghz));
        Assert.Contains("the premise of Theorem 1 does not hold", error.Message, StringComparison.Ordinal);
    }

    // One spin turns over at the energy 2 (m_z + h): <F_x F_y> and <F_x F_x> are the two sides of tanh(beta E/2), at every t.
    [Fact]
    [Trait("Kind", "Analytic")]
    public void Response_and_correlation_of_a_Gibbs_state_agree_in_the_limit_and_at_finite_N()
    {
        double[] times = [0.3, 1];
        CollectiveModel biased = Biased(ModelPoints.Network([[1]], 2, 0, new ProductState([PauliVector.Zero])), 1);
        Vector<double> rest = new MeanField(biased).FixedPoint(Vector<double>.Build.Dense(3)).Point!;
        CollectiveModel gibbs = biased.StartingFrom([new PauliVector(rest[0], rest[1], rest[2])]);
        double ratio = Math.Tanh((rest[2] + 1) / 2);
        TwoTimeSeries limit = LimitCorrelations.TwoTime(gibbs, LimitTheory.Solve(gibbs, times, Drift.Full));
        Assert.All(Violations(limit), violation => Assert.Equal(0, violation, 1e-9));

        // From a product state it holds at every N: F_x rho and F_y rho have the same coherences up to a factor.
        Assert.All(Violations(TwoTimeSolver.Solve(gibbs, 16, times)), violation => Assert.Equal(0, violation, 1e-9));

        IEnumerable<double> Violations(TwoTimeSeries series) =>
            series.Values.Select(value => value[0, 1].Imaginary - (ratio * value[0, 0].Real));
    }

    // d m_z/dh = beta Sigma_zz for rates that look at m_z + h. The printed drift breaks it.
    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_susceptibility_of_a_Gibbs_state_is_its_variance_over_T()
    {
        const double Temperature = 0.6;
        const double Step = 1e-4;
        CollectiveModel gibbs = LimitTheory.ResolveInitialState(ModelPoints.Network([[1]], Temperature, 0));
        double slope = (Magnetization(Step) - Magnetization(-Step)) / (2 * Step);
        Assert.Equal(slope, Variance(Drift.Full) / Temperature, 1e-6);
        Assert.NotEqual(slope, Variance(Drift.Frozen) / Temperature, 0.1);

        double Variance(Drift drift) => LimitTheory.Solve(gibbs, [1], drift).StationaryCovariance![2, 2];

        double Magnetization(double bias) => new MeanField(Biased(gibbs, bias))
            .FixedPoint(InitialStateResolution.Averages(((ProductState)gibbs.Initial).Bloch)).Point![2];
    }

    // Rates that look at m_z + h.
    private static CollectiveModel Biased(CollectiveModel model, double bias) => model with
    {
        Jumps =
        [
            .. model.Jumps.Select(jump => jump.Rate is ExponentialRate rate
                ? jump with { Rate = rate with { Amplitude = rate.Amplitude * Math.Exp(rate.Exponent * bias) } }
                : throw new InvalidOperationException("The rates of a network are exponential.")),
        ],
    };

    private static ImmutableArray<Complex[,]> LimitAt(CollectiveModel model, SpectrumGrid grid) =>
        Spectrum.Transform(LimitCorrelations.TwoTime(model, LimitTheory.Solve(model, grid.Times, Drift.Full)), grid);

    private static (Matrix<Complex> Drift, Matrix<Complex> Start) DriftAndStart(CollectiveModel model)
    {
        Vector<double> m = InitialStateResolution.Averages(((ProductState)model.Initial).Bloch);
        Matrix<Complex> start = Fluctuations.ProductCovariance(m).ToComplex()
            + (Fluctuations.Symplectic(m).ToComplex() * new Complex(0, 0.5));
        return (new Fluctuations(model).Drift(m, Drift.Full).ToComplex(), start);
    }
}
