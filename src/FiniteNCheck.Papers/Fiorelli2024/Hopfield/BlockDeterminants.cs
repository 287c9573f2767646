using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Whether the x, y parts of a matrix between different blocks have determinants that differ from zero, at points
/// with <c>H_2</c>.
/// </summary>
/// <param name="claimed">What is claimed: <see cref="Finite"/> or <see cref="Zero"/>.</param>
/// <param name="matrix">The matrix.</param>
internal sealed class BlockDeterminants(string claimed, Func<NetworkPoint, Matrix<double>> matrix)
{
    /// <summary>Some block has four elements and a determinant that differs from zero.</summary>
    public const string Finite = "a finite determinant";

    /// <summary>Some block has four elements; every determinant is zero.</summary>
    public const string Zero = "determinant zero";

    private const int Axes = 3;

    // Relative to the product of the elements: a few hundred roundings.
    private const double Rounding = 1e-12;

    /// <summary>Compares.</summary>
    public Finding Check() =>
        OutcomeJudge.Judge(
            "the x, y parts of sigma S^sym sigma^T between different blocks",
            ["smallest element of the fullest block", "largest determinant"],
            CouplingClaims.Points().Select(Outcome));

    private PointOutcome Outcome(NetworkPoint point)
    {
        Matrix<double> whole = matrix(point);
        Matrix<double>[] blocks =
        [
            .. from h in Enumerable.Range(0, point.Network.BlockCount)
               from k in Enumerable.Range(0, point.Network.BlockCount)
               where h != k
               select whole.SubMatrix(Axes * h, 2, Axes * k, 2),
        ];
        double size = whole.Enumerate().Max(Math.Abs);
        double element = blocks.Max(block => block.Enumerate().Min(Math.Abs));
        double determinant = blocks.Max(block => Math.Abs(block.Determinant()));
        string? observed =
            element <= Rounding * size ? "no block with more than one element"
            : determinant <= Rounding * size * size ? Zero
            : Finite;
        return new PointOutcome(point.Name, claimed, observed, [element, determinant]);
    }
}
