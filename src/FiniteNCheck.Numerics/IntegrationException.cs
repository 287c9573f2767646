namespace FiniteNCheck.Numerics;

/// <summary>
/// Thrown when an integration cannot continue: the step that the tolerance needs is below the resolution of double precision.
/// </summary>
public class IntegrationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and where.</param>
    public IntegrationException(string message)
        : base(message)
    {
    }
}
