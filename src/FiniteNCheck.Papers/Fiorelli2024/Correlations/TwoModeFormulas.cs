using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>The closed forms for two modes given with (74)-(76), against the definitions of what they give.</summary>
internal static class TwoModeFormulas
{
    // Roots of differences: half the digits go where symplectic eigenvalues nearly agree.
    private const double SpectrumRounding = 1e-9;

    // The search stops at steps of 1e-11; at an end of the interval the determinant changes in proportion to them.
    private const double SearchAccuracy = 1e-8;

    /// <summary>
    /// Symplectic eigenvalues from the invariants against the eigenvalues of <c>i J V</c>, for states and their
    /// partial transposes.
    /// </summary>
    /// <param name="formula">The eigenvalues from the invariants.</param>
    public static Finding Spectrum(Func<Invariants, (double Minus, double Plus)> formula) =>
        Finding.All(
            IdentityJudge.Judge(
                "nu_+- from A, B, C, D against the eigenvalues of i J V",
                TwoModeStates.All().Select(state => (state.Name, Residual(state.V, transposed: false, formula))),
                SpectrumRounding),
            IdentityJudge.Judge(
                "nu~_+- from A, B, -C, D against the partial transpose",
                TwoModeStates.All().Select(state => (state.Name, Residual(state.V, transposed: true, formula))),
                SpectrumRounding));

    /// <summary><c>E_min</c> against a search over Gaussian measurements.</summary>
    /// <param name="formula"><c>E_min</c> from the invariants.</param>
    public static Finding MinDeterminant(Func<Invariants, double> formula) =>
        IdentityJudge.Judge(
            "E_min against the smallest determinant found over all Gaussian measurements",
            TwoModeStates
                .All()
                .Select(state =>
                    (state.Name, Distance(formula(Invariants.Compute(state.V)), GaussianMeasurement.MinDeterminant(state.V)))),
            SearchAccuracy);

    private static double Distance(double formula, double reference) => Math.Abs(formula - reference) / reference;

    private static double Residual(Matrix<double> v, bool transposed, Func<Invariants, (double Minus, double Plus)> formula)
    {
        double[] nu = SymplecticAlgebra.Eigenvalues(transposed ? SymplecticAlgebra.PartialTranspose(v) : v);
        (double minus, double plus) = formula(transposed ? Invariants.Compute(v).Transposed : Invariants.Compute(v));
        return Math.Max(Distance(minus, nu[0]), Distance(plus, nu[1]));
    }
}
