using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Turns the failure of a size into a message.</summary>
internal static class SizeFailure
{
    /// <summary>What went wrong and what to do, in one line.</summary>
    /// <param name="exception">The exception that ended the computation.</param>
    internal static string Describe(Exception exception) =>
        exception switch
        {
            InputException or ArithmeticException => exception.Message,
            OutOfMemoryException or AggregateException { InnerException: OutOfMemoryException } =>
                "the memory ran out: give fewer --jobs, a smaller n, or a machine with more memory.",
            _ => $"a fault of the program, not of the input; please report it: {exception.GetType().Name}: {exception.Message}",
        };
}
