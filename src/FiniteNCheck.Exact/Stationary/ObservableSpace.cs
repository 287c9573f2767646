using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// Observables held like states. What a layout leaves out does not matter: the states that it holds do not see it.
/// </summary>
/// <param name="layout">The layout, in full.</param>
internal sealed class ObservableSpace(StateLayout layout)
{
    /// <summary>An observable <c>(O + O+)/2</c>, times a factor.</summary>
    /// <param name="operatorIn">The operator O in each sector.</param>
    /// <param name="factor">The factor.</param>
    public double[] Of(Func<Sector, BandOperator> operatorIn, double factor)
    {
        var matrix = new DensityMatrix(layout);
        foreach (Sector sector in layout.Graph.Vertices)
        {
            BandOperator bands = operatorIn(sector);
            foreach (Strip strip in layout.StripsIn(sector))
            {
                int offset = strip.Row - strip.Column;
                Complex[]? below = bands.Bands.GetValueOrDefault(offset);
                Complex[]? above = bands.Bands.GetValueOrDefault(-offset);
                for (int i = 0; i < strip.Length; i++)
                {
                    Complex sum = (below?[strip.Row + i] ?? 0) + Complex.Conjugate(above?[strip.Column + i] ?? 0);
                    matrix[strip, i] = factor / 2 * sum;
                }
            }
        }

        return matrix.Numbers;
    }

    /// <summary>The expectation <c>tr(O X)</c>.</summary>
    /// <param name="observable">The observable O.</param>
    /// <param name="matrix">The matrix X.</param>
    public double Expectation(double[] observable, double[] matrix)
    {
        double sum = 0;
        foreach (Strip strip in layout.Strips)
        {
            // Elements below the diagonal stand for their mirror images too.
            double product = 0;
            for (int at = strip.Offset; at < strip.Offset + (strip.Length * layout.Width); at++)
            {
                product += observable[at] * matrix[at];
            }

            sum += strip.IsDiagonal ? product : 2 * product;
        }

        return sum;
    }

    /// <summary>
    /// An upper bound of the operator norm: in each sector the smaller of the largest row sum of moduli and the Frobenius norm.
    /// </summary>
    /// <param name="observable">The observable.</param>
    public double Norm(double[] observable)
    {
        var matrix = new DensityMatrix(layout, observable);
        double largest = 0;
        foreach (Sector sector in layout.Graph.Vertices)
        {
            double[] rows = new double[sector.Dimension];
            double squares = 0;
            foreach (Strip strip in layout.StripsIn(sector))
            {
                for (int i = 0; i < strip.Length; i++)
                {
                    double modulus = matrix[strip, i].Magnitude;
                    rows[strip.Row + i] += modulus;
                    rows[strip.Column + i] += strip.IsDiagonal ? 0 : modulus;
                    squares += (strip.IsDiagonal ? 1 : 2) * modulus * modulus;
                }
            }

            // NaN must not look small.
            double norm = Math.Min(rows.Max(), Math.Sqrt(squares));
            largest = norm <= largest ? largest : norm;
        }

        return largest;
    }
}
