namespace FiniteNCheck.Model;

/// <summary>The rate functions of a Hopfield network.</summary>
public enum HopfieldRates
{
    /// <summary><c>Gamma_+-(x) = exp(+-beta x/2)/sqrt(2)</c> (51): entire.</summary>
    Exponential,

    /// <summary>
    /// <c>Gamma_+-(x) = exp(+-beta x/2)/sqrt(2 cosh(beta x))</c>, refs [47, 70] of the paper: not entire, so Assumption 1 does not hold.
    /// </summary>
    Normalised,
}
