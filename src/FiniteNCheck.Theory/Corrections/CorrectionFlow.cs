using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The mean field together with the cumulants that carry its 1/n corrections, laid out as in <see cref="CorrectionState"/>:
/// <c>dmu/dt = J mu + 1/2 f'':C + f1</c>, <c>dC/dt = J C + C J^T + B0</c>, and so on for <c>S</c> and <c>Cb</c>
/// (<c>docs/theory-corrections.md</c>). At a state whose cumulants vanish except for the averages, the derivative is
/// <c>(f, f1, B0, T0, B1)</c>, the coefficients themselves. Not thread-safe.
/// </summary>
internal sealed class CorrectionFlow : IImplicitSystem
{
    private readonly MeanField meanField;
    private readonly CorrectionDepth depth;
    private readonly ArgumentResponse[] arguments;
    private readonly ChannelCorrection[] channels;
    private readonly CouplingCorrection[] couplings;
    private readonly CollectiveCorrection collective;
    private readonly CorrectionTerms terms;
    private readonly double[] averages;
    private readonly int n;

    /// <summary>Prepares the equations of a model.</summary>
    /// <param name="model">The model; its initial state is not used.</param>
    /// <param name="depth">The corrections to compute.</param>
    public CorrectionFlow(CollectiveModel model, CorrectionDepth depth)
    {
        meanField = new MeanField(model);
        this.depth = depth;
        n = meanField.Dimension;
        double[] shares = [.. model.Blocks.Select(block => block.Share)];

        // Channels with the same argument share its response, whose contractions with the third cumulant dominate the cost.
        var responses = new List<ArgumentResponse>();
        channels =
        [
            .. meanField.Channels.Select(channel =>
                new ChannelCorrection(channel, Response(responses, channel.Argument, shares), shares)),
        ];
        arguments = [.. responses];
        couplings = [.. model.Couplings.Select(pair => new CouplingCorrection(pair, shares))];
        collective = new CollectiveCorrection(meanField.CollectiveChannels, shares, depth);
        terms = new CorrectionTerms(n, depth);
        averages = new double[n];
    }

