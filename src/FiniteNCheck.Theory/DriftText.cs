namespace FiniteNCheck.Theory;

/// <summary>Drifts in words.</summary>
public static class DriftText
{
    /// <summary>The drift as files and command lines write it: <c>full</c> or <c>printed</c>.</summary>
    /// <param name="drift">The drift.</param>
    public static string Name(Drift drift) => drift == Drift.Full ? "full" : "printed";

    /// <summary>Where the drift comes from, to follow the word "drift".</summary>
    /// <param name="drift">The drift.</param>
    public static string Origin(Drift drift) =>
        drift == Drift.Full ? "= Jacobian of the flow" : "as printed in (35) on 2 February 2024";
}
