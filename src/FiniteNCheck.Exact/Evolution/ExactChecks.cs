using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Checks of the state at one output time.</summary>
/// <param name="Trace"><c>sum over sectors of tr rho^J</c>; 1.</param>
/// <param name="Hermiticity">Largest <c>|rho_ab - conj(rho_ba)|</c>; 0.</param>
/// <param name="SmallestEigenvalues">
/// Smallest eigenvalue of <c>rho^J</c> for each sector, in the order of the sectors; non-negative up to rounding. For sectors of more than
/// 200 real rows it is a lower bound from Cholesky factors, as a rule tight to a thousandth of what <see cref="Failures"/> allows.
/// </param>
/// <param name="IntegrationError">
/// Accumulated bound of the local errors since time 0, in trace norm. The evolution contracts that norm, so errors only add up.
/// </param>
/// <param name="WindowError">
/// Bound of the error from elements left out since time 0, in trace norm; <see langword="null"/> where none are left out.
/// </param>
/// <param name="RoundingError">
/// Bound of the error from rounding since time 0, in trace norm. It grows with time and the width of the spectrum, whatever the tolerance.
/// </param>
/// <param name="Proven">
/// Proven bounds of the errors of moments in the stationary state, where <see cref="Error"/> is an estimate; <see langword="null"/> at
/// other times, and where they were not asked for.
/// </param>
public sealed record ExactChecks(
    double Trace,
    double Hermiticity,
    ImmutableArray<double> SmallestEigenvalues,
    double IntegrationError,
    double? WindowError = null,
    double RoundingError = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MomentBounds? Proven = null)
{
    // Rounding that a sound run may show.
    private const double Rounding = 1e-10;

    /// <summary>Bound of the whole error of the state, in trace norm.</summary>
    public double Error => IntegrationError + (WindowError ?? 0) + RoundingError;

    /// <summary>The smallest eigenvalue over all sectors.</summary>
    public double SmallestEigenvalue => SmallestEigenvalues.Min();

    /// <summary>How far off trace, hermiticity and eigenvalues of a sound state may be.</summary>
    /// <param name="error">Bound of the error of the state, in trace norm.</param>
    internal static double Allowed(double error) => Rounding + error;

    /// <summary>
    /// The checks that fail, in words, such as <c>hermiticity is 2.1e-4, the limit is 1e-10</c>; empty for a sound state.
    /// </summary>
    /// <param name="tolerance">
    /// The tolerance of the run, a trace norm. It bounds the error of every eigenvalue and is allowed on top of rounding.
    /// </param>
    public IEnumerable<string> Failures(double tolerance)
    {
        double allowed = Allowed(tolerance);
        (string Name, double Value, double Limit, bool Holds)[] all =
        [
            ("trace - 1", Trace - 1, allowed, Math.Abs(Trace - 1) <= allowed),
            ("hermiticity", Hermiticity, allowed, Hermiticity <= allowed),
            ("smallest eigenvalue", SmallestEigenvalue, -allowed, SmallestEigenvalue >= -allowed),
        ];
        return all.Where(check => !check.Holds).Select(check => string.Create(
            CultureInfo.InvariantCulture, $"{check.Name} is {Numeral.Of(check.Value, 4)}, the limit is {Numeral.Of(check.Limit, 4)}"));
    }
}
