using System.Collections.Immutable;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// A candidate for the drift <c>Q_hk = sqrt(N_h/N_k) J_hk</c> of the covariance equation <c>dSigma/dt = Q Sigma + Sigma Q^T + D</c> (50): a
/// linear response <c>J</c> of the mean-field flow. Immutable; the known ones are compared by reference.
/// </summary>
public sealed class Drift
{
    private readonly Func<MeanFieldFlow, Vector<double>, Matrix<double>> response;

    private Drift(string name, string origin, Func<MeanFieldFlow, Vector<double>, Matrix<double>> response)
    {
        Name = name;
        Origin = origin;
        this.response = response;
    }

    /// <summary>The Jacobian of the mean-field flow: every rate responds to the fluctuation of its argument.</summary>
    public static Drift Full { get; } = new("full", "= Jacobian of the flow", (flow, m) => flow.Jacobian(m));

    /// <summary>
    /// The Jacobian of the mean-field flow without the response of the rates. Files call it <c>printed</c>, since it is in print as a
    /// theorem.
    /// </summary>
    public static Drift Frozen { get; } =
        new("printed", "with every rate frozen at its mean-field value", (flow, m) => flow.FrozenJacobian(m));

    /// <summary>The drifts that files and command lines know by name.</summary>
    public static ImmutableArray<Drift> Known { get; } = [Full, Frozen];

    /// <summary>The drift as files and command lines write it.</summary>
    public string Name { get; }

    /// <summary>Where the drift comes from, to follow the word "drift".</summary>
    public string Origin { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Refuses models for which the drift is not defined.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">The model has collective jumps, whose rates cannot be frozen one by one.</exception>
    internal void Require(SymmetricModel model)
    {
        if (this == Frozen && model.HasCollectiveJumps)
        {
            throw new InputException(
                $"model '{model.Name}' has collective jumps: the drift {Name} freezes the rates of jumps of single spins, and a collective "
                + $"jump has none. Use the drift {Full.Name}.");
        }
    }

    /// <summary>The response <c>J</c>, an inverse time.</summary>
    /// <param name="flow">The mean field.</param>
    /// <param name="m">The averages.</param>
    internal Matrix<double> Response(MeanFieldFlow flow, Vector<double> m) => response(flow, m);
}
