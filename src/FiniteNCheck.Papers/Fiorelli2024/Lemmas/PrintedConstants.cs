using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>The constants of the lemmas and of appendix A, as printed.</summary>
internal static class PrintedConstants
{
    private const double D2 = PrintedBasis.Size;

    /// <summary><c>C_O</c> of Lemma 2 for support on one site.</summary>
    /// <param name="normO"><c>||O||</c>.</param>
    /// <param name="normJ"><c>||j||</c>.</param>
    /// <param name="rate">The constants of the rate.</param>
    public static double LocalDissipator(double normO, double normJ, RateConstants rate)
    {
        const double support = 1;
        (double delta, double gamma, double prime, double second) = rate;
        return 2 * support * normO * normJ * normJ
            * ((delta * prime * ((delta * prime * (1 + support)) + (3 * support * gamma))) + (2 * gamma * delta * delta * second));
    }

    /// <summary><c>C_x</c> of Lemma 2.</summary>
    /// <param name="normX"><c>||x||</c>.</param>
    /// <param name="normJ"><c>||j||</c>.</param>
    /// <param name="rate">The constants of the rate.</param>
    public static double AverageDissipator(double normX, double normJ, RateConstants rate)
    {
        (double delta, double gamma, double prime, double second) = rate;
        return 2 * normX * normJ * normJ * ((((2 * delta * prime) + (3 * gamma)) * delta * prime) + (2 * gamma * delta * delta * second));
    }

    /// <summary>
    /// <c>C_L = d^8 h_max a_max^2 + q C_v</c> of Lemma 3. In <c>C_v</c> the term with <c>gamma''</c> is printed
    /// without <c>||j||^2</c>.
    /// </summary>
    /// <param name="basis">The model in the orthonormal basis.</param>
    public static double Generator(PrintedBasis basis)
    {
        double cv = basis.Jumps.Select((jump, l) => OfChannel(jump, basis.Rates[l])).Max();
        return (Math.Pow(D2, 4) * basis.LargestCoupling * Math.Pow(PrintedBasis.LargestStructure, 2)) + (basis.Jumps.Length * cv);

        static double OfChannel(JumpChannel jump, RateConstants rate)
        {
            (double delta, double gamma, double prime, double second) = rate;
            double norm = OneSpin.Norm(jump.Operator);
            return (2 * norm * norm * ((2 * delta * prime) + (3 * gamma)) * delta * prime) + (2 * gamma * delta * delta * second);
        }
    }

    /// <summary><c>C_P = sum_l ||j_l||^2 [2 delta gamma' + d^2 a_max gamma]^2</c> (A.4).</summary>
    /// <param name="basis">The model in the orthonormal basis.</param>
    public static double Product(PrintedBasis basis) => basis.Jumps.Select((jump, l) =>
    {
        (double delta, double gamma, double prime, _) = basis.Rates[l];
        return Math.Pow(OneSpin.Norm(jump.Operator) * ((2 * delta * prime) + (D2 * PrintedBasis.LargestStructure * gamma)), 2);
    }).Sum();

    /// <summary>
    /// <c>C_0 = 2 (d^2 A + d^4 2B + q d^2 M [gamma^2 + 4 delta gamma gamma'])</c> (A.18), with the largest moduli of
    /// A, B and M.
    /// </summary>
    /// <param name="basis">The model in the orthonormal basis.</param>
    public static double Growth(PrintedBasis basis)
    {
        double rates = basis.Rates.Max(rate => (rate.Gamma * rate.Gamma) + (4 * rate.Delta * rate.Gamma * rate.Prime));
        return 2 * ((D2 * basis.LargestA) + (D2 * D2 * 2 * basis.LargestB) + (basis.Jumps.Length * D2 * basis.LargestM * rates));
    }
}
