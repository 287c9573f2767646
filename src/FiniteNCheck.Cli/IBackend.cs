using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Cli;

/// <summary>Runs a study that has been read and checked.</summary>
/// <param name="progress">Told how far the study has come.</param>
/// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
public delegate StudyFinding StudyRun(IProgress<StudyProgress> progress, CancellationToken cancellationToken);

/// <summary>What the verbs call: everything that computes, so that tests of the command line need not.</summary>
public interface IBackend
{
    /// <summary>The studies that come with the program, the default ones first.</summary>
    ImmutableArray<BundledStudy> BundledStudies { get; }

    /// <summary>The ledger: the claims of the paper, in its order.</summary>
    ImmutableArray<Claim> Claims { get; }

    /// <summary>Reads and checks a model file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    CollectiveModel LoadModel(string path);

    /// <summary>Replaces a requested mean-field fixed point by the product state at it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="InputException">There is no such fixed point.</exception>
    CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken);

    /// <summary>What a run at finite N would take.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="options">Accuracy, threads, method, representation, memory.</param>
    /// <exception cref="InputException">The run is impossible as asked.</exception>
    ExactPlan PlanExact(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options);

    /// <summary>Solves a model at finite N.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="options">Accuracy, threads, representation, memory.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InputException">The run is impossible as asked, or cannot fit in memory.</exception>
    ExactResult SolveExact(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>Solves a model in the limit of infinite N.</summary>
    /// <param name="model">The model.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="drift">Which drift.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    TheoryResult SolveTheory(CollectiveModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken);

    /// <summary>Reads and checks a bundled study.</summary>
    /// <param name="name">Its name, one of <see cref="BundledStudies"/>.</param>
    /// <param name="large">Whether to run it at its large sizes.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <exception cref="InputException">There is no such study, or it cannot be used.</exception>
    StudyRun LoadBundledStudy(string name, bool large, int threads);

    /// <summary>Reads and checks a study file with the model that it names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="large">Whether to run it at its large sizes.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <exception cref="InputException">The study or its model cannot be used.</exception>
    StudyRun LoadStudyFile(string path, bool large, int threads);

    /// <summary>Checks claims and their corrections.</summary>
    /// <param name="claims">The claims, each one of <see cref="Claims"/>.</param>
    /// <param name="full">Whether to take as long as it takes.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    ImmutableArray<ClaimResult> CheckClaims(
        ImmutableArray<Claim> claims, bool full, int threads, IProgress<ClaimProgress> progress, CancellationToken cancellationToken);

    /// <summary>Computes figures of the paper.</summary>
    /// <param name="request">Which, and how.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InputException">The exact counterpart at a size cannot be run here.</exception>
    FigureSet ComputeFigures(FigureRequest request, IProgress<FigureProgress> progress, CancellationToken cancellationToken);

    /// <summary>Computes a reference set.</summary>
    /// <param name="sets">The folder that it belongs to.</param>
    /// <param name="wanted">The set.</param>
    /// <param name="threads">Number of threads; 0 for all cores.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InputException">Its model cannot be used.</exception>
    ReferenceFile GenerateReference(
        ReferenceSets sets, ReferenceSet wanted, int threads, IProgress<StudyProgress> progress, CancellationToken cancellationToken);
}
