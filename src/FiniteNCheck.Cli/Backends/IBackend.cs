using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Doctor;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Backends;

/// <summary>Everything that computes, behind one interface, so that tests of the command line need not compute.</summary>
public interface IBackend
{
    /// <summary>The studies that ship with the program, the default ones first.</summary>
    ImmutableArray<BundledStudy> BundledStudies { get; }

    /// <summary>The paper under test, with its ledger of claims.</summary>
    Paper Paper { get; }

    /// <summary>The names of the ledgers of other papers that ship with the program.</summary>
    ImmutableArray<string> BundledLedgers { get; }

    /// <summary>Reads a ledger with its studies and models.</summary>
    /// <param name="nameOrPath">The name of a bundled ledger, or the path of a file.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    Paper LoadLedger(string nameOrPath);

    /// <summary>Reads and checks a model file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">The numbers that replace those of the file.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    SymmetricModel LoadModel(string path, ImmutableArray<ModelSetting> settings);

    /// <summary>Replaces a requested mean-field fixed point by the product state at it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">There is no such fixed point.</exception>
    SymmetricModel ResolveInitialState(SymmetricModel model, CancellationToken cancellationToken);

    /// <summary>Estimates the cost of a run at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="options">Accuracy, threads, method, representation, memory.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="InputException">The run is impossible as requested.</exception>
    ExactPlan PlanExact(
        SymmetricModel model, int n, IReadOnlyList<double> times, ExactOptions options, CancellationToken cancellationToken);

    /// <summary>Solves a model at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="options">Accuracy, threads, representation, memory.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The run is impossible as requested, or does not fit in memory.</exception>
    ExactResult SolveExact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Finds a stationary state at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="options">Tolerance, threads, memory, functions.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">Nothing decays, or the search does not fit in memory.</exception>
    SteadyResult SolveSteady(
        CollectiveModel model,
        int n,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Finds the slowest modes at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="modes">The number of modes.</param>
    /// <param name="options">Threads, memory.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">Nothing decays, or the search does not fit in memory.</exception>
    GapResult SolveGap(
        CollectiveModel model,
        int n,
        int modes,
        ExactOptions options,
        IProgress<StationaryProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Computes two-time functions at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="options">Accuracy, threads, memory.</param>
    /// <param name="isStationary">Whether they are those of the stationary state instead of the given start.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The run does not fit in memory.</exception>
    TwoTimeSeries SolveTwoTime(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        bool isStationary,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Computes Weyl operators between Weyl operators at finite N.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="triple">The arguments.</param>
    /// <param name="options">Accuracy, threads, memory.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The run does not fit in memory.</exception>
    WeylSeries SolveWeyl(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Solves a model in the limit of infinite N.</summary>
    /// <param name="model">The model.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="drift">Which drift.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    TheoryResult SolveTheory(SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken);

    /// <summary>Computes the coefficients of 1/n of means and covariances.</summary>
    /// <param name="model">The model, with its initial state resolved.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    CorrectionResult SolveCorrections(CollectiveModel model, IReadOnlyList<double> times, CancellationToken cancellationToken);

    /// <summary>Reads and checks a bundled study.</summary>
    /// <param name="name">Its name, one of <see cref="BundledStudies"/>.</param>
    /// <param name="changes">What is changed.</param>
    /// <exception cref="InputException">There is no such study, or it cannot be used.</exception>
    ImmutableArray<Study> LoadBundledStudy(string name, StudyChanges changes);

    /// <summary>Reads and checks a study file with the model that it names: one study, or one for each cell of its sweep.</summary>
    /// <param name="path">The file.</param>
    /// <param name="changes">What is changed.</param>
    /// <exception cref="InputException">The study or its model cannot be used.</exception>
    ImmutableArray<Study> LoadStudyFile(string path, StudyChanges changes);

    /// <summary>Plans studies: identifies their points and estimates the cost.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="InputException">A study cannot be run as requested.</exception>
    StudiesRun PlanStudies(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Runs planned studies and judges them.</summary>
    /// <param name="run">The plan.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    ImmutableArray<StudyFinding> RunStudies(StudiesRun run, IProgress<StudyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Finds the points that studies need, and which of them are still missing.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="options">The run directory, if any, and whether to retry failed points.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="InputException">A study or its model cannot be used.</exception>
    SlurmWork PlanPoints(
        ImmutableArray<Study> studies, RunOptions options, IProgress<StudyProgress> progress, CancellationToken cancellationToken);

    /// <summary>Finds a program on <c>PATH</c>; <see langword="null"/> if there is none.</summary>
    /// <param name="name">The name of the program.</param>
    string? FindProgram(string name);

    /// <summary>Looks at the machine.</summary>
    /// <param name="cancellationToken">Cancels the wait for other programs.</param>
    ImmutableArray<MachineFact> ProbeMachine(CancellationToken cancellationToken);

    /// <summary>Checks claims and their corrections.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="effort">How much work a check may do.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="allowCommands">Whether predictions may run commands.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims,
        Effort effort,
        int threads,
        bool allowCommands,
        IProgress<ClaimProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Computes figures of the paper.</summary>
    /// <param name="request">Which figures, and how.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The exact counterpart at a size cannot be run on this machine.</exception>
    FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken);

    /// <summary>Computes a reference set.</summary>
    /// <param name="sets">The folder that it belongs to.</param>
    /// <param name="wanted">The set.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">Its model cannot be used.</exception>
    ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken);
}
