using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>What the solutions of (B.4) are for the overlap with their pattern, against the Jacobian of the general flow.</summary>
/// <param name="what">What is claimed.</param>
/// <param name="covers">Whether it is claimed of a solution.</param>
/// <param name="claimed">What is claimed of it.</param>
/// <param name="observed">What the Jacobian says of it, in the same words; <see langword="null"/> where it does not decide.</param>
internal sealed class RetrievalStability(
    string what, Func<RetrievalSolution, bool> covers, Func<RetrievalSolution, string> claimed, Func<RetrievalSolution, string?> observed)
{
    // At the last four fields (B.4) has two positive solutions.
    private static readonly PhasePoint[] Points =
    [
        new(0.3, 0.4),
        new(0.5, 0.2),
        new(0.5, 0.35),
        new(0.6, 0.1),
        new(0.65, 0.2),
        new(0.7, 0.2),
        new(0.71, 0.07),
        new(0.72, 0.05),
        new(0.72, 0.07),
        new(0.73, 0.05),
        new(0.8, 0.1),
        new(0.3, 0.7),
        new(0.4, 0.5),
        new(0.4, 0.55),
        new(0.5, 0.38),
    ];

    /// <summary>All solutions at all points.</summary>
    public static IEnumerable<RetrievalSolution> Solutions =>
        Points.SelectMany(point =>
            point.RetrievalOverlaps.Select(
                (overlap, index) => new RetrievalSolution(point, overlap, index == point.RetrievalOverlaps.Length - 1)));

    /// <summary>Compares.</summary>
    public Finding Check() => OutcomeJudge.Judge(
        what, ["Omega~", "Re lambda_1", "Im lambda_1", "Re lambda_2", "Im lambda_2"], Solutions.Where(covers).Select(Outcome));

    /// <summary>
    /// The first printed form of the eigenvalues,
    /// <c>cosh(beta o_z)/2 {beta' - 3/2 +- sqrt[(beta' - 3/2)^2 + 2(beta' - 1 + 8 Omega~^2 (beta - 1 - beta'))]}</c> with
    /// <c>beta' = beta (1 - o_z tanh(beta o_z))</c>: real and imaginary parts by row.
    /// </summary>
    /// <param name="point">The fixed point, the first block aligned with the pattern.</param>
    public static Matrix<double> FirstForm(NetworkPoint point) => Eigenvalues(point, (beta, prime, field) =>
        ((prime - 1.5) * (prime - 1.5)) + (2 * (prime - 1 + (8 * field * field * (beta - 1 - prime)))));

    /// <summary>
    /// The second printed form, with <c>beta'^2 - (1 + 16 Omega~^2) beta' + 16 Omega~^2 (beta - 1) + 1/4</c> under
    /// the root.
    /// </summary>
    /// <param name="point">The fixed point, the first block aligned with the pattern.</param>
    public static Matrix<double> SecondForm(NetworkPoint point) => Eigenvalues(point, (beta, prime, field) =>
        (prime * prime) - ((1 + (16 * field * field)) * prime) + (16 * field * field * (beta - 1)) + 0.25);

    private static Matrix<double> Eigenvalues(NetworkPoint point, Func<double, double, double, double> radicand)
    {
        double z = point.M(PauliAxis.Z, 0);
        double cosh = Math.Cosh(point.Beta * z);
        double prime = point.Beta * (1 - (z * Math.Tanh(point.Beta * z)));
        Complex root = Complex.Sqrt(radicand(point.Beta, prime, point.Network.TransverseField / cosh));
        return ParamagneticRegions.Rows(cosh / 2 * (prime - 1.5 + root), cosh / 2 * (prime - 1.5 - root));
    }

    private PointOutcome Outcome(RetrievalSolution solution) =>
        new(
            solution.Name,
            claimed(solution),
            observed(solution),
            [solution.ReducedField, .. ParamagneticRegions.Eigenvalues(solution.Averages).ToRowMajorArray()]);
}
