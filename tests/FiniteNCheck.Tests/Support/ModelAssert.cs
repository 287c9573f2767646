using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Support;

/// <summary>Compares models term by term.</summary>
internal static class ModelAssert
{
    /// <summary>Asserts equal blocks, Hamiltonians and jumps. Names and initial states may differ.</summary>
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
