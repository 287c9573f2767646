namespace FiniteNCheck.Theory;

/// <summary>Drifts in words.</summary>
public static class DriftText
{
    /// <summary>The drift as files and command lines write it: <c>full</c> or <c>printed</c>.</summary>
    /// <param name="drift">The drift.</param>
    public static string Name(Drift drift) => drift == Drift.Full ? "full" : "printed";

    /// <summary>The paper whose theorems and equation numbers are meant.</summary>
    public const string Paper = "Fiorelli (2024)";

    /// <summary>The same paper in full.</summary>
    public const string PaperInFull =
        "E. Fiorelli, Quantum fluctuation dynamics of open quantum systems with collective operator-valued rates, and applications to "
        + "Hopfield-like networks (2024), as printed on 2 February 2024";

    /// <summary>Where the drift comes from, to follow the word "drift".</summary>
    /// <param name="drift">The drift.</param>
    public static string Origin(Drift drift) =>
        drift == Drift.Full ? "= Jacobian of the flow" : "as printed in (35) on 2 February 2024";
}
