namespace FiniteNCheck.Theory.Corrections;

/// <summary>The coefficients of 1/n to compute.</summary>
public enum CorrectionDepth
{
    /// <summary>Those of the averages only: <c>O(B^2)</c> numbers for B blocks.</summary>
    Mean,

    /// <summary>Those of the averages and of the covariance: <c>O(B^3)</c> numbers.</summary>
    Covariance,
}
