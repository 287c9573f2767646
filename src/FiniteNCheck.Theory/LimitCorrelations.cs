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
