using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The stationary coefficients of 1/n at a fixed point of the mean field: <c>mu = -J^-1 (1/2 f'':C + f1)</c>, and <c>C1</c>
/// likewise. They are the long-time limit of <see cref="CorrectionTheory"/>: first N to infinity, then t. A finite system need
/// not stay there, since it may tunnel.
/// </summary>
/// <param name="Mean">The coefficient <c>mu</c>, or <see langword="null"/> if none exists.</param>
/// <param name="Covariance">The coefficient <c>C1</c>, or <see langword="null"/> if none exists.</param>
/// <param name="Reason">The reason why none exists, or <see langword="null"/>.</param>
public sealed record StationaryCorrection(double[]? Mean, double[,]? Covariance, string? Reason)
{
    // Each of the first four passes solves for one more cumulant. Later passes refine, slowly if the Jacobian is nearly defective.
    private const int MaxPasses = 100;

    // Relative to the largest element: sums of many terms carry a few rounding errors.
    private const double Rounding = 1e-13;

    /// <summary>Solves for the corrections at the fixed point that the mean field reaches from the initial state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">The model is invalid, or the requested initial state does not exist.</exception>
    public static StationaryCorrection Reached(CollectiveModel model, CancellationToken cancellationToken = default)
    {
        CollectiveModel resolved = LimitTheory.ResolveInitialState(model, cancellationToken);
        Vector<double> start = InitialStateResolution.Averages(resolved);
        FixedPoint reached = new MeanField(resolved).FixedPoint(start, cancellationToken);
        return reached.Point is { } point
            ? At(resolved, point)
            : new StationaryCorrection(Mean: null, Covariance: null, $"no stationary state: {reached.Reason}");
    }

    /// <summary>Solves for the corrections at a fixed point. They exist if the point is attracting.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fixedPoint">The averages at the fixed point.</param>
    public static StationaryCorrection At(CollectiveModel model, Vector<double> fixedPoint)
    {
        ModelValidation.Check(model);
        ArgumentNullException.ThrowIfNull(fixedPoint);
        var meanField = new MeanField(model);
        double abscissa = Stability.SpectralAbscissa(meanField.Jacobian(fixedPoint));
        if (abscissa >= -Stability.MarginalRate(meanField.RateScale(fixedPoint)))
        {
            return new StationaryCorrection(
                Mean: null,
                Covariance: null,
                $"the mean-field fixed point does not attract: eigenvalue with real part {Numeral.Of(abscissa, 4)} per unit time");
        }

        if (Solve(new CorrectionFlow(model, CorrectionDepth.Covariance), fixedPoint) is not { } state)
        {
            return new StationaryCorrection(
                Mean: null,
                Covariance: null,
                "the equations of the corrections at the fixed point are too close to singular");
        }

        var moments = new CorrectionMoments(model);
        return new StationaryCorrection(moments.MeanCorrection(state), moments.CovarianceCorrection(state), Reason: null);
    }

    // The equations are linear in each cumulant, and each depends only on the previous ones. Solving the block-diagonal part
    // repeatedly is exact.
    private static double[]? Solve(CorrectionFlow flow, Vector<double> fixedPoint)
    {
        int n = fixedPoint.Count;
        double[] state = new double[flow.Dimension];
        double[] residual = new double[flow.Dimension];
        fixedPoint.ToArray().CopyTo(state, 0);
        Action<Complex[]> solve = flow.Linearise(state).Factorise(Complex.Zero);
        for (int pass = 0; pass < MaxPasses; pass++)
        {
            flow.Evaluate(state, residual);
            Complex[] step = [.. residual.Select(value => new Complex(value, 0))];
            solve(step);
            for (int i = n; i < state.Length; i++)
            {
                state[i] += step[i].Real;
            }

            double largest = step.Skip(n).Max(each => Math.Abs(each.Real));
            if (pass > 3 && largest <= Rounding * (1 + state.Max(Math.Abs)))
            {
                return state;
            }
        }

        return null;
    }
}
