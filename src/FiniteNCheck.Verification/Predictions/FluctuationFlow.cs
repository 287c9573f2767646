using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Quantities;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>The equations of a <see cref="FluctuationPrediction"/>. The state is <c>t, m, vec Sigma</c>.</summary>
internal sealed class FluctuationFlow : IImplicitSystem
{
    // For central differences of formulas: the cube root of the precision.
    private const double Step = 6e-6;

    private readonly FluctuationPrediction prediction;
    private readonly CollectiveModel model;
    private readonly ImmutableArray<string> names;
    private readonly MeanField meanField;
    private readonly int n;

    /// <summary>Sets up the equations.</summary>
    /// <param name="prediction">The drift, the diffusion and the flow.</param>
    /// <param name="model">The model, with a product state.</param>
    public FluctuationFlow(FluctuationPrediction prediction, CollectiveModel model)
    {
        this.prediction = prediction;
        this.model = model;
        names = model.ObservableNames;
        n = names.Length;
        meanField = new MeanField(model.At(0));
    }

    /// <inheritdoc/>
    public int Dimension => 1 + n + (n * n);

    /// <summary>The places of the elements on and above the diagonal of the covariance, row by row.</summary>
    public IEnumerable<int> UpperTriangle =>
        Enumerable.Range(0, n).SelectMany(a => Enumerable.Range(a, n - a).Select(b => 1 + n + (b * n) + a));

    /// <summary>The states at given times.</summary>
    /// <param name="times">The times, increasing.</param>
    /// <param name="tolerance">The local error per step.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IntegrationException">The equations cannot be followed.</exception>
    public double[][] Integrate(ImmutableArray<double> times, double tolerance, CancellationToken cancellationToken)
    {
        RadauIntegrator integrator = new(this, tolerance);
        Vector<double> start = InitialStateResolution.Averages(model);
        double[] state = [0, .. start, .. Fluctuations.ProductCovariance(start).ToColumnMajorArray()];
        double[][] states = new double[times.Length][];
        double now = 0;
        for (int i = 0; i < times.Length; i++)
        {
            integrator.Advance(state, times[i] - now, cancellationToken);
            now = times[i];
            states[i] = [.. state];
        }

        return states;
    }

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> y, Span<double> derivative)
    {
        (double t, Vector<double> m) = (y[0], AveragesOf(y));
        Matrix<double> product = Elements(prediction.Drift, m, t) * Matrix<double>.Build.Dense(n, n, y[(1 + n)..].ToArray());
        Matrix<double> diffusion = Elements(prediction.Diffusion, m, t);
        Matrix<double> noise = diffusion + diffusion.Transpose() - Matrix<double>.Build.DenseOfDiagonalVector(diffusion.Diagonal());
        derivative[0] = 1;
        FlowAt(m, t).AsArray().CopyTo(derivative[1..]);
        (product + product.Transpose() + noise).AsColumnMajorArray().CopyTo(derivative[(1 + n)..]);
    }

    /// <summary>
    /// The block-diagonal part of the Jacobian. The omitted part, how Q and D depend on m and all on t, is strictly lower triangular, so
    /// the iteration still converges, first in m, then in Sigma.
    /// </summary>
    /// <param name="y">The state.</param>
    public ILinearisation Linearise(ReadOnlySpan<double> y)
    {
        (double t, Vector<double> m) = (y[0], AveragesOf(y));
        Matrix<double> jacobian = Matrix<double>.Build.Dense(Dimension, Dimension);
        jacobian.SetSubMatrix(1, 1, prediction.Flow.IsEmpty ? MeanFieldAt(t).Jacobian(m) : Differences(m, t));
        Matrix<double> drift = Elements(prediction.Drift, m, t);
        Matrix<double> one = Matrix<double>.Build.DenseIdentity(n);
        jacobian.SetSubMatrix(1 + n, 1 + n, one.KroneckerProduct(drift) + drift.KroneckerProduct(one));
        return new DenseLinearisation(jacobian);
    }

    private Vector<double> AveragesOf(ReadOnlySpan<double> y) => Vector<double>.Build.DenseOfArray(y[1..(1 + n)].ToArray());

    private MeanField MeanFieldAt(double t) => model.IsDriven ? new MeanField(model.At(t)) : meanField;

    private Vector<double> FlowAt(Vector<double> m, double t) => prediction.Flow.IsEmpty
        ? MeanFieldAt(t).Flow(m)
        : Vector<double>.Build.DenseOfEnumerable(
            names.Select(name => prediction.Flow.TryGetValue(name, out TermFormula? formula) ? Value(formula, m, t) : 0));

    private Matrix<double> Differences(Vector<double> m, double t)
    {
        Matrix<double> jacobian = Matrix<double>.Build.Dense(n, n);
        for (int a = 0; a < n; a++)
        {
            Vector<double> shift = Vector<double>.Build.Dense(n);
            shift[a] = Step;
            jacobian.SetColumn(a, (FlowAt(m + shift, t) - FlowAt(m - shift, t)) / (2 * Step));
        }

        return jacobian;
    }

    private Matrix<double> Elements(
        ImmutableDictionary<(string Row, string Column), TermFormula> formulas, Vector<double> m, double t)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(n, n);
        foreach (((string row, string column), TermFormula formula) in formulas)
        {
            matrix[names.IndexOf(row), names.IndexOf(column)] = Value(formula, m, t);
        }

        return matrix;
    }

    private double Value(TermFormula formula, Vector<double> m, double t)
    {
        double value = formula.Evaluate(
            name => FormulaNames.ValueOf(name, model, t, size: null),
            term => new Measured(m[names.IndexOf(((MeanTerm)term).Observable)], 0)).Value;
        return double.IsFinite(value)
            ? value
            : throw new IntegrationException($"the formula {Wording.Quote(formula.Text)} has no value at t = {Numeral.Of(t)}.");
    }
}
