using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// A jump <c>J_i = sum_q sigma_q^(i) j_q G_q</c> whose functions <c>G_q</c> are diagonal in a sector: the products <c>j_q G_q</c> by state,
/// or <see langword="null"/> where <c>j_q = 0</c>.
/// </summary>
/// <param name="Identity">For the identity.</param>
/// <param name="Raise">For <c>sigma_+</c>.</param>
/// <param name="Lower">For <c>sigma_-</c>.</param>
/// <param name="Z">For <c>sigma_z</c>.</param>
internal sealed record DiagonalJump(Complex[]? Identity, Complex[]? Raise, Complex[]? Lower, Complex[]? Z)
{
    /// <summary>The jump without its rate, for rates that are not diagonal and are applied to the state before it.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    public static DiagonalJump WithoutRate(Sector sector, JumpChannel jump)
    {
        double[] ones = new double[sector.Dimension];
        Array.Fill(ones, 1);
        return WithDiagonal(jump, ones);
    }

    /// <summary>The jump with its rate, whose arguments point along z.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    public static DiagonalJump WithRate(Sector sector, JumpChannel jump)
    {
        if (jump.OwnSite)
        {
            return WithDiagonal(jump, DiagonalRate.Values(sector, jump.Rate, jump.Argument, 0));
        }

        // Own site excluded: before the jump the spin is down (raise) or up (lower), so its share -+ r/N is taken out of Delta.
        double own = jump.Argument[jump.Block].Z / sector.Spins[jump.Block];
        double[] fromDown = DiagonalRate.Values(sector, jump.Rate, jump.Argument, own);
        double[] fromUp = DiagonalRate.Values(sector, jump.Rate, jump.Argument, -own);
        PauliParts j = PauliParts.Of(jump.Operator);

        // sigma_z acts on both: +G_up on an up spin and -G_down on a down spin is (G_up + G_down)/2 sigma_z + (G_up - G_down)/2.
        double[] half = [.. fromUp.Zip(fromDown, (up, down) => (up + down) / 2)];
        double[] difference = [.. fromUp.Zip(fromDown, (up, down) => (up - down) / 2)];
        return new DiagonalJump(Product(j.Z, difference), Product(j.Raise, fromDown), Product(j.Lower, fromUp), Product(j.Z, half));
    }

    /// <summary>The operator <c>sum_i J_i+ J_i</c>.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    public static BandOperator Decay(Sector sector, JumpChannel jump)
    {
        if (jump.OwnSite)
        {
            return LocalDecay(sector, jump).Between(DiagonalRate.Values(sector, jump.Rate, jump.Argument, 0));
        }

        double own = jump.Argument[jump.Block].Z / sector.Spins[jump.Block];
        SpinOperator local = jump.Operator.Adjoint() * jump.Operator;
        double[] fromUp = DiagonalRate.Values(sector, jump.Rate, jump.Argument, -own);
        double[] fromDown = DiagonalRate.Values(sector, jump.Rate, jump.Argument, own);
        return BandOperator.OnSpins(sector, jump.Block, local with { DownDown = 0 }).Between(fromUp)
            .Add(1, BandOperator.OnSpins(sector, jump.Block, local with { UpUp = 0 }).Between(fromDown));
    }

    /// <summary>The operator <c>sum_i (j+ j)^(i)</c>, without rates.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    public static BandOperator LocalDecay(Sector sector, JumpChannel jump) =>
        BandOperator.OnSpins(sector, jump.Block, jump.Operator.Adjoint() * jump.Operator);

    private static DiagonalJump WithDiagonal(JumpChannel jump, double[] rate)
    {
        PauliParts j = PauliParts.Of(jump.Operator);
        return new DiagonalJump(Product(j.Identity, rate), Product(j.Raise, rate), Product(j.Lower, rate), Product(j.Z, rate));
    }

    private static Complex[]? Product(Complex factor, double[] values) =>
        factor == Complex.Zero ? null : Array.ConvertAll(values, value => factor * value);
}