    /// <inheritdoc/>
    public int Dimension => CorrectionState.Length(n, depth);

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> y, Span<double> derivative)
    {
        var state = new CorrectionState(n, y);
        Collect(state);
        meanField.Flow(state.M, derivative[..n]);
        double[] jacobian = RowMajor(Jacobian(state.M));
        Span<double> mu = derivative.Slice(n, n);
        terms.Mean.CopyTo(mu);
        AddProduct(jacobian, state.Mu, mu, 1);
        AddProduct(jacobian, state.C, terms.Noise, n);
        AddTransposed(terms.Noise, derivative.Slice(2 * n, n * n));
        if (depth == CorrectionDepth.Covariance)
        {
            AddProduct(jacobian, state.Cb, terms.Second, n);
            AddProduct(terms.Slope, state.C, terms.Second, n);
            AddTransposed(terms.Second, derivative[CorrectionState.SecondOffset(n)..]);
            AddProduct(jacobian, state.S, terms.Third, n * n, 0.5);
            Symmetrise(terms.Third, derivative.Slice(CorrectionState.ThirdOffset(n), n * n * n));
        }
    }

    /// <inheritdoc/>
    public ILinearisation Linearise(ReadOnlySpan<double> y) => new BlockLinearisation(Jacobian(y[..n]), depth);

    private static ArgumentResponse Response(List<ArgumentResponse> known, double[] r, double[] shares)
    {
        ArgumentResponse? found = known.Find(each => each.R.AsSpan().SequenceEqual(r));
        if (found is null)
        {
            found = new ArgumentResponse(r, shares);
            known.Add(found);
        }

        return found;
    }

    private void Collect(in CorrectionState state)
    {
        terms.Clear();
        foreach (ArgumentResponse argument in arguments)
        {
            argument.Evaluate(state, depth);
            if (depth == CorrectionDepth.Covariance)
            {
                argument.Contract(state);
            }
        }

        foreach (ChannelCorrection channel in channels)
        {
            channel.Evaluate(state.M);
            channel.AddMean(state, terms);
            channel.AddNoise(terms);
            if (depth == CorrectionDepth.Covariance)
            {
                channel.AddSlope(state, terms);
                channel.AddThird(state, terms);
                channel.AddSecond(state, terms);
            }
        }

        foreach (CouplingCorrection coupling in couplings)
        {
            coupling.Evaluate(state, depth);
            coupling.AddLeading(state, terms);
            if (depth == CorrectionDepth.Covariance)
            {
                coupling.AddNext(state, terms);
            }
        }

        collective.Add(state, terms);
    }

    private Matrix<double> Jacobian(ReadOnlySpan<double> m)
    {
        m.CopyTo(averages);
        return meanField.Jacobian(Vector<double>.Build.Dense(averages));
    }

    private static double[] RowMajor(Matrix<double> matrix) => matrix.ToRowMajorArray();

    // sum += factor matrix tensor over the first index of the tensor, whose other indices span the columns.
    private static void AddProduct(double[] matrix, ReadOnlySpan<double> tensor, Span<double> sum, int columns, double factor = 1)
    {
        int rows = tensor.Length / columns;
        for (int i = 0; i < rows; i++)
        {
            Span<double> to = sum.Slice(i * columns, columns);
            for (int l = 0; l < rows; l++)
            {
                double weight = factor * matrix[(i * rows) + l];
                ReadOnlySpan<double> from = tensor.Slice(l * columns, columns);
                for (int k = 0; weight != 0 && k < columns; k++)
                {
                    to[k] += weight * from[k];
                }
            }
        }
    }

    private void AddTransposed(double[] half, Span<double> sum)
    {
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k <= i; k++)
            {
                sum[(i * n) + k] = sum[(k * n) + i] = half[(i * n) + k] + half[(k * n) + i];
            }
        }
    }

    private void Symmetrise(double[] part, Span<double> sum)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                for (int k = 0; k <= j; k++)
                {
                    double value = part[At(i, j, k)] + part[At(i, k, j)]
                        + part[At(j, i, k)] + part[At(j, k, i)]
                        + part[At(k, i, j)] + part[At(k, j, i)];
                    sum[At(i, j, k)] = sum[At(i, k, j)] = sum[At(j, i, k)] = value;
                    sum[At(j, k, i)] = sum[At(k, i, j)] = sum[At(k, j, i)] = value;
                }
            }
        }
    }

    private int At(int i, int j, int k) => (((i * n) + j) * n) + k;

    /// <summary>
    /// The block-diagonal part of the Jacobian: the drift of every cumulant. The omitted part, the dependence of a cumulant on
    /// those before it, is strictly lower triangular. The iteration therefore converges first in m, then in mu and C, then in S,
    /// then in Cb.
    /// </summary>
    private sealed class BlockLinearisation(Matrix<double> jacobian, CorrectionDepth depth) : ILinearisation
    {
        private readonly ShiftedKroneckerSolver cumulants = new(jacobian);
        private readonly int n = jacobian.RowCount;

        public Action<Complex[]> Factorise(Complex shift)
        {
            var averages = DenseLinearisation.Shifted(jacobian, shift).LU();
            return right =>
            {
                for (int i = 0; i < 2; i++)
                {
                    Vector<Complex> part = Vector<Complex>.Build.DenseOfArray(right[(i * n)..((i + 1) * n)]);
                    averages.Solve(part).AsArray().CopyTo(right, i * n);
                }

                cumulants.Solve(shift, right.AsSpan(2 * n, n * n), order: 2);
                if (depth == CorrectionDepth.Covariance)
                {
                    cumulants.Solve(shift, right.AsSpan(CorrectionState.ThirdOffset(n), n * n * n), order: 3);
                    cumulants.Solve(shift, right.AsSpan(CorrectionState.SecondOffset(n)), order: 2);
                }
            };
        }
    }
}
