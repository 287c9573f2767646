using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>Comparison of models by what they say.</summary>
internal static class ModelAssert
{
    /// <summary>Same blocks, Hamiltonian and jumps; name and initial state may differ.</summary>
    internal static void SameSystem(CollectiveModel expected, CollectiveModel actual)
    {
        Assert.Equal(expected.Blocks.AsEnumerable(), actual.Blocks);
        Assert.Equal(expected.Fields.AsEnumerable(), actual.Fields);
        Assert.Equal(expected.Couplings.AsEnumerable(), actual.Couplings);
        Assert.Equal(expected.Jumps.Length, actual.Jumps.Length);
        foreach ((JumpChannel one, JumpChannel other) in expected.Jumps.Zip(actual.Jumps))
        {
            Assert.Equal(one.Block, other.Block);
            Assert.Equal(one.Operator, other.Operator);
            Assert.Equal(one.Rate, other.Rate);
            Assert.Equal(one.Argument.AsEnumerable(), other.Argument);
            Assert.Equal(one.OwnSite, other.OwnSite);
        }
    }
}
