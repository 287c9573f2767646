using System.Collections.Immutable;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A Weyl operator up to its phase, <c>U(r) = exp(i sum_h r_h.S_h/sqrt(N_h))</c>: it rotates all spins of a block by the same angle.
/// </summary>
internal sealed class WeylRotation
{
    private readonly PauliVector[] ofGroup;
    private readonly ImmutableArray<int> spins;

    /// <summary>Finds the angles.</summary>
    /// <param name="system">The system in its final frame, one group per block of the model.</param>
    /// <param name="argument">The vector <c>r_h</c> of each block, in the model's frame.</param>
    public WeylRotation(CollectiveSystem system, ImmutableArray<PauliVector> argument)
    {
        spins = system.Spins;
        ofGroup = new PauliVector[system.Groups];
        foreach ((int h, BlockMember member) in system.Members.Index())
        {
            ofGroup[member.Group] = member.Rotation.Apply((1 / Math.Sqrt(member.Spins)) * argument[h]);
        }
    }

    private WeylRotation(ImmutableArray<int> spins, PauliVector[] ofGroup) => (this.spins, this.ofGroup) = (spins, ofGroup);

    /// <summary>The rotation back, <c>U(-r)</c>.</summary>
    public WeylRotation Inverse => new(spins, [.. ofGroup.Select(v => -1 * v)]);

    /// <summary>Bound of the rounding in <c>U X</c> in trace norm, for a matrix X of a trace norm of at most 1.</summary>
    public double Rounding => ofGroup.Select((v, group) => LevelRotation.Rounding(spins[group], v)).Sum();

    /// <summary>What it does to a spin of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="twiceJ"><c>2J</c>.</param>
    public LevelRotation Of(int group, int twiceJ) => new(twiceJ, ofGroup[group]);
}
