using System.Collections.Immutable;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// What Theorem 2 says about operators at two times. With <c>X_t</c> and <c>Y_t</c> of (35) the map of Weyl operators is
/// <c>Phi_t[W(r)] = exp(-r.Y_t r/2) W(X_t^T r)</c>, and all that remains are operators at time 0.
/// </summary>
/// <remarks>
/// The commutators are those of time 0, <c>[F_a, F_b] = i sigma_ab</c> with <c>sigma</c> at the start (29). They hold for either drift, and
/// for blocks of any sizes, because every F carries the square root of its own block.
/// </remarks>
public static class LimitCorrelations
{
    /// <summary>
    /// The two-time functions <c>&lt;F_a(t) F_b(0)&gt; = [X_t (Sigma(0) + i sigma(0)/2)]_ab</c>. Their imaginary part is the response:
    /// under <c>H - lambda(t) F_b</c> the average of <c>F_a</c> moves by <c>-[X_t sigma(0)]_ab</c>.
    /// </summary>
    /// <param name="model">The model, its initial state a <see cref="ProductState"/>.</param>
    /// <param name="limit">The limit of the model.</param>
    public static TwoTimeSeries TwoTime(CollectiveModel model, TheoryResult limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return TwoTime(new Start(model), limit);
    }

    /// <summary>
    /// The two-time functions in the stationary state of the limit, Gaussian fluctuations of the stationary covariance about the fixed
    /// point: <c>X_t (Sigma + i sigma/2)</c>.
    /// </summary>
    /// <param name="model">The model, its initial state the product state at the fixed point.</param>
    /// <param name="limit">The limit of the model.</param>
    /// <exception cref="InputException">There is no stationary covariance; the message says why.</exception>
    public static TwoTimeSeries StationaryTwoTime(CollectiveModel model, TheoryResult limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        double[,] covariance = limit.StationaryCovariance ?? throw new InputException(
            $"model '{model.Name}' has no stationary covariance in the limit: {limit.Reason}. Leave --stationary out, for the functions "
            + "from the given start.");
        return TwoTime(new Start(model) { Covariance = Matrix<double>.Build.DenseOfArray(covariance) }, limit);
    }

    /// <summary>The model at the fixed point that its mean field reaches.</summary>
    /// <param name="model">The model, its initial state a <see cref="ProductState"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">There is no fixed point; the message says what the flow does instead.</exception>
    public static CollectiveModel AtFixedPoint(CollectiveModel model, CancellationToken cancellationToken = default)
    {
        FixedPoint reached = new MeanField(model).FixedPoint(InitialStateResolution.Averages(model), cancellationToken);
        return reached.Point is { } point
            ? model.StartingFrom([.. point.Chunk(3).Select(m => new PauliVector(m[0], m[1], m[2]))])
            : throw new InputException(
                $"model '{model.Name}' reaches no stationary state in the limit: {reached.Reason}. Leave --stationary out, for the "
                + "functions from the given start, or choose another start.");
    }

    private static TwoTimeSeries TwoTime(Start start, TheoryResult limit)
    {
        Matrix<Complex> ordered = start.Covariance.ToComplex() + (start.Commutators.ToComplex() * new Complex(0, 0.5));
        double steepness = ordered.ColumnNorms(1).Maximum();
        return new TwoTimeSeries(
            limit.Moments.Times,
            [.. limit.Propagator.Select(x => (Matrix<double>.Build.DenseOfArray(x).ToComplex() * ordered).ToArray())],
            [.. limit.Propagator.Select(_ => steepness * limit.PropagatorError)]);
    }

    /// <summary>
    /// The function <c>G = exp(-r.Y r/2 - u.Sigma(0) u/2 - i/2 [r1.sigma q + r1.sigma r2 + q.sigma r2])</c> with <c>q = X_t^T r</c>,
    /// <c>u = r1 + q + r2</c> and <c>sigma</c> at time 0.
    /// </summary>
    /// <param name="model">The model, its initial state a <see cref="ProductState"/>.</param>
    /// <param name="limit">The limit of the model.</param>
    /// <param name="triple">The arguments.</param>
    /// <exception cref="InputException">The triple does not fit the model.</exception>
    public static WeylSeries Weyl(CollectiveModel model, TheoryResult limit, WeylTriple triple)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(triple);
        triple.Check(model);
        var start = new Start(model);
        (Complex Value, double Error)[] all =
            [.. limit.Propagator.Zip(limit.Noise, (x, y) => Weyl(start, triple, x, y, limit.PropagatorError, limit.NoiseError))];

