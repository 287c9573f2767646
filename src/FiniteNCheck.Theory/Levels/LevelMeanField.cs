using FiniteNCheck.Model.Levels;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// The mean-field flow (22) of sites with levels in the Gell-Mann basis:
/// <c>dm_a/dt = sum_bc f_abc w_b m_c + sum_l Gamma_l(Delta_l)^2 &lt;D_l^loc[v_a]&gt;</c> with the structure constants f and the effective
/// field <c>w = field + K m</c>. A pair coupling of <c>A</c> in block h and <c>B</c> in block k gives <c>strength share_k &lt;B&gt; A</c>
/// to the first end and <c>strength share_h &lt;A&gt; B</c> to the second; collective jumps add fields of their own.
/// </summary>
internal sealed class LevelMeanField : MeanFieldFlow
{
    private readonly double[] fields;
    private readonly double[,] couplings;

    /// <summary>Prepares the flow of a model.</summary>
    /// <param name="model">The model, which does not depend on time; its initial state is not used.</param>
    public LevelMeanField(LevelModel model)
    {
        model = LimitModel.WithoutVanishing(model);
        Coordinates = new LevelCoordinates(model.Blocks);
        fields = [.. Coordinates.Sum(model.Fields).Coefficients.Select(field => field.Real)];
        couplings = new double[Dimension, Dimension];
        foreach (LevelCoupling pair in model.Couplings)
        {
            Couple(pair.FirstBlock, pair.FirstOperator, pair.SecondBlock, pair.SecondOperator, pair.Strength, model);
            Couple(pair.SecondBlock, pair.SecondOperator, pair.FirstBlock, pair.FirstOperator, pair.Strength, model);
        }

        Channels = [.. model.Jumps.Select(jump => new LevelChannel(Coordinates, jump))];
        CollectiveChannels = [.. model.CollectiveJumps.Select(jump => new LevelCollectiveChannel(Coordinates, model.Blocks, jump))];
    }

    /// <summary>The coordinates.</summary>
    public LevelCoordinates Coordinates { get; }

    /// <summary>The jumps of single sites.</summary>
    public LevelChannel[] Channels { get; }

    /// <summary>The jumps of whole blocks.</summary>
    public LevelCollectiveChannel[] CollectiveChannels { get; }

    /// <inheritdoc/>
    public override int Dimension => Coordinates.Count;

    /// <inheritdoc/>
    public override Matrix<double> Jacobian(Vector<double> m) => Linearise(m, responds: true);

    /// <inheritdoc/>
    public override Matrix<double> FrozenJacobian(Vector<double> m) => Linearise(m, responds: false);

    /// <inheritdoc/>
    internal override void Flow(ReadOnlySpan<double> m, Span<double> flow)
    {
        double[] w = EffectiveField(m);
        for (int i = 0; i < Dimension; i++)
        {
            int offset = Coordinates.Offset(Coordinates.BlockOf[i]);
            double[,,] f = Coordinates.Algebras[Coordinates.BlockOf[i]].Commutators;
            double sum = 0;
            for (int b = 0; b < f.GetLength(0); b++)
            {
                for (int c = 0; c < f.GetLength(0); c++)
                {
                    sum += f[i - offset, b, c] * w[offset + b] * m[offset + c];
                }
            }

            flow[i] = sum;
        }

        foreach (LevelChannel channel in Channels)
        {
            double gamma = channel.Rate.Value(m);
            int offset = Coordinates.Offset(channel.Block);
            for (int a = 0; a < channel.Offset.Length; a++)
            {
                flow[offset + a] += gamma * gamma * channel.Average(a, Coordinates.Of(m, channel.Block));
            }
        }
    }

    /// <inheritdoc/>
    internal override double RateScale(Vector<double> m)
    {
        double[] state = Checked(m);
        double scale = 2 * EffectiveField(state).Max(Math.Abs);
        foreach (LevelChannel channel in Channels)
        {
            double gamma = channel.Rate.Value(state);
            scale = Math.Max(scale, gamma * gamma * channel.Offset.Concat(channel.Matrix.Cast<double>()).Max(Math.Abs));
        }

        foreach (LevelCollectiveChannel channel in CollectiveChannels)
        {
            scale = Math.Max(scale, channel.RateScale(state));
        }

        return scale;
    }

    // The field of one end of a coupling: of <B> in block k on A in block h.
    private void Couple(int h, LocalOperator operatorA, int k, LocalOperator operatorB, double strength, LevelModel model)
    {
        Complex[] field = Coordinates.Algebras[h].Coefficients(operatorA).Basis;
        (Complex constant, Complex[] average) = Coordinates.Algebras[k].Coefficients(operatorB);
        double scale = strength * model.Blocks[k].Share;
        for (int a = 0; a < field.Length; a++)
        {
            int row = Coordinates.Offset(h) + a;
            fields[row] += scale * field[a].Real * constant.Real;
            for (int b = 0; b < average.Length; b++)
            {
                couplings[row, Coordinates.Offset(k) + b] += scale * field[a].Real * average[b].Real;
            }
        }
    }

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

        foreach (LevelCollectiveChannel channel in CollectiveChannels)
        {
            channel.AddField(m, w);
        }

        return w;
    }

    private Matrix<double> Linearise(Vector<double> m, bool responds)
    {
        double[] state = Checked(m);
        double[,] slope = (double[,])couplings.Clone();
        foreach (LevelCollectiveChannel channel in CollectiveChannels)
        {
            channel.AddSlope(state, slope);
        }

        var jacobian = Matrix<double>.Build.Dense(Dimension, Dimension);
        AddRotation(jacobian, state, EffectiveField(state), slope);
        foreach (LevelChannel channel in Channels)
        {
            AddChannel(jacobian, channel, state, responds);
        }

        return jacobian;
    }

    // d/dm of sum_bc f_abc w_b(m) m_c: the variation of m and that of the field.
    private void AddRotation(Matrix<double> jacobian, double[] m, double[] w, double[,] slope)
    {
        for (int i = 0; i < Dimension; i++)
        {
            int offset = Coordinates.Offset(Coordinates.BlockOf[i]);
            double[,,] f = Coordinates.Algebras[Coordinates.BlockOf[i]].Commutators;
            for (int b = 0; b < f.GetLength(0); b++)
            {
                double turned = 0;
                for (int c = 0; c < f.GetLength(0); c++)
                {
                    jacobian[i, offset + c] += f[i - offset, b, c] * w[offset + b];
                    turned += f[i - offset, b, c] * m[offset + c];
                }

                for (int k = 0; k < Dimension && turned != 0; k++)
                {
                    jacobian[i, k] += turned * slope[offset + b, k];
                }
            }
        }
    }

    // Gamma(Delta)^2 d<D[v_a]>/dm, and where the rate responds d Gamma(Delta)^2/dm <D[v_a]>.
    private void AddChannel(Matrix<double> jacobian, LevelChannel channel, double[] m, bool responds)
    {
        RateJet gamma = channel.Rate.Jet(m);
        int offset = Coordinates.Offset(channel.Block);
        for (int a = 0; a < channel.Offset.Length; a++)
        {
            for (int b = 0; b < channel.Offset.Length; b++)
            {
                jacobian[offset + a, offset + b] += gamma.Square * channel.Matrix[a, b];
            }

            double response = responds ? gamma.SquareFirst * channel.Average(a, Coordinates.Of(m, channel.Block)) : 0;
            for (int k = 0; k < Dimension; k++)
            {
                jacobian[offset + a, k] += response * channel.Rate.Coefficients[k];
            }
        }
    }
}
