namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// A two-time function of fluctuations: the correlation <c>1/2 &lt;{F_a(t), F_b(0)}&gt;</c>, the real part of <c>&lt;F_a(t) F_b(0)&gt;</c>;
/// or the response <c>i &lt;[F_a(t), F_b(0)]&gt;</c> of <c>F_a</c> to a kick by <c>F_b</c> at time 0, which is -2 times its imaginary part.
/// It needs runs of its own and is no function of one state.
/// </summary>
/// <param name="Later">The observable at time t, such as <c>z.all</c>.</param>
/// <param name="Earlier">The observable at time 0.</param>
/// <param name="IsResponse">Whether the response is meant instead of the correlation.</param>
public sealed record TimeCorrelation(string Later, string Earlier, bool IsResponse) : StateFunction
{
    /// <inheritdoc/>
    public override bool DistinguishesBlocks => true;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsResponse ? "response" : "twotime")}({Quoted(Later)},{Quoted(Earlier)})";
}
