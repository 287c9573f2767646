namespace FiniteNCheck.Model;

/// <summary>The three Pauli axes. The numeric value is the index of the axis in all vectors and matrices.</summary>
public enum PauliAxis
{
    /// <summary>The x axis, index 0.</summary>
    X = 0,

    /// <summary>The y axis, index 1.</summary>
    Y = 1,

    /// <summary>The z axis, index 2.</summary>
    Z = 2,
}
