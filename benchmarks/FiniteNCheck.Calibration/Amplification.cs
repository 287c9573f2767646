using FiniteNCheck.Model;

namespace FiniteNCheck.Calibration;

/// <summary>Wrong rates.</summary>
internal static class Amplification
{
    /// <summary>The jump with its rate function multiplied by a factor, through its operator: <c>j Gamma</c> is what counts.</summary>
    /// <param name="jump">The jump.</param>
    /// <param name="factor">The factor.</param>
    public static JumpChannel Amplified(this JumpChannel jump, double factor)
    {
        SpinOperator j = jump.Operator;

        // A self-energy does not reach the limit, and only pure operators may go without.
        return jump with
        {
            OwnSite = true,
            Operator = new SpinOperator(factor * j.UpUp, factor * j.UpDown, factor * j.DownUp, factor * j.DownDown),
        };
    }
}
