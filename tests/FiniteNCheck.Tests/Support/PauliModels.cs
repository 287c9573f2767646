using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>Models that a test knows to be of two levels.</summary>
internal static class PauliModels
{
    /// <summary>The model as one of two levels.</summary>
    public static CollectiveModel Pauli(this SymmetricModel model) => (CollectiveModel)model;
}
