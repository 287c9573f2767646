using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>
/// How many linearly independent stationary states a model has among the permutation-symmetric ones. Components of the sector graph give
/// one each at least; the null space of L as a full matrix, at the size asked about or at the largest one small enough, tells
/// whether there are more.
/// </summary>
/// <param name="Value">The number, or a lower bound of it.</param>
/// <param name="IsExact">Whether it is the number. Otherwise the null space was found at a smaller size.</param>
/// <param name="ConservedBlocks">The blocks whose J no jump changes.</param>
/// <param name="CheckedAt">The ladder value at which the null space was computed; 0 where no size is small enough.</param>
/// <param name="HasMore">Whether the null space there is larger than the components explain.</param>
internal readonly record struct StationaryCount(long Value, bool IsExact, int[] ConservedBlocks, int CheckedAt, bool HasMore)
{
    /// <summary>Real numbers up to which L is treated as a full matrix.</summary>
    public const int MaxDense = 300;

    // Singular values below this share of the largest are zero. At sizes this small none are nearly zero otherwise.
    private const double Zero = 1e-11;

    /// <summary>Whether there is one stationary state only, as far as is known.</summary>
    public bool IsOne => Value == 1 && !HasMore;

    /// <summary>Counts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="options">The options of the run.</param>
    public static StationaryCount Of(CollectiveModel model, int n, ExactOptions options)
    {
        int[] conserved = [.. Enumerable.Range(0, model.Blocks.Length).Where(block => !ChangesJ(model, block))];
        int size = n;
        while (size > 0 && !(model.IsWholeAt(size) && Numbers(model, size) <= MaxDense))
        {
            size--;
        }

        long components = CountComponents(model, n, conserved);
        if (size == 0)
        {
            return new StationaryCount(components, false, conserved, 0, false);
        }

        PreparedProblem small = OnAllMatrices(model, size, options with { MergeBlocks = false, OnlyReached = false });
        StationaryGenerator generator = GeneratorOf(small, CancellationToken.None);
        double[] values = DenseSpectrum.SingularValues(generator.ToDense(generator.Apply));
        int nullity = values.Count(value => value <= Zero * values[0]);
        bool hasMore = nullity > CountComponents(model, size, conserved);
        return new StationaryCount(
            size == n ? nullity : components, size == n || !hasMore, conserved, size, hasMore);
    }

    /// <summary>The generator of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public static StationaryGenerator GeneratorOf(PreparedProblem problem, CancellationToken cancellationToken)
    {
        var operators = new SectorOperators(problem.System, new SectorGraph(problem.System.Reach)) { Preparation = cancellationToken };
        var generator = new StationaryGenerator(operators, problem.Representation, problem.Options.ThreadCount);
        operators.Preparation = CancellationToken.None;
        return generator;
    }

    /// <summary>The real numbers of all Hermitian matrices, <c>prod (N+1)(N+2)(N+3)/6</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    public static double Numbers(CollectiveModel model, int n) =>
        BlockReach.Product(model.SpinsAt(n).Select(count => new BlockReach(count)), block => block.Elements);

    /// <summary>
    /// The problem on all Hermitian matrices, whatever the start, or on those of the sectors that it reaches: complex; equivalent blocks
    /// merged where options allow.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="options">The options of the run.</param>
    public static PreparedProblem OnAllMatrices(CollectiveModel model, int n, ExactOptions options) => PreparedProblem.Prepare(
        options.OnlyReached ? model : model.StartingFrom([.. model.Blocks.Select(_ => PauliVector.Zero)]),
        n,
        [0],
        options with
        {
            Representation = Representation.Complex,
            Functions = [],
            Method = SolutionMethod.Full,
            Checkpointing = null,
        });

    // A jump changes J of its block unless it is the same for up and down: a multiple of the identity, dressed with a rate.
    private static bool ChangesJ(CollectiveModel model, int block) =>
        model.Jumps.Any(jump => jump.Block == block && !jump.Operator.IsScalar);

    private static long CountComponents(CollectiveModel model, int n, int[] conserved)
    {
        var spins = model.SpinsAt(n);
        return conserved.Aggregate(1L, (product, block) => product * ((spins[block] / 2) + 1));
    }
}
