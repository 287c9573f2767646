using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>The initial state of a system, group by group, in the frames of the groups.</summary>
internal abstract record SystemStart
{
    private protected SystemStart()
    {
    }

    /// <summary>Whether the state is diagonal.</summary>
    public abstract bool IsDiagonal { get; }

    /// <summary>Whether every element of the state is real.</summary>
    /// <param name="spins">The number of spins of each group.</param>
    public abstract bool IsReal(ImmutableArray<int> spins);

    /// <summary>Whether a group is in its symmetric sector, <c>J = N/2</c>, with certainty.</summary>
    /// <param name="group">The group.</param>
    public abstract bool IsSymmetric(int group);

    /// <summary>Vectors of a group that have no y component where the state is real.</summary>
    /// <param name="group">The group.</param>
    public abstract IEnumerable<PauliVector> VectorsOf(int group);

    /// <summary>The same state in other frames.</summary>
    /// <param name="rotations">One rotation per group.</param>
    /// <param name="spins">The number of spins of each group.</param>
    public abstract SystemStart Rotate(IReadOnlyList<SpinRotation> rotations, ImmutableArray<int> spins);

    /// <summary>Whether the spins of two groups start alike, so that they may form one group.</summary>
    /// <param name="first">A group.</param>
    /// <param name="second">Another one.</param>
    /// <param name="same">Whether two vectors are equal.</param>
    public abstract bool AreAlike(int first, int second, Func<PauliVector, PauliVector, bool> same);

    /// <summary>The state with one group for each of those kept, which the others are like.</summary>
    /// <param name="kept">The groups kept.</param>
    public abstract SystemStart Keep(IReadOnlyList<int> kept);

    /// <summary>The same kind of state of fewer spins.</summary>
    /// <param name="from">The number of spins of each group.</param>
    /// <param name="to">The smaller number.</param>
    public abstract SystemStart Resize(ImmutableArray<int> from, ImmutableArray<int> to);

    /// <summary>The start of a model at one size, one group per block.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">The start does not exist at this size, or it is not resolved.</exception>
    public static SystemStart Of(CollectiveModel model, int n) => model.Initial switch
    {
        ProductState product => ProductSum.Product(product.Bloch),
        Mixture mixture => ProductSum.Mixture(mixture),
        Superposition superposition => ProductSum.Superposition(superposition, model, n),
        DickeState dicke => DickeProduct.Of(dicke.At(model, n), model.SpinsAt(n)),
        _ => throw new InputException(
            $"The initial state of model '{model.Name}' is a request for a mean-field fixed point, which the exact solver cannot find. "
            + "Give Bloch vectors, or resolve the request first."),
    };

    /// <summary>Whether a vector is along z.</summary>
    /// <param name="vector">The vector.</param>
    protected static bool IsAlongZ(PauliVector vector) => vector.X == 0 && vector.Y == 0;
}
