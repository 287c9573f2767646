namespace FiniteNCheck.Model;

/// <summary>
/// Thrown for invalid input. The message alone tells the user where the problem is, what was found, what is allowed and what to do.
/// The command line ends with exit status 2.
/// </summary>
public class InputException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line for the user.</param>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a cause.</summary>
    /// <param name="message">One line for the user.</param>
    /// <param name="innerException">The cause.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
