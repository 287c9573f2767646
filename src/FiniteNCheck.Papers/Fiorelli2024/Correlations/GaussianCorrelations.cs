using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// The correlations (74)-(76) of a Gaussian state of two modes, natural logarithms. A matrix that breaks the
/// uncertainty relation describes no state and has none.
/// </summary>
public sealed record GaussianCorrelations
{
    // What rounding may take off a symplectic eigenvalue of a pure state.
    private const double Rounding = 1e-9;

    /// <summary>The smaller symplectic eigenvalue <c>nu_-</c>; 1 or more for a state.</summary>
    public required double Smaller { get; init; }

    /// <summary>The larger symplectic eigenvalue <c>nu_+</c>.</summary>
    public required double Larger { get; init; }

    /// <summary>
    /// The smaller symplectic eigenvalue of the partial transpose; below 1 the modes are entangled (for any state,
    /// Gaussian or not).
    /// </summary>
    public required double SmallerTransposed { get; init; }

    /// <summary>Whether the matrix obeys the uncertainty relation, <c>nu_- >= 1</c>.</summary>
    public required bool IsPhysical { get; init; }

    /// <summary>The logarithmic negativity <c>max(0, -ln nu~_-)</c>; <see langword="null"/> for an unphysical matrix.</summary>
    public required double? LogarithmicNegativity { get; init; }

    /// <summary>
    /// The one-way classical correlations <c>J = g(sqrt A) - g(sqrt E_min)</c> (75); <see langword="null"/> for an
    /// unphysical matrix.
    /// </summary>
    public required double? Classical { get; init; }

    /// <summary>
    /// The one-way discord <c>g(sqrt B) - g(nu_-) - g(nu_+) + g(sqrt E_min)</c> (76); <see langword="null"/> for an
    /// unphysical matrix.
    /// </summary>
    public required double? Discord { get; init; }

    /// <summary>The correlations of two modes.</summary>
    /// <param name="v">The covariance matrix of canonical quadratures, vacuum 1.</param>
    internal static GaussianCorrelations Compute(Matrix<double> v)
    {
        double[] nu = SymplecticAlgebra.Eigenvalues(v);
        double transposed = SymplecticAlgebra.Eigenvalues(SymplecticAlgebra.PartialTranspose(v))[0];
        bool physical =
            nu[0] >= 1 - Rounding
            && SymplecticAlgebra.SmallestEigenvalue(v, SymplecticAlgebra.Form(2)) >= -Rounding * v.L2Norm();
        var invariants = Invariants.Compute(v);
        double conditional = physical ? Entropy(Math.Sqrt(Invariants.PrintedMinDeterminant(invariants))) : double.NaN;
        return new GaussianCorrelations
        {
            Smaller = nu[0],
            Larger = nu[1],
            SmallerTransposed = transposed,
            IsPhysical = physical,
            LogarithmicNegativity = physical ? Math.Max(0, -Math.Log(transposed)) : null,
            Classical = physical ? Entropy(Math.Sqrt(invariants.A)) - conditional : null,
            Discord = physical ? Entropy(Math.Sqrt(invariants.B)) - Entropy(nu[0]) - Entropy(nu[1]) + conditional : null,
        };
    }

    /// <summary>The correlations of the two blocks of one pattern, after (69)-(73).</summary>
    /// <param name="covariance">The covariance of the six fluctuations.</param>
    /// <param name="m">The averages, those of block 1 not zero.</param>
    internal static GaussianCorrelations Compute(Matrix<double> covariance, Vector<double> m) =>
        Compute(TwoModeReduction.TwoModeCovariance(covariance, m));

    /// <summary>The entropy <c>g(x) = (x+1)/2 ln (x+1)/2 - (x-1)/2 ln (x-1)/2</c> of a mode; 0 at x = 1.</summary>
    /// <param name="x">The symplectic eigenvalue; below 1 only by rounding.</param>
    internal static double Entropy(double x) =>
        x - 1 <= Rounding ? 0 : ((x + 1) / 2 * Math.Log((x + 1) / 2)) - ((x - 1) / 2 * Math.Log((x - 1) / 2));
}
