using System.Collections.Immutable;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The values of one quantity at several sizes, each with an error bound. <see cref="LadderLimit"/>, <see cref="LadderOrder"/> and
/// <see cref="LadderReach"/> analyse it. Sizes need not form a geometric progression. Immutable.
/// </summary>
public sealed class Ladder
{
    /// <summary>The smallest number of sizes that yields a limit with an uncertainty.</summary>
    public const int MinPoints = 4;

    // Every value has some tens of rounding errors (unit 2^-52), whatever error bound it comes with.
    private const double Rounding = 32 * 2.220446049250313e-16;

    /// <summary>Creates a ladder.</summary>
    /// <param name="sizes">The sizes N, positive and strictly increasing.</param>
    /// <param name="values">The values q(N), finite.</param>
    /// <param name="errors">Bounds of the errors of the values, non-negative and finite.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a number is outside its range.</exception>
    public Ladder(IEnumerable<double> sizes, IEnumerable<double> values, IEnumerable<double> errors)
    {
        Sizes = [.. sizes];
        Values = [.. values];
        Errors = [.. errors];
        if (Values.Length != Sizes.Length || Errors.Length != Sizes.Length)
        {
            throw new ArgumentException(
                $"{Sizes.Length} sizes, {Values.Length} values, {Errors.Length} errors: the three lists must be of equal length.",
                nameof(values));
        }

        for (int i = 0; i < Sizes.Length; i++)
        {
            if (!double.IsFinite(Sizes[i]) || Sizes[i] <= (i == 0 ? 0 : Sizes[i - 1]))
            {
                throw new ArgumentException($"Size {i} is {Sizes[i]}: sizes must be positive and strictly increasing.", nameof(sizes));
            }

            if (!double.IsFinite(Values[i]) || !double.IsFinite(Errors[i]) || Errors[i] < 0)
            {
                throw new ArgumentException(
                    $"Value {i} is {Values[i]} with error {Errors[i]}: both must be finite, the error non-negative.", nameof(values));
            }
        }
    }

    /// <summary>The sizes N, smallest first.</summary>
    public ImmutableArray<double> Sizes { get; }

    /// <summary>The values q(N).</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Bounds of the errors of the values.</summary>
    public ImmutableArray<double> Errors { get; }

    /// <summary>The number of sizes.</summary>
    public int Count => Sizes.Length;

    /// <summary>
    /// Whether no two values differ by more than their errors. Such a quantity does not depend on N, for example because it vanishes by
    /// symmetry.
    /// </summary>
    public bool IsConstant
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double rounding = Rounding * Math.Max(Math.Abs(Values[i]), Math.Abs(Values[j]));
                    if (Math.Abs(Values[i] - Values[j]) > Errors[i] + Errors[j] + rounding)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>The ladder without its <paramref name="count"/> smallest sizes.</summary>
    /// <param name="count">The number of sizes to leave out, from 0.</param>
    public Ladder WithoutSmallest(int count) => new(Sizes.Skip(count), Values.Skip(count), Errors.Skip(count));

    /// <summary>The inverse sizes <c>h_i = N_0/N_i</c>, scaled to 1 at the smallest size.</summary>
    internal double[] ScaledInverses() => [.. Sizes.Select(size => Sizes[0] / size)];
}
