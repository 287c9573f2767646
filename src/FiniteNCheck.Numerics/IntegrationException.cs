namespace FiniteNCheck.Numerics;

/// <summary>An integration that cannot go on: the step needed for the tolerance is below what double precision resolves.</summary>
public class IntegrationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and where.</param>
    public IntegrationException(string message)
        : base(message)
    {
    }
}
