using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// Drives GMRES until a residual is small in a norm that matters, and adds to the preconditioner where it is slow: parts of L at fixed
/// <c>M - M'</c> first, then those at fixed J too.
/// </summary>
internal sealed class PartwiseSolver
{
    /// <summary>Vectors before a restart.</summary>
    public const int Restart = 50;

    // Without a preconditioner a restart can cost convergence, and small states can do without one.
    private const int RestartOfSmall = 300;
    private const int Small = 3000;

    // More steps than this do not help any more: measured searches that converge at all take a third of it.
    private const int MaxSteps = 1500;

    // Strips alone are fast enough where one round of steps gains this factor.
    private const double FastEnough = 1e-5;

    // In units of the rate per spin. Populations are one part: the smaller the shift, the closer to a direct solution.
    private const double ShiftOfParts = 0.05;
    private const double ShiftOfAll = 1e-8;

    private readonly StationaryGenerator generator;
    private readonly int threads;
    private readonly Action<double, string> report;
    private readonly CancellationToken cancellation;
    private readonly Gmres gmres;
    private readonly double[] between;
    private PartPreconditioner? strips;
    private PartPreconditioner? sectors;
    private bool needsSectors;
    private int earlierSteps;
    private UnfinishedSolution? resumed;

    /// <summary>Prepares a solver.</summary>
    /// <param name="generator">The generator, or its adjoint.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="mayFactorise">Whether there is memory for a preconditioner.</param>
    /// <param name="report">Receives how far a solution is, and what is done.</param>
    /// <param name="cancellation">Cancels a solution.</param>
    public PartwiseSolver(
        StationaryGenerator generator, int threads, bool mayFactorise, Action<double, string> report, CancellationToken cancellation)
    {
        this.generator = generator;
        this.threads = threads;
        this.report = report;
        this.cancellation = cancellation;
        Factorises = mayFactorise && generator.Operators.IsBanded;
        gmres = new Gmres(!Factorises && generator.Layout.Numbers <= Small ? RestartOfSmall : Restart);
        between = new double[generator.Layout.Length];
    }

    /// <summary>Whether there is a preconditioner.</summary>
    public bool Factorises { get; }

    /// <summary>The numbers in the factors.</summary>
    public long FactorNumbers { get; private set; }

    /// <summary>The largest factor by which a round of steps moved the solution for the residual that it removed.</summary>
    public double Amplification { get; private set; }

    /// <summary>Called after every round of steps from which a solution can go on.</summary>
    public Action? AfterRound { get; set; }

    /// <summary>What the next round depends on, after the last one.</summary>
    public SolverProgress Progress { get; private set; } = SolverProgress.None;

    private int Steps => earlierSteps + gmres.Steps;

    /// <summary>The method, in words.</summary>
    public string Method =>
        $"GMRES in {Steps} steps" + (FactorNumbers == 0 ? ", no preconditioner"
            : generator.Layout.IsDiagonal ? ", populations factorised directly"
            : !needsSectors ? ", preconditioned at fixed M - M'"
            : ", preconditioned at fixed M - M' and at fixed J");

