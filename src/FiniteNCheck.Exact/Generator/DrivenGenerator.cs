using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// A generator <c>sum_j w_j L_j</c> whose weights can be changed: that of a system which depends on time, at one time or averaged over
/// several.
/// </summary>
internal sealed class DrivenGenerator : IDrivenSystem
{
    private readonly (SystemPart Part, ILinearSystem Generator)[] parts;
    private readonly double[] weights;

    /// <summary>Prepares the generator of every part.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="preparation">Cancels the preparation.</param>
    public DrivenGenerator(StateLayout layout, CollectiveSystem system, int threads, CancellationToken preparation)
    {
        parts =
        [
            .. SystemPart.Of(system).Select(part =>
            {
                var operators = new SectorOperators(part.Terms, layout.Graph) { Preparation = preparation };
                ILinearSystem generator = operators.IsBanded
                    ? new BandedGenerator(layout, operators, threads)
                    : new TiltedGenerator(layout, operators, threads);
                operators.Preparation = CancellationToken.None;
                return (part, generator);
            }),
        ];
        weights = new double[parts.Length];
        Average((1, 0));
    }

    /// <inheritdoc/>
    public double GrowthBound =>
        parts.Zip(weights, (each, w) => each.Part.IsSquared && w < 0 ? -2 * w * each.Generator.DecayBound : 0).Sum();

    /// <inheritdoc/>
    public double DecayBound => Sum(generator => generator.DecayBound);

    /// <inheritdoc/>
    public double OscillationBound => Sum(generator => generator.OscillationBound);

    /// <inheritdoc/>
    public void Average(params ReadOnlySpan<(double Weight, double Time)> nodes)
    {
        for (int j = 0; j < parts.Length; j++)
        {
            weights[j] = parts[j].Part.Weigh(nodes);
        }
    }

    /// <inheritdoc/>
    public double Norm(double[] v) => parts[0].Generator.Norm(v);

    /// <inheritdoc/>
    public void Apply(
        double[] x, double[] y, double imageScale = 1, double xScale = 0, double yScale = 0, double[]? sum = null, double weight = 0)
    {
        int last = Array.FindLastIndex(weights, each => each != 0);
        parts[0].Generator.Apply(
            x, y, weights[0] * imageScale, xScale, yScale, last <= 0 ? sum : null, last <= 0 ? weight : 0);
        for (int j = 1; j <= last; j++)
        {
            if (weights[j] != 0)
            {
                parts[j].Generator.Apply(x, y, weights[j] * imageScale, 0, 1, j == last ? sum : null, j == last ? weight : 0);
            }
        }
    }

    private double Sum(Func<ILinearSystem, double> bound) => parts.Zip(weights, (each, w) => Math.Abs(w) * bound(each.Generator)).Sum();
}
