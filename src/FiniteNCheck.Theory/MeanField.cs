using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// The mean-field flow (22) of a model, <c>dm/dt = f(m)</c>, in the Pauli basis:
/// <c>f_h = 2 w_h x m_h + sum_l Gamma_l(Delta_l)^2 &lt;D_l^loc[sigma]&gt;_h</c> with the effective field
/// <c>w_(h,a) = field_(h,a) + sum_(k,b) K_(h,a),(k,b) m_(k,b)</c>. A pair coupling between block h, axis a and block k, axis b contributes
/// <c>strength share_k</c> to the first end and <c>strength share_h</c> to the second (the <c>h + h^T</c> of Lemma 3); collective jumps
/// add the fields of <see cref="CollectiveChannel"/>. Vectors are ordered as <see cref="SymmetricModel.ObservableNames"/>. Immutable and
/// thread-safe.
/// </summary>
public sealed class MeanField : MeanFieldFlow
{
    private readonly double[] fields;
    private readonly double[,] couplings;
    private readonly TheoryChannel[] channels;
    private readonly CollectiveChannel[] collective;

    /// <summary>Prepares the flow of a model.</summary>
    /// <param name="model">The model at one time; its initial state is not used.</param>
    /// <exception cref="InputException">The model depends on time, or a coupling is too strong for a mean field.</exception>
    public MeanField(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.IsDriven)
        {
            throw new InputException(
                $"model '{model.Name}' depends on time: its mean-field flow is one of each time. Take the model at a time.");
        }

        model = LimitModel.WithoutVanishing(model);
        Dimension = PauliAlgebra.Axes * model.Blocks.Length;
        fields = [.. model.Fields.SelectMany(w => new[] { w.X, w.Y, w.Z })];
        couplings = new double[Dimension, Dimension];
        foreach (PairCoupling pair in model.Couplings)
        {
            int first = Index(pair.FirstBlock, (int)pair.FirstAxis);
            int second = Index(pair.SecondBlock, (int)pair.SecondAxis);
            couplings[first, second] += pair.Strength * model.Blocks[pair.SecondBlock].Share;
            couplings[second, first] += pair.Strength * model.Blocks[pair.FirstBlock].Share;
        }

