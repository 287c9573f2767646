using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Whether the map of Weyl operators <c>Phi_t[W(r)] = exp(-r.Y_t r/2) W(X_t^T r)</c> of (35), (36) is completely positive, as the limit of
/// quantum channels must be: <c>Y_t + i/2 (sigma(t) - X_t sigma(0) X_t^T) &gt;= 0</c>, with
/// the matrices of commutators after and before. It uses the mean field and the map alone; nothing is simulated at finite N.
/// </summary>
internal static class CompletePositivity
{
    // Errors of X and Y are 1e-12 or so.
    private const double Uncertainty = 1e-10;

    private static readonly double[] Times = [0.5, 1, 1.5, 2];

    // The plane of figure 3.
    private static readonly (double From, double To) Temperatures = (0.3, 1.18);
    private static readonly (double From, double To) Fields = (0, 0.44);

    /// <summary>Computes the smallest eigenvalues.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of (35).</param>
    public static Finding Check(ClaimRun run, Drift drift)
    {
        Finding finding = LowerBoundJudge.Judge("smallest eigenvalue of Y + i/2 (sigma(t) - X sigma(0) X^T)", Values(run, drift), 0);
        return finding with { Evidence = [.. finding.Evidence, Map(run, drift)] };
    }

    /// <summary>The smallest eigenvalue over the plane of figure 3, over all its times, as a map: a row per temperature.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of (35).</param>
    private static Evidence Map(ClaimRun run, Drift drift)
    {
        GridSize size = run.Effort.Choose(quick: new GridSize(8, 8), full: new GridSize(12, 12));
        var grid = PlaneGrid.Between(Temperatures, Fields, size);
        double[] smallest = new double[grid.Count];
        CheckedParallel.For<InputException>(
            grid.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = run.Threads == 0 ? Environment.ProcessorCount : run.Threads,
                CancellationToken = run.Cancellation,
            },
            index => smallest[index] = Eigenvalues(run, grid[index], drift).Min(each => each.Value));
        return new Evidence(
            $"smallest eigenvalue over the plane of figure 3, t = {string.Join(", ", Times.Select(time => Numeral.Of(time)))}: "
                + $"below 0 at {smallest.Count(value => value < -Uncertainty)} of {grid.Count} points",
            ["T", .. grid.Fields.Select(field => $"Omega = {Numeral.Of(field, 3)}")],
            [
                .. grid.Temperatures.Select((temperature, row) => (ImmutableArray<Cell>)
                [
                    temperature,
                    .. Enumerable.Range(0, grid.Fields.Length).Select(k => (Cell)smallest[(row * grid.Fields.Length) + k]),
                ]),
            ]);
    }

    private static IEnumerable<BoundedValue> Values(ClaimRun run, Drift drift) =>
        from point in new[] { (0.5, 0.35), (0.4, 0.3), (0.5, 0.2), (0.6, 0.3), (2, 0.2) }
        from value in Eigenvalues(run, point, drift)
        select value;

    private static IEnumerable<BoundedValue> Eigenvalues(ClaimRun run, (double Temperature, double Field) point, Drift drift)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var start = new ProductState([new PauliVector(0.3, -0.2, 0.5)]);
        CollectiveModel model = ModelPoints.Network([[1]], point.Temperature, point.Field, start);
        TheoryResult limit = LimitTheory.Solve(model, [0, .. Times], drift, run.Cancellation);
        return Enumerable.Range(1, Times.Length).Select(t => new BoundedValue(
            $"T = {Numeral.Of(point.Temperature, 4)}, Omega = {Numeral.Of(point.Field, 4)}, t = {Numeral.Of(Times[t - 1])}",
            SmallestEigenvalue(limit, t),
            Uncertainty));
    }

    private static double SmallestEigenvalue(TheoryResult limit, int t)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(limit.Propagator[t]);
        Matrix<double> lost = Matrix<double>.Build.DenseOfArray(limit.Symplectic[t])
            - (x * Matrix<double>.Build.DenseOfArray(limit.Symplectic[0]) * x.Transpose());
        Matrix<Complex> form = Matrix<double>.Build.DenseOfArray(limit.Noise[t]).ToComplex() + (lost.ToComplex() * new Complex(0, 0.5));
        return form.Evd(Symmetricity.Hermitian).EigenValues.Min(value => value.Real);
    }
}
