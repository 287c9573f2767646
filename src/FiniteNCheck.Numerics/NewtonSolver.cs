using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FiniteNCheck.Numerics;

/// <summary>Newton's method for <c>f(y) = 0</c> near a good start.</summary>
public static class NewtonSolver
{
    /// <summary>
    /// Iterates <c>y -> y - J^+ f(y)</c> with the pseudo-inverse of the Jacobian, so that a curve of solutions does no harm: the solution near the
    /// start is found. At a multiple root, where the steps shrink by one factor each, their geometric series is summed (Aitken): by steps alone a
    /// triple root would be found to the third root of rounding only.
    /// </summary>
    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="jacobian">Its Jacobian.</param>
    /// <param name="start">The start.</param>
    /// <param name="tolerance">The largest element of <c>f</c> allowed, relative to the scale that <paramref name="scale"/> states.</param>
    /// <param name="scale">The natural size of <c>f</c> (such as the largest rate), positive.</param>
    /// <param name="maximumIterations">The largest number of iterations.</param>
    /// <returns>The solution, or <see langword="null"/> where the iteration does not converge.</returns>
    public static Vector<double>? Solve(
        Func<Vector<double>, Vector<double>> function,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> start,
        double tolerance,
        double scale,
        int maximumIterations = 60)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(jacobian);
        ArgumentNullException.ThrowIfNull(start);
        Vector<double> y = start.Clone();
        Vector<double> value = function(y);
        double residual = value.InfinityNorm();
        Vector<double>? previousStep = null;
        for (int iteration = 0; iteration < maximumIterations; iteration++)
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

            // Once small enough, go on only as long as it still improves.
            if (residual <= tolerance * scale && nextResidual >= 0.5 * residual)
            {
                return nextResidual < residual ? next : y;
            }

            (y, value, residual) = (next, nextValue, nextResidual);
            previousStep = step;
        }

        return residual <= tolerance * scale ? y : null;
    }

    // Where steps go on as step, r step, r^2 step, ..: the point at which they end. At a root of multiplicity k, r = 1 - 1/k.
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

    /// <summary>The shortest least-squares solution; <see langword="null"/> where the elements are too large, or no numbers, for singular values.</summary>
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
