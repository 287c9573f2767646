namespace FiniteNCheck.Numerics;

/// <summary>
/// Solves <c>A x = b</c> matrix-free by restarted GMRES (Saad and Schultz 1986) with a preconditioner on the right: it minimises the
/// residual <c>b - A x</c> over <c>x_0 + M^-1 span(r, A M^-1 r, ..)</c>. Sums run in a fixed order.
/// </summary>
/// <param name="restart">The largest number of vectors before a restart.</param>
public sealed class Gmres(int restart)
{
    private readonly List<double[]> basis = [];

    /// <summary>Steps so far, over all solves: one application of A and one of the preconditioner each.</summary>
    public int Steps { get; private set; }

    /// <summary>Improves a solution until the residual is small, or for as many steps as a restart allows.</summary>
    /// <param name="apply">Writes A times the first vector to the second.</param>
    /// <param name="precondition">Writes M^-1 times the first vector to the second; <see langword="null"/> for none.</param>
    /// <param name="residual">The residual <c>b - A x</c>; overwritten.</param>
    /// <param name="x">The solution so far; improved.</param>
    /// <param name="target">The Euclidean norm of the residual that is small enough.</param>
    /// <param name="progress">Receives the norm of the residual after every step.</param>
    /// <param name="cancellationToken">Cancels between steps; the solution is that before the call then.</param>
    /// <returns>The norm of the residual that the recursion expects, which rounding may exceed.</returns>
    public double Improve(
        Action<double[], double[]> apply,
        Action<double[], double[]>? precondition,
        double[] residual,
        double[] x,
        double target,
        Action<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(apply);
        ArgumentNullException.ThrowIfNull(residual);
        ArgumentNullException.ThrowIfNull(x);
        double norm = Norm(residual);
        if (!(norm > target))
        {
            return norm;
        }

        // Column k of the triangular factor of the Hessenberg matrix, and the rotations that made it triangular.
        var triangle = new double[restart][];
        double[] cosines = new double[restart];
        double[] sines = new double[restart];
        double[] right = new double[restart + 1];
        right[0] = norm;
        Keep(0, residual, 1 / norm);
        double[] image = new double[x.Length];
        int count = 0;
        while (count < restart && Math.Abs(right[count]) > target)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] direction = basis[count];
            if (precondition is not null)
            {
                precondition(direction, residual);
                direction = residual;
            }

            apply(direction, image);
            Steps++;
            double[] column = Orthogonalise(image, count + 1);
            double length = column[count + 1];
            for (int k = 0; k < count; k++)
            {
                (column[k], column[k + 1]) =
                    ((cosines[k] * column[k]) + (sines[k] * column[k + 1]), (cosines[k] * column[k + 1]) - (sines[k] * column[k]));
            }

            double radius = Math.Sqrt((column[count] * column[count]) + (length * length));
            if (!(radius > 0))
            {
                break;
            }

            (cosines[count], sines[count]) = (column[count] / radius, length / radius);
            column[count] = radius;
            right[count + 1] = -sines[count] * right[count];
            right[count] *= cosines[count];
            triangle[count] = column;
            count++;
            progress?.Invoke(Math.Abs(right[count]));
            if (!(length > 0))
            {
                break;
            }

            Keep(count, image, 1 / length);
        }

        AddCombination(SolveTriangle(triangle, right, count), precondition, residual, image, x);
        return Math.Abs(right[count]);
    }

    /// <summary>The Euclidean norm.</summary>
    /// <param name="v">The vector.</param>
    public static double Norm(double[] v) => Math.Sqrt(LinearCombination.Dot(v, v));

    private void Keep(int k, double[] vector, double scale)
    {
        if (basis.Count == k)
        {
            basis.Add(new double[vector.Length]);
        }

        double[] kept = basis[k];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = scale * vector[i];
        }
    }

    // Twice, so that rounding leaves no part of the basis in the vector. Returns the coefficients, then the length that is left.
    private double[] Orthogonalise(double[] vector, int count)
    {
        double[] coefficients = new double[count + 1];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k < count; k++)
            {
                double part = LinearCombination.Dot(basis[k], vector);
                coefficients[k] += part;
                LinearCombination.AddScaled(vector, -part, basis[k]);
            }
        }

        coefficients[count] = Norm(vector);
        return coefficients;
    }

    private static double[] SolveTriangle(double[][] triangle, double[] right, int count)
    {
        double[] y = right[..count];
        for (int k = count - 1; k >= 0; k--)
        {
            y[k] /= triangle[k][k];
            for (int j = 0; j < k; j++)
            {
                y[j] -= triangle[k][j] * y[k];
            }
        }

        return y;
    }

    private void AddCombination(
        double[] coefficients, Action<double[], double[]>? precondition, double[] sum, double[] preconditioned, double[] x)
    {
        Array.Clear(sum);
        for (int k = 0; k < coefficients.Length; k++)
        {
            LinearCombination.AddScaled(sum, coefficients[k], basis[k]);
        }

        if (precondition is not null)
        {
            precondition(sum, preconditioned);
            sum = preconditioned;
        }

        LinearCombination.AddScaled(x, 1, sum);
    }
}
