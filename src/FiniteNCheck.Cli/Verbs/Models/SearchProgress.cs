using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary>The progress line of a search for stationary states or slow modes.</summary>
internal static class SearchProgress
{
    /// <summary>Runs a search that reports its progress.</summary>
    /// <param name="context">The context, with the stream for messages.</param>
    /// <param name="search">The search.</param>
    public static T With<T>(RunContext context, Func<IProgress<StationaryProgress>, T> search)
    {
        using ProgressLine line = new(context);
        return search(new Relay<StationaryProgress>(state => line.Report(state.Fraction, state.What)));
    }
}
