using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FiniteNCheck.Numerics;

/// <summary>Newton's method for <c>f(y) = 0</c> from a good initial guess.</summary>
public static class NewtonSolver
{
    /// <summary>
    /// Iterates <c>y -> y - J^+ f(y)</c> with the pseudo-inverse of the Jacobian, so that the iteration also converges on a
    /// continuum of solutions, to one near the start. At a multiple root the steps shrink geometrically, and their series is
    /// summed (Aitken). Without this a triple root would be found only to the cube root of the rounding unit.
    /// </summary>
    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="jacobian">Its Jacobian.</param>
    /// <param name="start">The initial guess.</param>
    /// <param name="tolerance">The largest allowed element of <c>f</c>, relative to <paramref name="scale"/>.</param>
    /// <param name="scale">The natural size of <c>f</c> (such as the largest rate), positive.</param>
    /// <param name="maxIterations">The largest number of iterations.</param>
    /// <returns>The solution, or <see langword="null"/> if the iteration does not converge.</returns>
    public static Vector<double>? Solve(
        Func<Vector<double>, Vector<double>> function,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> start,
        double tolerance,
        double scale,
        int maxIterations = 60)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(jacobian);
        ArgumentNullException.ThrowIfNull(start);
        Vector<double> y = start.Clone();
        Vector<double> value = function(y);
        double residual = value.InfinityNorm();
        Vector<double>? previousStep = null;
        for (int iteration = 0; iteration < maxIterations; iteration++)
        {
            if (PseudoSolve(jacobian(y), value) is not { } step)
            {
                return null;
            }

            Vector<double> next = y - step;
            Vector<double> nextValue = function(next);
            double nextResidual = nextValue.InfinityNorm();
            if (!double.IsFinite(nextResidual))
            {
                return null;
            }

            if (SeriesLimit(y, step, previousStep) is { } limit)
            {
                Vector<double> limitValue = function(limit);
                if (limitValue.InfinityNorm() < nextResidual)
                {
                    (next, nextValue, nextResidual) = (limit, limitValue, limitValue.InfinityNorm());
                }
            }

            // Once within the tolerance, continue only while the residual improves.
            if (residual <= tolerance * scale && nextResidual >= 0.5 * residual)
            {
                return nextResidual < residual ? next : y;
            }

            (y, value, residual) = (next, nextValue, nextResidual);
            previousStep = step;
        }

        return residual <= tolerance * scale ? y : null;
    }

    // The limit of the steps step, r step, r^2 step, .... At a root of multiplicity k, r = 1 - 1/k.
    private static Vector<double>? SeriesLimit(Vector<double> y, Vector<double> step, Vector<double>? previousStep)
    {
        if (previousStep is null)
        {
            return null;
        }

        double ratio = step.DotProduct(previousStep) / previousStep.DotProduct(previousStep);
        bool geometric = ratio is > 0.4 and < 0.95 && (step - (ratio * previousStep)).L2Norm() < 0.05 * step.L2Norm();
        return geometric ? y - (step / (1 - ratio)) : null;
    }

    /// <summary>
    /// The least-squares solution of minimal norm, or <see langword="null"/> if the singular value decomposition fails.
    /// </summary>
    private static Vector<double>? PseudoSolve(Matrix<double> matrix, Vector<double> right)
    {
        if (Decomposed(matrix) is not { } svd)
        {
            return null;
        }

        double cutoff = 1e-11 * Math.Max(svd.S[0], double.Epsilon);
        Vector<double> inner = svd.U.TransposeThisAndMultiply(right);
        for (int i = 0; i < inner.Count; i++)
        {
            inner[i] = svd.S[i] > cutoff ? inner[i] / svd.S[i] : 0;
        }

        return svd.VT.TransposeThisAndMultiply(inner);
    }

    private static Svd<double>? Decomposed(Matrix<double> matrix)
    {
        try
        {
            return matrix.Svd();
        }
        catch (NonConvergenceException)
        {
            return null;
        }
    }
}
