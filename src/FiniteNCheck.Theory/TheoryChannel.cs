using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>A jump channel with everything that the limit N to infinity needs of it.</summary>
internal sealed class TheoryChannel
{
    private readonly JumpChannel jump;
    private readonly RateArgument rate;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="jump">The channel of the model. Its own-site term matters for the 1/n corrections only.</param>
    public TheoryChannel(JumpChannel jump)
    {
        this.jump = jump;
        Dissipator = new LocalDissipator(jump.Operator);
        rate = new RateArgument(jump.Rate, jump.Argument);
    }

    /// <summary>The block whose spins jump.</summary>
    public int Block => jump.Block;

    /// <summary>Whether the argument contains the jumping spin itself.</summary>
    public bool OwnSite => jump.OwnSite;

    /// <summary>The one-spin operator <c>j</c>.</summary>
    public SpinOperator Operator => jump.Operator;

    /// <summary>The action of the local dissipator.</summary>
    public LocalDissipator Dissipator { get; }

    /// <summary>The coefficients <c>r</c> of the argument, one per observable.</summary>
    public double[] Argument => rate.Coefficients;

    /// <summary>The rate function <c>Gamma</c> at the argument.</summary>
    /// <param name="m">The averages.</param>
    public double Gamma(ReadOnlySpan<double> m) => rate.Value(m);

    /// <summary>The derivative <c>Gamma'</c> at the argument.</summary>
    /// <param name="m">The averages.</param>
    public double GammaPrime(ReadOnlySpan<double> m) => Jet(m).First;

    /// <summary>The rate function and its derivatives at the argument.</summary>
    /// <param name="m">The averages.</param>
    public RateJet Jet(ReadOnlySpan<double> m) => rate.Jet(m);
}
