using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Exact Weyl operators between Weyl operators, <c>G(r1, r, r2; t) = omega(W(r1) e^(tL)[W_t(r)] W(r2))</c> (36), at finite N.
/// </summary>
/// <remarks>
/// <para>By duality <c>G = tr(W_t(r) e^(tL*)[X])</c> with <c>X = W(r2) rho W(r1)</c>, a product over the spins: its Hermitian parts evolve
/// each on its own. X is Hermitian where <c>r2 = -r1</c>, and then an ordinary product state, turned by an angle of order
/// <c>N^(-1/2)</c>.</para>
/// <para>Errors: <c>||X||_1 = 1</c> and <c>||W|| = 1</c>, so the error of G is at most that of both parts in trace norm, plus
/// <c>sqrt(N_h) |r_h|</c> times that of the averages which W_t subtracts.</para>
/// </remarks>
public static class WeylSolver
{
    /// <summary>Estimates what <see cref="Solve"/> needs.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="triple">The arguments.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static RunEstimate Estimate(
        CollectiveModel model, int n, IReadOnlyList<double> times, WeylTriple triple, ExactOptions? options = null) =>
        Plan(model, n, times, triple, options).Estimate;

    /// <summary>Computes G and its even part.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="triple">The arguments.</param>
    /// <param name="options">
    /// Accuracy, threads and memory; <see langword="null"/> for the defaults. The matrix is always held in full and complex.
    /// </param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static WeylSeries Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        StartRuns runs = Plan(model, n, times, triple, options);
        runs.Prepare(cancellationToken);
        var run = new Run(runs, triple.Inner, progress, cancellationToken);

        // G(-r1, -r, -r2) = conj G(r2, r, r1).
        (Complex Value, double Error)[] values = run.Evolve(triple);
        (Complex Value, double Error)[] exchanged = IsSymmetric(triple) ? values : run.Evolve(triple.Exchanged);
        (double[] Mean, double Error)[] means = run.Means();
        var g = new Complex[times.Count];
        var even = new Complex[times.Count];
        double[] errors = new double[times.Count];
        for (int t = 0; t < times.Count; t++)
        {
            Complex phase = Complex.FromPolarCoordinates(1, -run.Sum(triple.Inner, means[t].Mean));
            g[t] = phase * values[t].Value;
            even[t] = (g[t] + Complex.Conjugate(phase * exchanged[t].Value)) / 2;
            errors[t] = Math.Max(values[t].Error, exchanged[t].Error) + (run.Steepness(triple.Inner) * means[t].Error);
        }

        return new WeylSeries(triple, [.. times], [.. g], [.. even], [.. errors]);
    }

    private static StartRuns Plan(CollectiveModel model, int n, IReadOnlyList<double> times, WeylTriple triple, ExactOptions? options)
    {
        ArgumentNullException.ThrowIfNull(triple);
        triple.Check(model);
        int starts = (IsSymmetric(triple) ? 1 : 2) * (IsKick(triple) ? 1 : 2);
        return new StartRuns(model, n, times, options ?? new ExactOptions(), count: starts + 1);
    }

    private static bool IsSymmetric(WeylTriple triple) => triple.Left.SequenceEqual(triple.Right);

    private static bool IsKick(WeylTriple triple) => triple.Left.SequenceEqual(triple.Right.Select(component => -component));

    private sealed class Run(
        StartRuns runs, ImmutableArray<double> inner, IProgress<ExactProgress>? progress, CancellationToken cancellationToken)
    {
        private readonly CollectiveSystem system = runs.System;

        /// <summary><c>tr(X(t) U(r))</c> with the phases of the outer operators, but not of the inner one.</summary>
        public (Complex Value, double Error)[] Evolve(WeylTriple triple)
        {
            IBlockMatrix[] blocks = [.. system.Spins.Select((_, g) => Turned(g, triple))];
            (Complex Value, double Error)[] real = EvolvePart(blocks, isImaginary: false);
            (Complex Value, double Error)[] imaginary = IsKick(triple)
                ? [.. real.Select(_ => (Complex.Zero, 0.0))]
                : EvolvePart(blocks, isImaginary: true);
            double[] bloch = [.. system.Members.SelectMany(InModelFrame)];
            Complex phase = Complex.FromPolarCoordinates(1, -Sum(triple.Left, bloch) - Sum(triple.Right, bloch));
            return
            [
                .. real.Zip(imaginary, (re, im) => (phase * (re.Value + (Complex.ImaginaryOne * im.Value)), re.Error + im.Error)),
            ];
        }

        /// <summary>The averages at the output times.</summary>
        public (double[] Mean, double Error)[] Means() =>
            runs.Run(null, state => Moments.Measure(system, state, runs.Threads).Mean(), progress, cancellationToken);

        /// <summary><c>sum_h sqrt(N_h) r_h . m_h</c>.</summary>
        public double Sum(ImmutableArray<double> r, double[] mean) =>
            r.Select((component, a) => Math.Sqrt(system.Members[a / 3].Spins) * component * mean[a]).Sum();

        /// <summary><c>sum_h sqrt(N_h) |r_h|</c>: how fast the phase changes with the averages.</summary>
        public double Steepness(ImmutableArray<double> r) =>
            system.Members.Select((member, h) => Math.Sqrt(member.Spins) * VectorOf(r, h).Norm).Sum();

        private (Complex Value, double Error)[] EvolvePart(IBlockMatrix[] blocks, bool isImaginary) => runs.Run(
            new ProductPart(blocks, isImaginary, HermitianPart.RoundingOfRotations(system.Spins)),
            matrix => WeylExpectation.WithoutPhase(system, matrix, Vectors(inner)),
            progress,
            cancellationToken);

        private TurnedBlock Turned(int group, WeylTriple triple)
        {
            int h = system.Members.Index().First(member => member.Item.Group == group).Index;
            SpinRotation rotation = system.Members[h].Rotation;
            PauliVector left = rotation.Apply(VectorOf(triple.Right, h));
            PauliVector right = rotation.Apply(VectorOf(triple.Left, h));
            return new TurnedBlock(system, group, left, right, runs.Threads);
        }

        private double[] InModelFrame(BlockMember member)
        {
            PauliVector bloch = system.Bloch[member.Group];
            return
            [
                .. Enumerable.Range(0, 3).Select(a => (member.Rotation[0, a] * bloch.X)
                    + (member.Rotation[1, a] * bloch.Y)
                    + (member.Rotation[2, a] * bloch.Z)),
            ];
        }

        private ImmutableArray<PauliVector> Vectors(ImmutableArray<double> r) => [.. system.Members.Select((_, h) => VectorOf(r, h))];

        private static PauliVector VectorOf(ImmutableArray<double> r, int block) =>
            new(r[3 * block], r[(3 * block) + 1], r[(3 * block) + 2]);
    }
}
