namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// Coefficients of the one-spin Kraus maps between representations of a block of <c>N</c> spins
/// (Chase and Geremia 2008; Baragiola, Chase and Geremia 2010; Shammah et al. 2018):
/// <c>sum_i sigma_q^(i) rho sigma_r^(i)+</c> takes <c>|J M&gt;&lt;J M'|</c> to <c>c(J) V_q(J, M) V_r(J, M') |J' M+q&gt;&lt;J' M'+r|</c>
/// with <c>V = A, B, D</c> for <c>J' = J, J-1, J+1</c>. Arguments are <c>2J</c> and <c>a = J + M</c>.
/// </summary>
internal static class OneSpinTransition
{
    /// <summary>The square root of <c>c(J)</c>; zero for the transition <c>0 -> 0</c>, whose amplitudes <c>A</c> vanish.</summary>
    /// <param name="spins">The number of spins of the block.</param>
    /// <param name="twiceJ"><c>2J</c> of the source.</param>
    /// <param name="change">The change of <c>J</c>: -1, 0 or 1.</param>
    public static double Weight(int spins, int twiceJ, int change)
    {
        double j = twiceJ / 2.0;
        double half = spins / 2.0;
        return change switch
        {
            // c0 = (N+2) / (4 J (J+1))
            0 => twiceJ == 0 ? 0 : Math.Sqrt((spins + 2) / (4 * j * (j + 1))),

            // c- = (N/2+J+1) / (2 J (2J+1))
            -1 => Math.Sqrt((half + j + 1) / (2 * j * ((2 * j) + 1))),

            // c+ = (N/2-J) / (2 (J+1) (2J+1))
            1 => Math.Sqrt((half - j) / (2 * (j + 1) * ((2 * j) + 1))),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Expected -1, 0 or 1."),
        };
    }

    /// <summary>The amplitude <c>A, B or D</c> of a transition out of the state <c>a = J + M</c>.</summary>
    /// <param name="twiceJ"><c>2J</c> of the source.</param>
    /// <param name="level"><c>a = J + M</c> of the source.</param>
    /// <param name="change">The change of <c>J</c>: -1, 0 or 1.</param>
    /// <param name="shift">The change <c>q</c> of <c>M</c>: +1 for <c>sigma_+</c>, -1 for <c>sigma_-</c>, 0 for Pauli z.</param>
    public static double Amplitude(int twiceJ, int level, int change, int shift)
    {
        double plus = level; // J + M
        double minus = twiceJ - level; // J - M
        return (change, shift) switch
        {
            (0, 1) => Math.Sqrt(minus * (plus + 1)),
            (0, -1) => Math.Sqrt(plus * (minus + 1)),
            (0, 0) => plus - minus,
            (-1, 1) => Math.Sqrt(minus * (minus - 1)),
            (-1, -1) => -Math.Sqrt(plus * (plus - 1)),
            (-1, 0) => 2 * Math.Sqrt(plus * minus),
            (1, 1) => -Math.Sqrt((plus + 1) * (plus + 2)),
            (1, -1) => Math.Sqrt((minus + 1) * (minus + 2)),
            (1, 0) => 2 * Math.Sqrt((minus + 1) * (plus + 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(change), (change, shift), "Expected changes of -1, 0 or 1."),
        };
    }
}
