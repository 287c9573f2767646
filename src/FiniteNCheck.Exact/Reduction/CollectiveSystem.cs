using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// A model at one size in the form that the engine works on: groups of equivalent spins, each in a local frame of its own. It starts as the
/// model's blocks, which are then merged and rotated; <see cref="Members"/> leads back to them.
/// </summary>
internal sealed record CollectiveSystem
{
    /// <summary>The number of spins of each group.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>The field on each spin of a group.</summary>
    public required ImmutableArray<PauliVector> Fields { get; init; }

    /// <summary>
    /// The symmetric matrix <c>c</c> of <c>H = 1/2 sum c_(ga),(kb) S_a^(g) S_b^(k)</c>, index <c>3 g + a</c>; includes the factor 1/n.
    /// </summary>
    public required double[,] Coupling { get; init; }

    /// <summary>The jumps; their block indices are group indices, and their arguments refer to group averages.</summary>
    public required ImmutableArray<JumpChannel> Jumps { get; init; }

    /// <summary>
    /// The collective jumps; their operators and arguments refer to groups, and the factor <c>n^(-1/2)</c> is part of the operators.
    /// </summary>
    public required ImmutableArray<CollectiveJump> CollectiveJumps { get; init; }

    /// <summary>The initial state.</summary>
    public required SystemStart Start { get; init; }

    /// <summary>The fields that depend on time: <c>f(t) axis . sigma</c> on each spin of a group.</summary>
    public ImmutableArray<(int Group, PauliVector Axis, TimeFunction Function)> DrivenFields { get; init; } = [];

    /// <summary>The couplings that depend on time: matrices as <see cref="Coupling"/>, with their factors.</summary>
    public ImmutableArray<(double[,] Coupling, TimeFunction Function)> DrivenCouplings { get; init; } = [];

    /// <summary>Everything that depends on time; the factors of jumps among them.</summary>
    public IEnumerable<TimeFunction> TimeFunctions =>
        DrivenFields.Select(each => each.Function)
            .Concat(DrivenCouplings.Select(coupling => coupling.Function))
            .Concat(AllJumps.Select(jump => jump.Drive).OfType<TimeFunction>());

    /// <summary>Whether anything depends on time.</summary>
    public bool IsDriven => TimeFunctions.Any();

    /// <summary>For each block of the model: its group, its size and the rotation from the model's frame to the group's.</summary>
    public required ImmutableArray<BlockMember> Members { get; init; }

    /// <summary>The direction of an observable of the model in the frame of its group.</summary>
    /// <param name="observable">Its index: x, y, z of the first block, then of the next.</param>
    public PauliVector DirectionOf(int observable) =>
        Members[observable / 3].Rotation.Apply(PauliVector.Along((PauliAxis)(observable % 3)));

    /// <summary>The Bloch vector of each group's initial state, which must be a product.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public ImmutableArray<PauliVector> Bloch => Start is ProductSum { IsCoherent: false, Terms: [var product] }
        ? product.Bloch
        : throw new InvalidOperationException("The initial state is no product.");

    /// <summary>The number of groups.</summary>
    public int Groups => Spins.Length;

    /// <summary>The values of J that each group reaches.</summary>
    public ImmutableArray<BlockReach> Reach =>
    [
        .. Spins.Select((count, g) => new BlockReach(
            count,
            Start.IsSymmetric(g),
            ChangesJ: Jumps.Any(jump => jump.Block == g && !jump.Operator.IsScalar))),
    ];

    /// <summary>All jumps, those of single spins first.</summary>
    public IEnumerable<Jump> AllJumps => Jumps.Concat<Jump>(CollectiveJumps);

    /// <summary>The arguments of all rates, of jumps of either kind.</summary>
    public IEnumerable<ImmutableArray<PauliVector>> Arguments =>
        Jumps.Select(jump => jump.Argument).Concat(CollectiveJumps.Select(jump => jump.Argument));

