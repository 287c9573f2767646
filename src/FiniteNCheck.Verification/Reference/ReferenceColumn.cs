using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>
/// A column of a reference table. Two values agree when <c>|obtained - expected| &lt;= Absolute + Relative |expected|</c>; with both
/// tolerances zero they must be equal, which is what makes a column a key such as <c>n</c> or <c>time</c>.
/// </summary>
/// <param name="Name">Its name, without blanks, commas or quotes.</param>
/// <param name="Unit">Its unit, such as <c>1</c> or <c>1/rate</c>, without blanks.</param>
/// <param name="Absolute">Absolute tolerance in that unit, finite and non-negative.</param>
/// <param name="Relative">Relative tolerance, finite and non-negative.</param>
public sealed record ReferenceColumn(string Name, string Unit, double Absolute, double Relative)
{
    /// <summary>Whether values must be equal.</summary>
    public bool IsKey => Absolute == 0 && Relative == 0;

    /// <summary>Largest allowed difference from an expected value.</summary>
    /// <param name="expected">The expected value.</param>
    public double Allowance(double expected) => Absolute + (Relative * Math.Abs(expected));

    /// <summary>The problem of the column, or <see langword="null"/>.</summary>
    internal string? Problem() =>
        Name.Length == 0 || Name.AsSpan().IndexOfAny(" ,\"\r\n") >= 0 ? $"the name '{Name}'"
        : Unit.Length == 0 || Unit.AsSpan().IndexOfAny(" ,\"\r\n") >= 0 ? $"the unit '{Unit}'"
        : !double.IsFinite(Absolute) || Absolute < 0 ? $"the absolute tolerance {Numeral.Exact(Absolute)}"
        : !double.IsFinite(Relative) || Relative < 0 ? $"the relative tolerance {Numeral.Exact(Relative)}"
        : null;
}
