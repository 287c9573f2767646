using FiniteNCheck.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// Tests whether a flow approaches a fixed point as its linearisation predicts. Distances are measured in the eigenbasis of the
/// Jacobian, where every component decays independently. A slowly damped spiral therefore shrinks monotonically, however often it
/// turns.
/// </summary>
internal sealed class LinearApproach
{
    // Beyond this condition number, distances in the eigenbasis mean little.
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
    /// <param name="scale">The largest rate, which sets the scale below which a rate counts as zero.</param>
    public LinearApproach(MeanFieldFlow meanField, Vector<double> point, double scale)
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
        NullDirection = singular.S[singular.S.Count - 1] < marginal ? singular.VT.Row(singular.VT.RowCount - 1) : null;
        double condition = eigen.Vectors.FrobeniusNorm() * inverse.FrobeniusNorm();
        usable = double.IsFinite(condition) && condition < MaxCondition;
    }

    /// <summary>The fixed point.</summary>
    public Vector<double> Point { get; }

    /// <summary>
    /// The unit vector along which the linearised flow vanishes, or <see langword="null"/>. If there is one, the point lies on a
    /// continuum, or rounding leaves its position undetermined.
    /// </summary>
    public Vector<double>? NullDirection { get; }

    /// <summary>Whether every fluctuation decays.</summary>
    public bool IsAttracting => eigenvalues.All(each => each.Real < -marginal);

    /// <summary>Whether no fluctuation grows but some do not decay: the point lies on a continuum or is approached algebraically.</summary>
    public bool IsMarginal => !IsAttracting && eigenvalues.All(each => each.Real < marginal);

    /// <summary>Whether all fluctuations decay except along directions in which nothing moves. None grows or oscillates undamped.</summary>
    public bool IsAttractingTransversally => eigenvalues.All(each => each.Real < -marginal || each.Magnitude < marginal);

    /// <summary>The point shifted along the neutral directions to the coordinates of a state in them.</summary>
    /// <param name="state">The state.</param>
    public Vector<double> ShiftedAlongNeutral(double[] state)
    {
        Vector<Complex> components = Components(state);
        components.MapIndexedInplace((k, value) => eigenvalues[k].Magnitude < marginal ? value : 0);
        return usable ? Point + (vectors * components).Real() : Point;
    }

    /// <summary>
    /// Whether the squared distance to the point decreases by between half and four times the amount predicted by the linearised flow. The
    /// nonlinear terms fall faster with the distance than the linear ones, so such an approach continues.
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
