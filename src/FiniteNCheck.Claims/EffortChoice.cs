namespace FiniteNCheck.Claims;

/// <summary>Parameters that depend on the effort.</summary>
public static class EffortChoice
{
    /// <summary>Picks the parameter that belongs to an effort.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="effort">The effort.</param>
    /// <param name="quick">The parameter for <see cref="Effort.Quick"/>.</param>
    /// <param name="full">The parameter for <see cref="Effort.Full"/>.</param>
    public static T Choose<T>(this Effort effort, T quick, T full) => effort == Effort.Full ? full : quick;
}
