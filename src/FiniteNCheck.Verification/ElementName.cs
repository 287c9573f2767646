namespace FiniteNCheck.Verification;

/// <summary>What findings call numbers that are made of a quantity. A comma separates observables, so that none stands in these.</summary>
public static class ElementName
{
    private const string Difference = "difference of ";
    private const string Slope = "slope of ";
    private const string Exponent = "exponent of ";
    private const string Rate = "rate of ";
    private const string Prefactor = "prefactor of ";

    /// <summary>The difference of the exact value from a prediction about every N.</summary>
    /// <param name="quantity">The name of the quantity.</param>
    public static string OfDifference(string quantity) => Of(Difference, quantity);

    /// <summary>The slope <c>n (q_n - q_inf)</c>.</summary>
    /// <param name="quantity">The name of the quantity.</param>
    public static string OfSlope(string quantity) => Of(Slope, quantity);

    /// <summary>The exponent p of <c>A N^p</c>.</summary>
    /// <param name="quantity">The name of the quantity.</param>
    public static string OfExponent(string quantity) => Of(Exponent, quantity);

    /// <summary>The rate r of <c>A exp(-r N)</c>.</summary>
    /// <param name="quantity">The name of the quantity.</param>
    public static string OfRate(string quantity) => Of(Rate, quantity);

    /// <summary>The prefactor A of <c>A N^p</c> or <c>A exp(-r N)</c>.</summary>
    /// <param name="quantity">The name of the quantity.</param>
    public static string OfPrefactor(string quantity) => Of(Prefactor, quantity);

    /// <summary>Whether a name is that of a slope.</summary>
    /// <param name="name">The name.</param>
    public static bool IsSlope(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Slope, StringComparison.Ordinal);
    }

    /// <summary>The name of the slope of the same quantity; <see langword="null"/> unless the name is that of a difference.</summary>
    /// <param name="difference">The name of a difference.</param>
    public static string? SlopeBeside(string difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.StartsWith(Difference, StringComparison.Ordinal) ? Slope + difference[Difference.Length..] : null;
    }

    private static string Of(string what, string quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return what + quantity.Replace(',', ';');
    }
}
