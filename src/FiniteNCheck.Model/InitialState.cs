namespace FiniteNCheck.Model;

/// <summary>
/// The specification of a model's initial state: a <see cref="ProductState"/>, a <see cref="MeanFieldFixedPoint"/>, or a start that is no
/// product: a <see cref="Mixture"/>, a <see cref="Superposition"/> or a <see cref="DickeState"/>.
/// </summary>
public abstract record InitialState
{
    private protected InitialState()
    {
    }

    /// <summary>Whether it is stated as something else than a product state, so that it need not cluster.</summary>
    public virtual bool IsCorrelated => false;
}
