using System.Runtime.ExceptionServices;

namespace FiniteNCheck.Model;

/// <summary>Parallel loops over input that may be refused.</summary>
public static class CheckedParallel
{
    /// <summary>Does something for every number below a count; an <see cref="InputException"/> arrives as itself and not within an <see cref="AggregateException"/>.</summary>
    /// <param name="count">The count.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="body">Receives the number.</param>
    /// <exception cref="InputException">The first one of the loop.</exception>
    /// <exception cref="OperationCanceledException">The loop was cancelled.</exception>
    /// <exception cref="AggregateException">Anything else went wrong.</exception>
    public static void For(int count, ParallelOptions options, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, options, body);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<InputException>().FirstOrDefault() is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }
}
