using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.Window;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>What a run would take in full and in a window, and which of the two is taken, known before anything large is allocated.</summary>
/// <param name="Method">The method taken; not <see cref="SolutionMethod.Auto"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Full">The whole density matrix.</param>
/// <param name="Window">The largest window along the run; <see langword="null"/> where it is not possible or was not looked at.</param>
public sealed record ExactPlan(SolutionMethod Method, string Reason, RunEstimate Full, RunEstimate? Window)
{
    // Smaller states are done before a window is found; every further block surrounds the window with margins of its own.
    private const double NotWorthAWindow = 200_000;
    private const double PerFurtherBlock = 25;
    private const int MostSpinsInAWindow = 1_000_000;

    // A run that takes so many seconds in full is first tried out at a small size, which takes a tenth of one.
    private const double WorthATrial = 5;

    /// <summary>What the method taken needs.</summary>
    public RunEstimate Taken => Method == SolutionMethod.Window ? Window! : Full;

    internal static ExactPlan Of(CollectiveSystem system, Representation representation, double end, ExactOptions options, CancellationToken cancellationToken)
    {
        RunEstimate full = RunEstimate.OfFull(system, representation, end, options);
        Trial? trial = null;
        double rounding = RunEstimate.RoundingOf(system, end);
        if (full.Seconds > WorthATrial && full.Fits)
        {
            trial = Trial.Of(system, representation, end, rounding, cancellationToken);
            full = RunEstimate.OfFull(system, representation, trial.MovesUntil, options);
        }

        bool banded = system.Jumps.All(FrameChoice.IsDiagonal);
        if (options.Method == SolutionMethod.Window && !banded)
        {
            throw new InputException("method is window: it needs rates that depend on one axis of each block, which this model's do not. Use full.");
        }

        bool possible = banded && system.Spins.Max() <= MostSpinsInAWindow;
        if (options.Method == SolutionMethod.Window && !possible)
        {
            throw new InputException($"method is window: it serves blocks of up to {MostSpinsInAWindow} spins, and this run has {system.Spins.Max()}. Use a smaller n.");
        }

        if (options.Method == SolutionMethod.Full || !possible)
        {
            return new ExactPlan(SolutionMethod.Full, options.Method == SolutionMethod.Full ? "asked for" : banded ? "too many spins for a window" : "rates along several axes need full sectors", full, null);
        }

        if (options.Method == SolutionMethod.Auto && full.StateSize <= NotWorthAWindow * Math.Pow(PerFurtherBlock, system.Groups - 1))
        {
            return new ExactPlan(SolutionMethod.Full, "the state is small", full, null);
        }

        RunEstimate window = RunEstimate.OfWindow(system, representation, full.StateSize, trial ?? Trial.Of(system, representation, end, rounding, cancellationToken), options);
        if (options.Method == SolutionMethod.Window)
        {
            return new ExactPlan(SolutionMethod.Window, "asked for", full, window);
        }

        bool smaller = 8 * WindowedEvolution.VectorsHeld * window.StateSize < full.Bytes / 2 || (window.Fits && !full.Fits);
        return new ExactPlan(
            smaller ? SolutionMethod.Window : SolutionMethod.Full,
            $"{Numeral.Of(window.StateSize, 2)} numbers matter of {Numeral.Of(full.StateSize, 2)}",
            full, window);
    }

    /// <summary>Refuses a run that cannot fit, or takes longer than anybody has asked for.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="allowLong">Whether it may take longer than <see cref="RunEstimate.LongRun"/>.</param>
    /// <exception cref="InputException">It needs more memory than there is, or more time than is allowed.</exception>
    public void Require(CollectiveModel model, int n, bool allowLong = false) => Taken.Require(model, n, allowLong);
}
