namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>A number <c>mantissa 2^exponent</c> beyond the range of double precision, with its accuracy.</summary>
/// <param name="Mantissa">The mantissa: 0, or of magnitude 1 to 2.</param>
/// <param name="Exponent">The exponent.</param>
internal readonly record struct ScaledNumber(double Mantissa, long Exponent)
{
    /// <summary>The number 1.</summary>
    public static ScaledNumber One => new(1, 0);

    /// <summary>A number of double precision.</summary>
    /// <param name="value">The number, finite.</param>
    public static ScaledNumber Of(double value) => new ScaledNumber(value, 0).Normalised();

    /// <summary>The square root of a number that is not negative.</summary>
    public ScaledNumber Root()
    {
        long odd = Exponent & 1;
        return new ScaledNumber(Math.Sqrt(Mantissa * (1 + odd)), (Exponent - odd) / 2).Normalised();
    }

    /// <summary>The number in double precision; 0 where it is too small.</summary>
    public double Value() => Exponent < -1100 ? 0 : Math.ScaleB(Mantissa, (int)Math.Min(2000, Exponent));

    /// <summary>The natural logarithm of a positive number.</summary>
    public double Log() => Math.Log(Mantissa) + (Exponent * Math.Log(2));

    /// <summary>The product.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    public static ScaledNumber operator *(ScaledNumber a, ScaledNumber b) =>
        new ScaledNumber(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent).Normalised();

    /// <summary>The quotient.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor, not 0.</param>
    public static ScaledNumber operator /(ScaledNumber a, ScaledNumber b) =>
        new ScaledNumber(a.Mantissa / b.Mantissa, a.Exponent - b.Exponent).Normalised();

    private ScaledNumber Normalised()
    {
        if (Mantissa == 0)
        {
            return default;
        }

        int shift = Math.ILogB(Mantissa);
        return shift == 0 ? this : new ScaledNumber(Math.ScaleB(Mantissa, -shift), Exponent + shift);
    }
}
