using System.Runtime.ExceptionServices;

namespace FiniteNCheck.Numerics;

/// <summary>Parallel loops that rethrow an expected exception unwrapped.</summary>
public static class CheckedParallel
{
    /// <summary>
    /// Runs <paramref name="body"/> for every number from 0 to <c>count - 1</c>. An exception of the expected type is rethrown as
    /// itself, not within an <see cref="AggregateException"/>.
    /// </summary>
    /// <typeparam name="TExpected">The type of the expected exception.</typeparam>
    /// <param name="count">The number of iterations.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="body">The body of the loop; receives the number.</param>
    /// <exception cref="OperationCanceledException">The loop was cancelled.</exception>
    /// <exception cref="AggregateException">The body threw only exceptions of other types.</exception>
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
