using FiniteNCheck.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// Whether a flow approaches a fixed point as its linearisation says. Distances are measured in the eigenbasis of the Jacobian, where every component
/// decays on its own: a slowly damped spiral then shrinks at every moment, however often it turns.
/// </summary>
internal sealed class LinearApproach
{
    // Beyond it the eigenbasis says little about distances.
    private const double MaxCondition = 1e7;

    private readonly Vector<Complex> point;
    private readonly Complex[] eigenvalues;
    private readonly Matrix<Complex> vectors;
    private readonly Matrix<Complex> inverse;
    private readonly double marginal;
    private readonly bool usable;

    /// <summary>Linearises the flow at a fixed point.</summary>
    /// <param name="meanField">The flow.</param>
    /// <param name="point">The fixed point.</param>
    /// <param name="scale">The largest rate: what counts as no rate at all is measured by it.</param>
    public LinearApproach(MeanField meanField, Vector<double> point, double scale)
    {
        Point = point;
        this.point = point.ToComplex();
        Matrix<double> jacobian = meanField.Jacobian(point);
        var eigen = new EigenDecomposition(jacobian);
        eigenvalues = [.. eigen.Values];
        vectors = eigen.Vectors;
        inverse = eigen.Vectors.Inverse();
        marginal = Stability.MarginalRate(scale);
        var singular = jacobian.Svd();
        Flattest = singular.S[singular.S.Count - 1] < marginal ? singular.VT.Row(singular.VT.RowCount - 1) : null;
        double condition = eigen.Vectors.FrobeniusNorm() * inverse.FrobeniusNorm();
        usable = double.IsFinite(condition) && condition < MaxCondition;
    }

    /// <summary>The fixed point.</summary>
    public Vector<double> Point { get; }

    /// <summary>
    /// The unit vector along which the linearised flow vanishes, or <see langword="null"/>: the point is one of a continuum, or rounding leaves its place
    /// open.
    /// </summary>
    public Vector<double>? Flattest { get; }

    /// <summary>Whether every fluctuation decays.</summary>
    public bool IsAttracting => eigenvalues.All(each => each.Real < -marginal);

    /// <summary>Whether none grows, and some neither grow nor decay: a fixed point among others, or one that is approached algebraically.</summary>
    public bool IsMarginal => !IsAttracting && eigenvalues.All(each => each.Real < marginal);

    /// <summary>Whether none grows, and none turns undamped: all decay but those along which nothing moves.</summary>
    public bool IsAttractingAcross => eigenvalues.All(each => each.Real < -marginal || each.Magnitude < marginal);

    /// <summary>The point moved along the directions in which nothing moves, to where a state lies in them.</summary>
    /// <param name="state">The state.</param>
    public Vector<double> MovedAlongNeutral(double[] state)
    {
        Vector<Complex> components = Components(state);
        components.MapIndexedInplace((k, value) => eigenvalues[k].Magnitude < marginal ? value : 0);
        return usable ? Point + (vectors * components).Real() : Point;
    }

    /// <summary>
    /// Whether the flow shrinks the distance to the point by the amount that the linear flow does: by no less than half of it, and no more than four
    /// times. What the linear flow leaves out falls faster with the distance than what it says, so that such an approach goes on.
    /// </summary>
    /// <param name="before">A state of the flow.</param>
    /// <param name="after">The state after the duration.</param>
    /// <param name="duration">The duration.</param>
    /// <param name="resolution">The accuracy of the two states relative to their distance from the point.</param>
    public bool IsFollowed(double[] before, double[] after, double duration, double resolution)
    {
        if (!usable)
        {
            return false;
        }

        Vector<Complex> start = Components(before);
        double size = start.Sum(each => each.MagnitudeSquared());
        double predicted = 0;
        for (int k = 0; k < start.Count; k++)
        {
            predicted -= start[k].MagnitudeSquared() * Expm1(2 * eigenvalues[k].Real * duration);
        }

        double seen = size - Components(after).Sum(each => each.MagnitudeSquared());
        return predicted > 10 * resolution * size && seen > predicted / 2 && seen < 4 * predicted;
    }

    private Vector<Complex> Components(double[] state) => inverse * (Vector<double>.Build.DenseOfArray(state).ToComplex() - point);

    // e^x - 1 without cancellation at small x.
    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x * (1 + (x / 2)) : Math.Exp(x) - 1;
}
