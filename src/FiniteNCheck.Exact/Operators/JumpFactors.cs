using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// The Kraus factors of <c>rho -> sum_i J_i rho J_i+</c> for <c>J_i = sum_q j_q sigma_q^(i) G_q</c> on one block, <c>q</c> in (identity,
/// +, -, z).
/// </summary>
/// <remarks>
/// A transition <c>J -> J +- 1</c> has the rank-one coefficients <c>V_q V_r</c>, hence the single factor <c>sqrt(c) sum_q j_q V_q G_q</c>.
/// At equal <c>J</c> the identity part contributes too and is completed to a square,
/// <c>c0 S rho S+ + j_0* S rho + j_0 rho S+ + N |j_0|^2 rho  =  K rho K+ + (N - 1/c0) |j_0|^2 rho</c> with
/// <c>K = sqrt(c0) S + j_0/sqrt(c0)</c>.
/// </remarks>
internal static class JumpFactors
{
    /// <summary>All Kraus factors that lead to one sector.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="target">The sector.</param>
    /// <param name="block">The block whose spins jump.</param>
    /// <param name="jumpOf">The coefficients <c>j_q</c> times the diagonals <c>G_q</c> in a source sector.</param>
    public static IEnumerable<SectorMap> LeadingTo(SectorGraph graph, Sector target, int block, Func<Sector, DiagonalJump> jumpOf)
    {
        foreach (int change in new[] { 0, -1, 1 })
        {
            if (graph.Neighbour(target, block, -change) is not { } source)
            {
                continue;
            }

            DiagonalJump jump = jumpOf(source);
            Shift[] shifts =
                [.. new[] { 1, -1, 0 }.Select(shift => BuildShift(source, target, block, change, shift, jump)).OfType<Shift>()];
            if (shifts.Length > 0)
            {
                yield return new SectorMap(source, target, shifts);
            }

            if (change == 0 && jump.Identity is { } identity && Remainder(source, block) is > 0 and double remainder)
            {
                Complex[] elements = Array.ConvertAll(identity, value => Math.Sqrt(remainder) * value);
                yield return new SectorMap(source, source, [WithElements(Shape(source, source, block, 0, 0), elements)]);
            }
        }
    }

    /// <summary>A band of an operator inside a sector.</summary>
    /// <param name="dimension">The number of states.</param>
    /// <param name="offset">The offset: row <c>r</c> reads state <c>r - offset</c>.</param>
    /// <param name="elements">The elements by row.</param>
    public static Shift Band(int dimension, int offset, Complex[] elements) => new(
        Math.Max(0, offset),
        Math.Max(0, -offset),
        dimension,
        dimension,
        dimension - Math.Abs(offset),
        1,
        RealParts(elements),
        ImaginaryParts(elements));

    // N - 1/c0 = (N (N+2) - 2J (2J+2)) / (N+2). The numerator is an integer, so that it vanishes exactly at J = N/2.
    private static double Remainder(Sector sector, int block)
    {
        long n = sector.Spins[block];
        long twiceJ = sector.TwiceJ[block];
        return (double)((n * (n + 2)) - (twiceJ * (twiceJ + 2))) / (n + 2);
    }

    private static Shift? BuildShift(Sector source, Sector target, int block, int change, int shift, DiagonalJump jump)
    {
        Complex[]? part = shift switch { 1 => jump.Raise, -1 => jump.Lower, _ => jump.Z };
        int twiceJ = source.TwiceJ[block];
        double weight = OneSpinTransition.Weight(source.Spins[block], twiceJ, change);
        Complex[]? identity = change == 0 && shift == 0 && twiceJ > 0 ? jump.Identity : null;
        if (part is null && identity is null)
        {
            return null;
        }

        Shift shape = Shape(source, target, block, change, shift);
        if (shape.Length <= 0)
        {
            return null;
        }

        var elements = new Complex[target.Dimension];
        for (int r = 0; r < elements.Length; r++)
        {
            int from = shape.SourceOf(r);
            if (from < 0)
            {
                continue;
            }

            double amplitude = OneSpinTransition.Amplitude(twiceJ, source.Level(from, block), change, shift);
            elements[r] = (part is null ? 0 : weight * amplitude * part[from]) + (identity is null ? 0 : identity[from] / weight);
        }

        return WithElements(shape, elements);
    }

    private static Shift WithElements(Shift shape, Complex[] elements) =>
        shape with { Re = RealParts(elements), Im = ImaginaryParts(elements) };

    // a' = a + change + shift with a = J + M: the levels of the block shift, those of the blocks after it stay the same.
    private static Shift Shape(Sector source, Sector target, int block, int change, int shift)
    {
        int inner = source.Stride(block);
        int move = change + shift;
        int lowest = Math.Max(0, move);
        int highest = Math.Min(target.DimensionOf(block) - 1, source.DimensionOf(block) - 1 + move);
        int targetStride = target.DimensionOf(block) * inner;
        return new Shift(
            lowest * inner,
            (lowest - move) * inner,
            targetStride,
            source.DimensionOf(block) * inner,
            (highest - lowest + 1) * inner,
            target.Dimension / targetStride,
            [],
            []);
    }

    private static double[] RealParts(Complex[] elements) => Array.ConvertAll(elements, element => element.Real);

    private static double[] ImaginaryParts(Complex[] elements) =>
        Array.TrueForAll(elements, element => element.Imaginary == 0) ? [] : Array.ConvertAll(elements, element => element.Imaginary);
}
