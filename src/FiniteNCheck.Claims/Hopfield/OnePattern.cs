using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Claims.Hopfield;

/// <summary>The state of one pattern on two large spins at its fixed point, as section 6.3.1 describes it: <c>m_x = 0</c> and <c>m_2 = -m_1</c>.</summary>
/// <param name="Beta">The inverse temperature.</param>
/// <param name="Field">The transverse field <c>Omega</c>.</param>
/// <param name="Y">The average <c>m_(y,1)</c>.</param>
/// <param name="Z">The average <c>m_(z,1)</c>, which is <c>Delta</c> too.</param>
internal sealed record RetrievalState(double Beta, double Field, double Y, double Z);

/// <summary>A matrix of section 6.3.1 against the general machinery, at retrieval fixed points of one pattern.</summary>
/// <param name="name">What is compared, such as <c>Q of (66)</c>.</param>
/// <param name="general">The matrix from the theory.</param>
/// <param name="formula">The matrix as a formula gives it, 6 x 6.</param>
internal sealed class OnePattern(string name, Func<Point, Matrix<double>> general, Func<RetrievalState, Matrix<double>> formula)
{
    // The fixed point is known to a few roundings of its condition.
    private const double Rounding = 1e-10;

    // Temperatures other than 1, where cosh(Delta) and cosh(beta Delta) would be the same.
    private static readonly (double Temperature, double Field)[] Plane = [(0.5, 0.1), (0.5, 0.2), (0.5, 0.35), (0.6, 0.2), (0.7, 0.15), (0.8, 0.1)];

    /// <summary>Compares at all points.</summary>
    public Finding Check() => IdentityJudge.Judge($"{name} against the general theory", Plane.Select(Residual), Rounding);

    private (string Point, double Residual) Residual((double Temperature, double Field) at)
    {
        Point point = Points.Retrieval(at.Temperature, at.Field);
        var state = new RetrievalState(1 / at.Temperature, at.Field, point.Averages[1], point.Averages[2]);
        Matrix<double> expected = general(point);
        return (point.Name, (formula(state) - expected).L2Norm() / expected.L2Norm());
    }
}

/// <summary>The formulas (66) to (68), as printed and as they hold.</summary>
internal static class OnePatternFormulas
{
    /// <summary>(66) as printed, with <c>cosh(Delta)</c>.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> PrintedDrift(RetrievalState state) => FrozenDrift(state, Math.Cosh(state.Z));

    /// <summary>(66) with <c>cosh(beta Delta)</c>.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> FrozenDrift(RetrievalState state) => FrozenDrift(state, Math.Cosh(state.Beta * state.Z));

    /// <summary>(67) as printed: without the factor <c>cosh(beta Delta)</c> of (61), and with <c>tanh(Delta)</c>.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> PrintedRatePart(RetrievalState state) => RatePart(state, 1, Math.Tanh(state.Z));

    /// <summary>(61) for this state: <c>cosh(beta Delta)</c> times (67) with <c>tanh(beta Delta)</c>.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> RatePart(RetrievalState state) => RatePart(state, Math.Cosh(state.Beta * state.Z), Math.Tanh(state.Beta * state.Z));

    /// <summary>(68) as printed.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> PrintedResponsePart(RetrievalState state) => ResponsePart(
        state, state.Beta * ((state.Beta / 2 * state.Z * Math.Sinh(state.Z)) + (((state.Beta / 2) - 1) * Math.Cosh(state.Z))));

    /// <summary>(62) + (63) for this state: <c>beta m_y^2 [(beta/4 - 1/2) cosh(beta Delta) - (beta/4) m_z sinh(beta Delta)]</c> in all four xx elements.</summary>
    /// <param name="state">The state.</param>
    public static Matrix<double> ResponsePart(RetrievalState state) => ResponsePart(
        state,
        state.Beta * ((((state.Beta / 4) - 0.5) * Math.Cosh(state.Beta * state.Z)) - (state.Beta / 4 * state.Z * Math.Sinh(state.Beta * state.Z))));

    private static Matrix<double> FrozenDrift(RetrievalState state, double cosh) => OnBothSpins(new[,]
    {
        { -cosh / 2, 0, 0 },
        { 0, -cosh / 2, -2 * state.Field },
        { 0, 2 * state.Field, -cosh },
    });

    private static Matrix<double> RatePart(RetrievalState state, double cosh, double tanh) => cosh * OnBothSpins(new[,]
    {
        { 1, 0, 0 },
        { 0, 1, -tanh * state.Y },
        { 0, -tanh * state.Y, 2 * (1 - (tanh * state.Z)) },
    });

    private static Matrix<double> ResponsePart(RetrievalState state, double strength) =>
        Matrix<double>.Build.Dense(6, 6, (row, column) => row % 3 == 0 && column % 3 == 0 ? strength * state.Y * state.Y : 0);

    private static Matrix<double> OnBothSpins(double[,] block) =>
        Matrix<double>.Build.Dense(6, 6, (row, column) => row / 3 == column / 3 ? block[row % 3, column % 3] : 0);
}
