using FiniteNCheck.Model;

namespace FiniteNCheck.Calibration;

/// <summary>Plants errors in rates.</summary>
internal static class Amplification
{
    /// <summary>Multiplies the rate function of a jump by a factor, through its operator: only <c>j Gamma</c> matters.</summary>
    /// <param name="jump">The jump.</param>
    /// <param name="factor">The factor.</param>
    public static JumpChannel Amplified(this JumpChannel jump, double factor)
    {
        SpinOperator j = jump.Operator;

        // The self-energy does not affect the limit, and only pure operators may omit it.
        return jump with
        {
            OwnSite = true,
            Operator = new SpinOperator(factor * j.UpUp, factor * j.UpDown, factor * j.DownUp, factor * j.DownDown),
        };
    }
}
