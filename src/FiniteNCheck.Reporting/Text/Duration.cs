namespace FiniteNCheck.Reporting.Text;

/// <summary>Estimated times for people.</summary>
public static class Duration
{
    /// <summary>A time in the unit that fits.</summary>
    /// <param name="seconds">The time in seconds.</param>
    public static string Of(double seconds) => seconds switch
    {
        < 1 => "under 1 s",
        < 120 => $"{seconds:F0} s",
        < 7200 => $"{seconds / 60:F0} min",
        < 172_800 => $"{seconds / 3600:F0} h",
        _ => $"{seconds / 86_400:G3} days",
    };
}
