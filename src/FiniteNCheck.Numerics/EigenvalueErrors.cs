using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// How far eigenvalues of a real linear map L that is not normal may be from those found. With a right vector x and a left vector w, both
/// of length 1, some map within <c>r = max(||L x - lambda x||, ||L' w - lambda w||)</c> of L has the eigenvalue lambda and these vectors as
/// its eigenvectors (Kahan, Parlett and Jiang 1982). On the way back to L the eigenvalue moves by <c>kappa r</c> to first order, where
/// <c>kappa = 1 / |w' x|</c> is its condition.
/// </summary>
/// <remarks>
/// Any left vector gives an error; the one that gives the smallest is taken. Among copies of an eigenvalue the vector must be combined from
/// several, since those found need not pair with x. Where no left vector is near, the residual is large, and so is the error.
/// </remarks>
/// <param name="right">The space of the right vectors.</param>
/// <param name="left">The space of the left vectors: eigenvectors of the transpose of L in the Euclidean product.</param>
/// <param name="rounding">What rounding adds to a residual.</param>
public sealed class EigenvalueErrors(RitzSpace right, RitzSpace left, double rounding)
{
    // What is left out of the first order, and residuals of matrices that are known no better than these.
    private const double Caution = 2;

    // An eigenvalue may have moved as far as its neighbours within this many errors: the first order does not see them.
    private const double Near = 2;

    // More copies of an eigenvalue are not combined.
    private const int MaxCopies = 8;

    private readonly double[,] products = Products(left.Basis, right.Basis);

    /// <summary>The condition of an eigenvalue, and the residual of the left vector that belongs to it.</summary>
    /// <param name="pair">The eigenvalue, of the right space.</param>
    /// <returns>The condition, at least 1, infinite where no left vector is known, and <c>||L' w - lambda w||</c>.</returns>
    public (double Condition, double LeftResidual) ConditionOf(RitzPair pair)
    {
        Complex[] x = Seen(pair.Coefficients);
        List<Complex[]> directions = [];
        Complex[] w = new Complex[x.Length];
        (double Condition, double Residual) best = (double.PositiveInfinity, double.PositiveInfinity);
        double smallest = double.PositiveInfinity;
        foreach (RitzPair other in left.Pairs.OrderBy(other => (other.Value - pair.Value).Magnitude).Take(MaxCopies))
        {
            if (Direction(other.Coefficients, directions) is not { } direction)
            {
                continue;
            }

            // Of all vectors in the span of the directions, this one makes the smallest angle with x.
            directions.Add(direction);
            Complex part = Sum(direction, x);
            Add(w, Complex.Conjugate(part), direction);
            double length = Length(w);
            if (!(length > 0))
            {
                continue;
            }

            double residual = left.Residual(pair.Value, Array.ConvertAll(w, element => element / length));
            double error = Math.Max(pair.Residual, residual) / length;
            if (error < smallest)
            {
                smallest = error;
                best = (1 / length, residual);
            }
        }

        return best;
    }

    /// <summary>The condition of an eigenvalue, and how far it may be from one of L: an estimate, of first order.</summary>
    /// <param name="index">The index of the eigenvalue in the right space.</param>
    /// <returns>The condition and the error; infinite where no left vector is known.</returns>
    public (double Condition, double Error) Of(int index)
    {
        RitzPair pair = right.Pairs[index];
        (double condition, double leftResidual) = ConditionOf(pair);
        double error = Caution * condition * (Math.Max(pair.Residual, leftResidual) + rounding);
        double spread = right.Pairs
            .Where((_, k) => k != index)
            .Select(other => (other.Value - pair.Value).Magnitude)
            .Where(distance => distance <= Near * error)
            .DefaultIfEmpty()
            .Max();
        return (condition, double.IsNaN(error) ? double.PositiveInfinity : error + spread);
    }

    private static double[,] Products(IReadOnlyList<double[]> rows, IReadOnlyList<double[]> columns)
    {
        double[,] all = new double[rows.Count, columns.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                all[row, column] = LinearCombination.Dot(rows[row], columns[column]);
            }
        }

        return all;
    }

    // The vector in the products with the left basis.
    private Complex[] Seen(ImmutableArray<Complex> coefficients)
    {
        Complex[] seen = new Complex[products.GetLength(0)];
        for (int row = 0; row < seen.Length; row++)
        {
            for (int k = 0; k < coefficients.Length; k++)
            {
                seen[row] += products[row, k] * coefficients[k];
            }
        }

        return seen;
    }

    // What is new in a vector, of length 1; null where nothing is. Twice, as rounding asks for.
    private static Complex[]? Direction(ImmutableArray<Complex> vector, List<Complex[]> directions)
    {
        const double nothing = 1e-6;
        Complex[] rest = [.. vector];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (Complex[] direction in directions)
            {
                Add(rest, -Sum(Array.ConvertAll(direction, Complex.Conjugate), rest), direction);
            }
        }

        double length = Length(rest);
        return length > nothing ? Array.ConvertAll(rest, element => element / length) : null;
    }

    private static Complex Sum(Complex[] x, Complex[] y)
    {
        Complex sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    private static void Add(Complex[] x, Complex factor, Complex[] y)
    {
        for (int k = 0; k < x.Length; k++)
        {
            x[k] += factor * y[k];
        }
    }

    private static double Length(Complex[] x) =>
        Math.Sqrt(x.Sum(element => (element.Real * element.Real) + (element.Imaginary * element.Imaginary)));
}
