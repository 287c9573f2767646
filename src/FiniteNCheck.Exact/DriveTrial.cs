using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact;

/// <summary>How many applications of the generator a run takes whose parameters depend on time.</summary>
internal static class DriveTrial
{
    // Real numbers in the small state, and the Magnus steps it may take: under a tenth of a second.
    private const double Numbers = 100;
    private const int MaxSteps = 60;

    // An exponential takes some dozen applications, however short the time, and a piece as many.
    private const double PerExponential = 13;

    // A Magnus step and its two halves are three pairs of exponentials.
    private const double ExponentialsPerStep = 6;

    /// <summary>Estimates the applications beyond those that the width of the spectrum asks for in any case.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>
    /// The applications that come on top, and how often the time is gone through: once for pieces, twice for Magnus steps and their halves.
    /// </returns>
    public static (double Added, double Passes) Estimate(PreparedProblem problem)
    {
        CollectiveSystem system = problem.System;
        if (!system.IsDriven || problem.End == 0)
        {
            return (0, 1);
        }

        if (system.TimeFunctions.All(function => function.IsStepwise))
        {
            int pieces = system.TimeFunctions.SelectMany(function => function.Breaks).Where(each => each < problem.End).Distinct().Count();
            return (pieces * PerExponential, 1);
        }

        CollectiveSystem small = SmallRun.Shrink(system, problem.Representation, Numbers);
        var evolution = new DrivenEvolution(
            small,
            new SectorGraph(small.Reach),
            problem.Representation,
            problem.Options.Tolerance / problem.End,
            problem.End,
            threads: 1,
            CancellationToken.None);
        while (evolution.Time < problem.End && evolution.MagnusSteps < MaxSteps)
        {
            evolution.StepTowards(problem.End, CancellationToken.None);
        }

        // The error of a step grows like the size of the system, and with the fifth power of its length.
        double growth = Math.Pow((double)system.Spins.Sum() / small.Spins.Sum(), 0.25);
        double steps = growth * evolution.MagnusSteps * problem.End / evolution.Time;
        return (steps * ExponentialsPerStep * PerExponential, 2);
    }
}
