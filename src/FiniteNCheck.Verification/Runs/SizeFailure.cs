using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Why a size has no result, for people.</summary>
internal static class SizeFailure
{
    /// <summary>What went wrong and what to do, in one line.</summary>
    /// <param name="exception">What ended the computation.</param>
    internal static string Text(Exception exception) => exception switch
    {
        InputException or ArithmeticException => exception.Message,
        OutOfMemoryException or AggregateException { InnerException: OutOfMemoryException } => "the memory ran out: give fewer --jobs, a smaller n, or a machine with more memory.",
        _ => $"a fault of the program, not of the input; please report it: {exception.GetType().Name}: {exception.Message}",
    };
}
