using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

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

    /// <summary>The Bloch vector of each group's initial product state.</summary>
    public required ImmutableArray<PauliVector> Bloch { get; init; }

    /// <summary>For each block of the model: its group, its size and the rotation from the model's frame to the group's.</summary>
    public required ImmutableArray<BlockMember> Members { get; init; }

    /// <summary>The number of groups.</summary>
    public int Groups => Spins.Length;

    /// <summary>The values of J that each group reaches.</summary>
    public ImmutableArray<BlockReach> Reach =>
    [
        .. Spins.Select((count, g) => new BlockReach(
            count,
            StartsSymmetric: Purity.Mixedness(Bloch[g]) == 0,
            ChangesJ: Jumps.Any(jump => jump.Block == g && !IsScalar(jump.Operator)))),
    ];

    /// <summary>The arguments of all rates, of jumps of either kind.</summary>
    public IEnumerable<ImmutableArray<PauliVector>> Arguments =>
        Jumps.Select(jump => jump.Argument).Concat(CollectiveJumps.Select(jump => jump.Argument));

    /// <summary>The model's blocks as given, one group each, in the model's frame.</summary>
    /// <param name="model">The model, with a product initial state.</param>
    /// <param name="n">The ladder value.</param>
    public static CollectiveSystem Of(CollectiveModel model, int n)
    {
        if (model.Initial is not ProductState product)
        {
            throw new InputException(
                $"The initial state of model '{model.Name}' is a request for a mean-field fixed point, which the exact solver cannot find. "
                + "Give Bloch vectors, or resolve the request first.");
        }

        ImmutableArray<int> spins = model.SpinsAt(n);
        double[,] coupling = new double[3 * spins.Length, 3 * spins.Length];
        foreach (PairCoupling pair in model.Couplings)
        {
            // strength/n * 1/2 {S_a, S_b} is 1/2 (S_a S_b + S_b S_a) strength/n: both orders enter the symmetric form.
            int first = (3 * pair.FirstBlock) + (int)pair.FirstAxis;
            int second = (3 * pair.SecondBlock) + (int)pair.SecondAxis;
            coupling[first, second] += pair.Strength / n;
            coupling[second, first] += pair.Strength / n;
        }

        return new CollectiveSystem
        {
            Spins = spins,
            Fields = model.Fields,
            Coupling = coupling,
            Jumps = [.. model.Jumps.Select(RateNormalForm.Normalise)],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(RateNormalForm.Normalise).Select(jump => jump with
                {
                    Operators = [.. jump.Operators.Select(each => 1 / Math.Sqrt(n) * each)],
                }),
            ],
            Bloch = [.. product.Bloch.Select(vector => vector.InsideSphere())],
            Members = [.. spins.Select((count, block) => new BlockMember(block, count, SpinRotation.None))],
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
        Bloch = [.. Bloch.Select((vector, g) => rotations[g].Apply(vector))],
        Coupling = RotateCoupling(rotations),
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

    // A multiple of the identity on one spin is one on all of them.
    private static bool IsScalar(SpinOperator j) => j.UpDown == 0 && j.DownUp == 0 && j.UpUp == j.DownDown;

    private double[,] RotateCoupling(IReadOnlyList<SpinRotation> rotations)
    {
        double[,] rotated = new double[3 * Groups, 3 * Groups];
        for (int g = 0; g < Groups; g++)
        {
            for (int a = 0; a < 3; a++)
            {
                for (int k = 0; k < Groups; k++)
                {
                    // First the right index, then the left, through the rotation of vectors, which removes rounding.
                    PauliVector right = rotations[k].Apply(RowOf(Coupling, (3 * g) + a, k));
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
