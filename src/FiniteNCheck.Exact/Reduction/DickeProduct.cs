using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>A Dicke state of each group: the symmetric state in which a number of spins is up along an axis.</summary>
/// <param name="Axes">The axis of each group, a unit vector.</param>
/// <param name="Up">The number of spins up.</param>
internal sealed record DickeProduct(ImmutableArray<PauliVector> Axes, ImmutableArray<int> Up) : SystemStart
{
    /// <inheritdoc/>
    public override bool IsDiagonal => Axes.All(IsAlongZ);

    /// <summary>Dicke states along z. Where every one of them is a pole, the state is a product.</summary>
    /// <param name="up">The number of spins up in each block.</param>
    /// <param name="spins">The number of spins.</param>
    public static SystemStart Of(ImmutableArray<int> up, ImmutableArray<int> spins) =>
        up.Zip(spins).All(pair => pair.First == 0 || pair.First == pair.Second)
            ? ProductSum.Product([.. up.Select(count => new PauliVector(0, 0, count == 0 ? -1 : 1))])
            : new DickeProduct([.. up.Select(_ => PauliVector.Along(PauliAxis.Z))], up);

    /// <inheritdoc/>
    public override bool IsReal(ImmutableArray<int> spins) => Axes.All(axis => axis.Y == 0);

    /// <inheritdoc/>
    public override bool IsSymmetric(int group) => true;

    /// <inheritdoc/>
    public override IEnumerable<PauliVector> VectorsOf(int group) => [Axes[group]];

    /// <inheritdoc/>
    public override DickeProduct Rotate(IReadOnlyList<SpinRotation> rotations, ImmutableArray<int> spins) =>
        this with { Axes = [.. Axes.Select((axis, g) => rotations[g].Apply(axis))] };

    /// <inheritdoc/>
    /// <remarks>Two Dicke states are not the Dicke state of all their spins.</remarks>
    public override bool AreAlike(int first, int second, Func<PauliVector, PauliVector, bool> same) => false;

    /// <inheritdoc/>
    public override DickeProduct Keep(IReadOnlyList<int> kept) =>
        new([.. kept.Select(group => Axes[group])], [.. kept.Select(group => Up[group])]);

    /// <inheritdoc/>
    public override DickeProduct Resize(ImmutableArray<int> from, ImmutableArray<int> to) =>
        this with { Up = [.. Up.Select((count, g) => (int)Math.Round((double)count * to[g] / from[g]))] };
}