    /// <summary>The model's blocks as given, one group each, in the model's frame.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">The initial state does not exist at this size, or it is not resolved.</exception>
    public static CollectiveSystem Of(CollectiveModel model, int n)
    {
        ImmutableArray<int> spins = model.SpinsAt(n);
        double[,] coupling = new double[3 * spins.Length, 3 * spins.Length];
        List<(double[,], TimeFunction)> driven = [];
        foreach (PairCoupling pair in model.Couplings)
        {
            double[,] target = coupling;
            if (pair.Drive is { } drive)
            {
                target = new double[3 * spins.Length, 3 * spins.Length];
                driven.Add((target, drive));
            }

            // strength/n * 1/2 {S_a, S_b} is 1/2 (S_a S_b + S_b S_a) strength/n: both orders enter the symmetric form.
            int first = (3 * pair.FirstBlock) + (int)pair.FirstAxis;
            int second = (3 * pair.SecondBlock) + (int)pair.SecondAxis;
            target[first, second] += pair.StrengthAt(n);
            target[second, first] += pair.StrengthAt(n);
        }

        return new CollectiveSystem
        {
            Spins = spins,
            Fields = model.Fields,
            Coupling = coupling,
            DrivenFields = [.. model.DrivenFields.Select(field => (field.Block, PauliVector.Along(field.Axis), field.Strength))],
            DrivenCouplings = [.. driven],
            Jumps = [.. model.Jumps.Select(RateNormalForm.Normalise)],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(RateNormalForm.Normalise).Select(jump => jump with
                {
                    Operators = [.. jump.Operators.Select(each => 1 / Math.Sqrt(n) * each)],
                }),
            ],
            Start = SystemStart.Of(model, n),
            Members = [.. spins.Select((count, block) => new BlockMember(block, count, SpinRotation.None))],
        };
    }

    /// <summary>
    /// A system without time in which every term is as strong as it ever gets; the system itself where nothing depends on time.
    /// </summary>
    /// <param name="end">The end of the run.</param>
    public CollectiveSystem Envelope(double end)
    {
        if (!IsDriven)
        {
            return this;
        }

        const int samples = 256;
        double Largest(TimeFunction function) =>
            Enumerable.Range(0, samples + 1).Max(k => Math.Abs(function.At(end * k / samples)));
        PauliVector[] fields = [.. Fields];
        foreach ((int group, PauliVector axis, TimeFunction function) in DrivenFields)
        {
            PauliVector added = Largest(function) * axis;
            PauliVector field = fields[group];
            fields[group] = new(
                Math.Abs(field.X) + Math.Abs(added.X), Math.Abs(field.Y) + Math.Abs(added.Y), Math.Abs(field.Z) + Math.Abs(added.Z));
        }

        double[,] coupling = (double[,])Coupling.Clone();
        foreach ((double[,] driven, TimeFunction function) in DrivenCouplings)
        {
            double largest = Largest(function);
            for (int row = 0; row < coupling.GetLength(0); row++)
            {
                for (int column = 0; column < coupling.GetLength(1); column++)
                {
                    coupling[row, column] = Math.Abs(coupling[row, column]) + (largest * Math.Abs(driven[row, column]));
                }
            }
        }

        return this with
        {
            Fields = [.. fields],
            Coupling = coupling,
            DrivenFields = [],
            DrivenCouplings = [],
            Jumps = RateScaling.Fix(Jumps, Largest),
            CollectiveJumps = RateScaling.Fix(CollectiveJumps, Largest),
        };
    }

    /// <summary>
    /// The same system with the frame of each group rotated. The phase of a jump operator is dropped: it does not enter the master
    /// equation. A collective jump has one phase for all groups.
    /// </summary>
    /// <param name="rotations">One rotation per group.</param>
    public CollectiveSystem Rotate(IReadOnlyList<SpinRotation> rotations) => this with
    {
        Fields = [.. Fields.Select((field, g) => rotations[g].Apply(field))],
        Start = Start.Rotate(rotations, Spins),
        Coupling = RotateCoupling(Coupling, rotations),
        DrivenFields = [.. DrivenFields.Select(each => each with { Axis = rotations[each.Group].Apply(each.Axis) })],
        DrivenCouplings = [.. DrivenCouplings.Select(each => each with { Coupling = RotateCoupling(each.Coupling, rotations) })],
        Jumps =
        [
            .. Jumps.Select(jump => jump with
            {
                Operator = RealOperator.WithoutPhase(rotations[jump.Block].Apply(jump.Operator)),
                Argument = [.. jump.Argument.Select((r, g) => rotations[g].Apply(r))],
            }),
        ],
        CollectiveJumps =
        [
            .. CollectiveJumps.Select(jump => jump with
            {
                Operators = RealOperator.WithoutCommonPhase([.. jump.Operators.Select((each, g) => rotations[g].Apply(each))]),
                Argument = [.. jump.Argument.Select((r, g) => rotations[g].Apply(r))],
            }),
        ],
        Members = [.. Members.Select(member => member with { Rotation = member.Rotation.Then(rotations[member.Group]) })],
    };

    private double[,] RotateCoupling(double[,] coupling, IReadOnlyList<SpinRotation> rotations)
    {
        double[,] rotated = new double[3 * Groups, 3 * Groups];
        for (int g = 0; g < Groups; g++)
        {
            for (int a = 0; a < 3; a++)
            {
                for (int k = 0; k < Groups; k++)
                {
                    // First the right index, then the left, through the rotation of vectors, which removes rounding.
                    PauliVector right = rotations[k].Apply(RowOf(coupling, (3 * g) + a, k));
                    for (int b = 0; b < 3; b++)
                    {
                        rotated[(3 * g) + a, (3 * k) + b] = right[(PauliAxis)b];
                    }
                }
            }
        }

        for (int g = 0; g < Groups; g++)
        {
            for (int column = 0; column < 3 * Groups; column++)
            {
                var left = new PauliVector(rotated[3 * g, column], rotated[(3 * g) + 1, column], rotated[(3 * g) + 2, column]);
                PauliVector image = rotations[g].Apply(left);
                for (int a = 0; a < 3; a++)
                {
                    rotated[(3 * g) + a, column] = image[(PauliAxis)a];
                }
            }
        }

        return rotated;
    }

    private static PauliVector RowOf(double[,] matrix, int row, int group) =>
        new(matrix[row, 3 * group], matrix[row, (3 * group) + 1], matrix[row, (3 * group) + 2]);
}
