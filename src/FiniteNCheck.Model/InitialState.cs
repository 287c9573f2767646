namespace FiniteNCheck.Model;

/// <summary>The specification of a model's initial state: a <see cref="ProductState"/> or a <see cref="MeanFieldFixedPoint"/>.</summary>
public abstract record InitialState
{
    private protected InitialState()
    {
    }
}