        // The exponent is even in (r1, r, r2), so that G is its own even part.
        ImmutableArray<Complex> values = [.. all.Select(each => each.Value)];
        return new WeylSeries(triple, limit.Moments.Times, values, values, [.. all.Select(each => each.Error)]);
    }

    /// <summary>
    /// The same at two later times, <c>exp(-rb.Y rb/2 - i/2 [ra.s q + ra.s rc + q.s rc]) G(r1, ra + q + rc, r2; t1)</c> with
    /// <c>q = X^T rb</c>, X and Y from t1 to t2, and <c>s</c> the commutators at t1.
    /// </summary>
    /// <param name="model">The model, its initial state a <see cref="ProductState"/>; it does not depend on time.</param>
    /// <param name="arguments">The arguments of the operators, and t1.</param>
    /// <param name="times">The times t2, strictly increasing, none before t1.</param>
    /// <param name="drift">The drift.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The arguments do not fit the model, or it depends on time.</exception>
    public static NestedWeylSeries Weyl(
        CollectiveModel model,
        NestedWeyl arguments,
        IReadOnlyList<double> times,
        Drift drift,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Check(model, times);
        if (model.IsDriven)
        {
            throw new InputException(
                $"model '{model.Name}' depends on time; Weyl operators at two later times are computed for models that do not. "
                + "Give constant parameters.");
        }

        var start = new Start(model);
        TheoryResult before = LimitTheory.Solve(model, [arguments.Time], drift, cancellationToken);

        // What follows t1 is the map of Theorem 2 from the mean field there.
        ImmutableArray<PauliVector> reached = [.. before.Moments.Mean[0].Chunk(3).Select(m => new PauliVector(m[0], m[1], m[2]))];
        CollectiveModel later = model.StartingFrom(reached);
        TheoryResult after = LimitTheory.Solve(later, [.. times.Select(time => time - arguments.Time)], drift, cancellationToken);
        Matrix<double> sigma = new Start(later).Commutators;
        WeylTriple inner = arguments.Inner;
        Vector<double> left = Vector<double>.Build.DenseOfEnumerable(inner.Left);
        Vector<double> right = Vector<double>.Build.DenseOfEnumerable(inner.Right);
        Vector<double> last = Vector<double>.Build.DenseOfEnumerable(inner.Inner);
        (Complex Value, double Error)[] all = [.. after.Propagator.Zip(after.Noise, At)];
        ImmutableArray<Complex> values = [.. all.Select(each => each.Value)];
        return new NestedWeylSeries(arguments, [.. times], values, values, [.. all.Select(each => each.Error)]);

        (Complex Value, double Error) At(double[,] propagator, double[,] noise)
        {
            Vector<double> q = last * Matrix<double>.Build.DenseOfArray(propagator);
            double decay = last * Matrix<double>.Build.DenseOfArray(noise) * last / 2;
            double phase = ((left * sigma * q) + (left * sigma * right) + (q * sigma * right)) / 2;
            WeylTriple outer = new(arguments.Left, [.. left + q + right], arguments.Right);
            (Complex value, double error) = Weyl(
                start, outer, before.Propagator[0], before.Noise[0], before.PropagatorError, before.NoiseError);

            // The error of q moves the phase, and the argument of the function at t1, which changes by at most its slope. The commutators
            // have twice the error of the averages.
            double size = last.L1Norm();
            double slope = ((sigma * (right - left)).L1Norm() / 2) + Slope(start, outer, before);
            double byCommutators = (left.L1Norm() * q.L1Norm()) + (left.L1Norm() * right.L1Norm()) + (q.L1Norm() * right.L1Norm());
            double further = (size * size * after.NoiseError / 2)
                + (size * slope * after.PropagatorError)
                + (byCommutators * before.MeanError);
            Complex factor = Complex.FromPolarCoordinates(Math.Exp(-decay), -phase);
            return (factor * value, factor.Magnitude * (error + (value.Magnitude * further)));
        }
    }

    // How fast the exponent of G changes with its inner argument, for the sum of moduli of the change.
    private static double Slope(Start start, WeylTriple triple, TheoryResult limit)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(limit.Propagator[0]);
        Vector<double> left = Vector<double>.Build.DenseOfEnumerable(triple.Left);
        Vector<double> inner = Vector<double>.Build.DenseOfEnumerable(triple.Inner);
        Vector<double> right = Vector<double>.Build.DenseOfEnumerable(triple.Right);
        Vector<double> u = left + (inner * x) + right;
        return (Matrix<double>.Build.DenseOfArray(limit.Noise[0]) * inner).L1Norm()
            + (x * start.Covariance * u).L1Norm()
            + ((x * start.Commutators * (right - left)).L1Norm() / 2);
    }

    private static (Complex Value, double Error) Weyl(
        Start start, WeylTriple triple, double[,] propagator, double[,] noise, double propagatorError, double noiseError)
    {
        Vector<double> left = Vector<double>.Build.DenseOfEnumerable(triple.Left);
        Vector<double> inner = Vector<double>.Build.DenseOfEnumerable(triple.Inner);
        Vector<double> right = Vector<double>.Build.DenseOfEnumerable(triple.Right);
        Matrix<double> sigma = start.Commutators;
        Vector<double> q = inner * Matrix<double>.Build.DenseOfArray(propagator);
        Vector<double> u = left + q + right;
        double decay = ((inner * Matrix<double>.Build.DenseOfArray(noise) * inner) + (u * start.Covariance * u)) / 2;
        double phase = ((left * sigma * q) + (left * sigma * right) + (q * sigma * right)) / 2;

        // How fast the exponent changes with the elements of X and Y.
        double size = inner.L1Norm();
        double byPropagator = (start.Covariance * u).L1Norm() + ((sigma * (right - left)).L1Norm() / 2);
        double error = size * ((size * noiseError / 2) + (byPropagator * propagatorError));
        double modulus = Math.Exp(-decay);
        return (Complex.FromPolarCoordinates(modulus, -phase), modulus * error);
    }

    private sealed class Start
    {
        public Start(CollectiveModel model)
        {
            ArgumentNullException.ThrowIfNull(model);
            if (model.Blocks.Any(block => block.Size is not null))
            {
                throw new InputException(
                    $"model '{model.Name}' has blocks of fixed size: operators at two times have a limit for growing blocks. "
                    + "Leave --two-time and --weyl out.");
            }

            Vector<double> m = InitialStateResolution.Averages(model);
            (Covariance, Commutators) = (Fluctuations.ProductCovariance(m), Fluctuations.Symplectic(m));
        }

        /// <summary><c>Sigma(0)</c>.</summary>
        public Matrix<double> Covariance { get; init; }

        /// <summary><c>sigma(0)</c>.</summary>
        public Matrix<double> Commutators { get; }
    }
}