        channels = [.. model.Jumps.Select(jump => new TheoryChannel(jump))];
        collective = [.. model.CollectiveJumps.Select(jump => new CollectiveChannel(model, jump))];
    }

    /// <inheritdoc/>
    public override int Dimension { get; }

    internal IReadOnlyList<TheoryChannel> Channels => channels;

    internal IReadOnlyList<CollectiveChannel> CollectiveChannels => collective;

    /// <inheritdoc/>
    public override Matrix<double> Jacobian(Vector<double> m) => Linearise(m, AddFrozen, AddResponse);

    /// <inheritdoc/>
    public override Matrix<double> FrozenJacobian(Vector<double> m) => Linearise(m, AddFrozen);

    internal override void Flow(ReadOnlySpan<double> m, Span<double> flow)
    {
        double[] w = EffectiveField(m);
        for (int i = 0; i < Dimension; i += PauliAlgebra.Axes)
        {
            // d<sigma>/dt = <i[w.sigma, sigma]> = 2 w x m
            flow[i] = 2 * ((w[i + 1] * m[i + 2]) - (w[i + 2] * m[i + 1]));
            flow[i + 1] = 2 * ((w[i + 2] * m[i]) - (w[i] * m[i + 2]));
            flow[i + 2] = 2 * ((w[i] * m[i + 1]) - (w[i + 1] * m[i]));
        }

        foreach (TheoryChannel channel in channels)
        {
            double gamma = channel.Gamma(m);
            int offset = Index(channel.Block, 0);
            for (int a = 0; a < PauliAlgebra.Axes; a++)
            {
                flow[offset + a] += gamma * gamma * channel.Dissipator.Average(a, m.Slice(offset, PauliAlgebra.Axes));
            }
        }
    }

    /// <inheritdoc/>
    internal override double RateScale(Vector<double> m)
    {
        double[] state = Checked(m);
        double scale = 2 * EffectiveField(state).Max(Math.Abs);
        foreach (TheoryChannel channel in channels)
        {
            double gamma = channel.Gamma(state);
            double size = channel.Dissipator.Offset.Concat(channel.Dissipator.Matrix.Cast<double>()).Max(Math.Abs);
            scale = Math.Max(scale, gamma * gamma * size);
        }

        foreach (CollectiveChannel channel in collective)
        {
            scale = Math.Max(scale, channel.RateScale(state));
        }

        return scale;
    }

    private static int Index(int block, int axis) => (PauliAlgebra.Axes * block) + axis;

    private double[] EffectiveField(ReadOnlySpan<double> m)
    {
        double[] w = (double[])fields.Clone();
        for (int i = 0; i < Dimension; i++)
        {
            for (int k = 0; k < Dimension; k++)
            {
                w[i] += couplings[i, k] * m[k];
            }
        }

        foreach (CollectiveChannel channel in collective)
        {
            channel.AddField(m, w);
        }

        return w;
    }

    private Matrix<double> Linearise(Vector<double> m, params Action<Matrix<double>, TheoryChannel, double[]>[] parts)
    {
        double[] state = Checked(m);
        double[] field = EffectiveField(state);
        double[,] slope = (double[,])couplings.Clone();
        foreach (CollectiveChannel channel in collective)
        {
            channel.AddSlope(state, slope);
        }

        var jacobian = Matrix<double>.Build.Dense(Dimension, Dimension);
        for (int block = 0; block < Dimension / PauliAlgebra.Axes; block++)
        {
            AddPrecession(jacobian, block, state, field, slope);
        }

        foreach (TheoryChannel channel in channels)
        {
            foreach (Action<Matrix<double>, TheoryChannel, double[]> add in parts)
            {
                add(jacobian, channel, state);
            }
        }

        return jacobian;
    }

    // d/dm of 2 w(m) x m: the variation of m and that of the field.
    private void AddPrecession(Matrix<double> jacobian, int block, double[] m, double[] w, double[,] slope)
    {
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            int row = Index(block, a);
            int b = (a + 1) % PauliAlgebra.Axes;
            int c = (a + 2) % PauliAlgebra.Axes;
            int rowB = Index(block, b);
            int rowC = Index(block, c);
            jacobian[row, rowC] += 2 * w[rowB];
            jacobian[row, rowB] -= 2 * w[rowC];
            for (int k = 0; k < Dimension; k++)
            {
                jacobian[row, k] += 2 * ((slope[rowB, k] * m[rowC]) - (slope[rowC, k] * m[rowB]));
            }
        }
    }

    // Gamma(Delta)^2 d<D[sigma_a]>/dm.
    private static void AddFrozen(Matrix<double> jacobian, TheoryChannel channel, double[] m)
    {
        double gamma = channel.Gamma(m);
        int offset = Index(channel.Block, 0);
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            for (int b = 0; b < PauliAlgebra.Axes; b++)
            {
                jacobian[offset + a, offset + b] += gamma * gamma * channel.Dissipator.Matrix[a, b];
            }
        }
    }

    // d Gamma(Delta)^2/dm <D[sigma_a]> = 2 Gamma Gamma' r <D[sigma_a]>.
    private void AddResponse(Matrix<double> jacobian, TheoryChannel channel, double[] m)
    {
        double response = 2 * channel.Gamma(m) * channel.GammaPrime(m);
        int offset = Index(channel.Block, 0);
        for (int a = 0; a < PauliAlgebra.Axes; a++)
        {
            double average = channel.Dissipator.Average(a, m.AsSpan(offset, PauliAlgebra.Axes));
            for (int k = 0; k < Dimension; k++)
            {
                jacobian[offset + a, k] += response * average * channel.Argument[k];
            }
        }
    }
}
