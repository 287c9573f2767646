using System.Runtime.ExceptionServices;

namespace FiniteNCheck.Numerics;

/// <summary>Parallel loops with an exception that callers expect.</summary>
public static class CheckedParallel
{
    /// <summary>Does something for every number below a count; an expected exception arrives as itself and not within an <see cref="AggregateException"/>.</summary>
    /// <typeparam name="TExpected">The expected exception.</typeparam>
    /// <param name="count">The count.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="body">Receives the number.</param>
    /// <exception cref="OperationCanceledException">The loop was cancelled.</exception>
    /// <exception cref="AggregateException">Anything else went wrong.</exception>
    public static void For<TExpected>(int count, ParallelOptions options, Action<int> body)
        where TExpected : Exception
    {
        try
        {
            Parallel.For(0, count, options, body);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<TExpected>().FirstOrDefault() is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }
}