    /// <summary>Rounds of GMRES between true residuals, until the residual is small or no round gains anything.</summary>
    /// <param name="x">The solution; improved.</param>
    /// <param name="correction">What a round adds to: the solution, or what it is made of.</param>
    /// <param name="apply">The map.</param>
    /// <param name="precondition">Its approximate inverse by <see cref="Precondition"/>; used where there is a preconditioner.</param>
    /// <param name="writeResidual">Writes the true residual of the solution.</param>
    /// <param name="norm">The norm of residuals and solutions that matters.</param>
    /// <param name="target">The norm that is small enough.</param>
    public void Improve(
        double[] x,
        double[] correction,
        Action<double[], double[]> apply,
        Action<double[], double[]> precondition,
        Action<double[]> writeResidual,
        Func<double[], double> norm,
        double target)
    {
        int applications = generator.Applications;
        resumed?.Solution.CopyTo(x, 0);
        double[] residual = new double[x.Length];
        writeResidual(residual);
        double now = norm(residual);
        double[] best = [.. resumed?.Best ?? x];
        double bestNorm = resumed?.BestNorm ?? now;
        double first = resumed?.FirstNorm ?? now;
        int stepsBefore = resumed?.StepsBefore ?? Steps;
        double[] last = [.. x];
        double[] moved = new double[x.Length];
        if (resumed is not null)
        {
            // The round that was saved has counted this residual.
            generator.Applications = applications;
            resumed = null;
        }

        while (now > target && Steps - stepsBefore < MaxSteps)
        {
            Factorise();
            double euclidean = 0.3 * target * Gmres.Norm(residual) / now;
            gmres.Improve(apply, strips is null ? null : precondition, residual, correction, euclidean, Tell, cancellation);
            double before = now;
            writeResidual(residual);
            now = norm(residual);
            x.CopyTo(moved, 0);
            LinearCombination.AddScaled(moved, -1, last);
            Amplification = Math.Max(Amplification, norm(moved) / before);
            x.CopyTo(last, 0);
            if (now < bestNorm)
            {
                bestNorm = now;
                x.CopyTo(best, 0);
            }

            bool slow = now > FastEnough * before && now > target;
            if (slow && strips is not null && !needsSectors && !generator.Layout.IsDiagonal)
            {
                needsSectors = true;
            }
            else if (now > 0.5 * before)
            {
                break;
            }

            Progress = Reached(new UnfinishedSolution(x, best, bestNorm, first, stepsBefore));
            AfterRound?.Invoke();
        }

        best.CopyTo(x, 0);
        Settle();

        void Tell(double reached)
        {
            double fraction = Math.Log(first / Math.Max(reached, target)) / Math.Log(Math.Max(first / target, 2));
            report(Math.Clamp(fraction, 0, 1), $"{Steps} steps, residual about {Numeral.Of(reached, 2)}");
        }
    }

    /// <summary>Goes on where another solver was: the next solution is the one that it had not finished.</summary>
    /// <param name="progress">How far it was.</param>
    public void Resume(SolverProgress progress)
    {
        Progress = progress;
        (earlierSteps, generator.Applications, Amplification) = (progress.Steps, progress.Applications, progress.Amplification);
        (needsSectors, FactorNumbers, resumed) = (progress.NeedsSectors, progress.Factors, progress.Solution);
    }

    /// <summary>Counts what was applied since the last round as done, between two solutions.</summary>
    public void Settle() => Progress = Reached(null);

    /// <summary>Frees the factors.</summary>
    public void Forget() => (strips, sectors) = (null, null);

    /// <summary>Writes <c>y = P_s^-1 x</c>, then adds <c>P_J^-1 (x - (L - s) y)</c> where sectors are factorised too.</summary>
    /// <param name="x">The matrix.</param>
    /// <param name="y">Receives the solution; not the same array.</param>
    public void Precondition(double[] x, double[] y)
    {
        strips!.Solve(x, y);
        if (sectors is null)
        {
            return;
        }

        generator.Apply(y, between);
        for (int i = 0; i < between.Length; i++)
        {
            between[i] = x[i] - between[i] + (strips.Shift * y[i]);
        }

        double[] more = new double[y.Length];
        sectors.Solve(between, more);
        LinearCombination.AddScaled(y, 1, more);
    }

    private SolverProgress Reached(UnfinishedSolution? solution) => new(
        Steps, generator.Applications, Amplification, needsSectors, FactorNumbers, solution);

    private void Factorise()
    {
        if (Factorises && strips is null)
        {
            report(0, "factorising");
            double shift = generator.Layout.IsDiagonal ? ShiftOfAll : ShiftOfParts;
            strips = PartPreconditioner.OfStrips(
                generator.Layout, generator.Operators, shift * generator.RatePerSpin, threads, cancellation);
        }

        if (needsSectors && sectors is null)
        {
            report(0, "factorising");
            sectors = PartPreconditioner.OfSectors(generator.Layout, generator.Operators, strips!.Shift, threads, cancellation);
        }

        FactorNumbers = (strips?.Numbers ?? 0) + (sectors?.Numbers ?? 0);
    }
}
