using FiniteNCheck.Exact.Evolution.Checkpoints;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>How far a search for a stationary state is: the state first, then the bounds of its moments one by one.</summary>
/// <param name="length">The numbers of a state.</param>
internal sealed class SearchCourse(int length) : ICheckpointed
{
    private SolverProgress savedSearch = SolverProgress.None;
    private SolverProgress savedProof = SolverProgress.None;
    private PartwiseSolver? search;
    private PartwiseSolver? proof;
    private List<double> bounds = [];

    /// <summary>Called where the search can be saved.</summary>
    public Action? AfterStep { get; set; }

    /// <summary>The state, once it is found.</summary>
    public double[]? State { get; private set; }

    /// <summary>The bounds found so far, in the order of <see cref="AverageBounds"/>.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    /// <inheritdoc/>
    public long Done => Steps + (State is null ? 0 : 1) + bounds.Count;

    /// <inheritdoc/>
    public string Reached => $"step {Steps}";

    /// <inheritdoc/>
    public string Beginning => "its first step";

    private long Steps => (long)Search.Steps + Proof.Steps;

    private SolverProgress Search => search?.Progress ?? savedSearch;

    private SolverProgress Proof => proof?.Progress ?? savedProof;

    /// <summary>Makes the solver of the search go on where the one that was saved was.</summary>
    /// <param name="solver">The solver.</param>
    public void FollowSearch(PartwiseSolver solver) => search = Follow(solver, savedSearch);

    /// <summary>Makes the solver of the bounds go on where the one that was saved was.</summary>
    /// <param name="solver">The solver.</param>
    public void FollowProof(PartwiseSolver solver) => proof = Follow(solver, savedProof);

    /// <summary>Keeps the state that was found.</summary>
    /// <param name="state">The state.</param>
    public void Find(double[] state)
    {
        State = state;
        search!.Settle();
        AfterStep?.Invoke();
    }

    /// <summary>Keeps the next bound.</summary>
    /// <param name="bound">The bound.</param>
    public void Prove(double bound)
    {
        bounds.Add(bound);
        proof!.Settle();
        AfterStep?.Invoke();
    }

    /// <inheritdoc/>
    public void Write(CheckpointWriter writer)
    {
        Search.Write(writer);
        Proof.Write(writer);
        writer.Write(State is null ? 0L : 1);
        if (State is not null)
        {
            writer.Write(State.AsSpan());
        }

        writer.Write([.. bounds]);
    }

    /// <inheritdoc/>
    public void Read(CheckpointReader reader)
    {
        var searched = SolverProgress.Read(reader, length);
        var proven = SolverProgress.Read(reader, length);
        double[]? found = reader.Whole(0, 1) == 1 ? reader.Numbers(length) : null;
        List<double> known = [];
        for (int left = reader.Count(1); left > 0; left--)
        {
            known.Add(reader.Number(0, double.PositiveInfinity));
        }

        reader.Finish();
        (savedSearch, savedProof, State, bounds) = (searched, proven, found, known);
    }

    private PartwiseSolver Follow(PartwiseSolver solver, SolverProgress saved)
    {
        solver.Resume(saved);
        solver.AfterRound = AfterStep;
        return solver;
    }
}
