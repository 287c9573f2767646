using System.Collections.Immutable;
using System.Globalization;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>An axis: its label with the unit, its range, and its ticks at round numbers.</summary>
/// <param name="Label">What is along it.</param>
/// <param name="From">The first value.</param>
/// <param name="To">The last value, larger.</param>
/// <param name="IsLogarithmic">Whether equal factors take equal lengths; both ends are then positive.</param>
internal sealed record PlotAxis(string Label, double From, double To, bool IsLogarithmic = false)
{
    private const int MaxIntervals = 6;

    private static readonly int[] Digits = [1, 2, 5];

    /// <summary>
    /// Ticks that stand in place of those at round numbers, such as names or the sizes of a ladder; empty for round
    /// numbers.
    /// </summary>
    public ImmutableArray<(double Value, string Text)> FixedTicks { get; init; } = [];

    /// <summary>An axis of names, each in the middle of an interval of length one.</summary>
    /// <param name="names">The names.</param>
    /// <param name="reversed">Whether the order is reversed, so that the first name is at the top of a vertical axis.</param>
    public static PlotAxis OfNames(IReadOnlyList<string> names, bool reversed = false) =>
        new("", reversed ? names.Count : 0, reversed ? 0 : names.Count)
        {
            FixedTicks = [.. names.Select((name, i) => (i + 0.5, name))],
        };

    /// <summary>A logarithmic axis with a tick at each size of a ladder; ticks that would overlap are dropped.</summary>
    /// <param name="label">What it shows.</param>
    /// <param name="sizes">The sizes, increasing.</param>
    public static PlotAxis OfSizes(string label, IReadOnlyList<double> sizes)
    {
        const double Margin = 1.15;
        const double Closest = 0.1;
        double whole = Math.Log(sizes[^1] / sizes[0]);
        List<double> kept = [];
        foreach (double size in sizes.Reverse().Where(size => kept.Count == 0 || Math.Log(kept[^1] / size) > Closest * whole))
        {
            kept.Add(size);
        }

        return new PlotAxis(label, sizes[0] / Margin, sizes[^1] * Margin, IsLogarithmic: true)
        {
            FixedTicks = [.. kept.Select(size => (size, size.ToString("R", CultureInfo.InvariantCulture)))],
        };
    }

    /// <summary>The position of a value: 0 at the first, 1 at the last.</summary>
    /// <param name="value">The value.</param>
    public double Position(double value) => IsLogarithmic
        ? Math.Log(value / From) / Math.Log(To / From)
        : (value - From) / (To - From);

    /// <summary>The ticks: values and their texts.</summary>
    public ImmutableArray<(double Value, string Text)> Ticks => !FixedTicks.IsEmpty ? FixedTicks : IsLogarithmic ? Decades() : Steps();

    private ImmutableArray<(double Value, string Text)> Steps()
    {
        double step = NiceStep((To - From) / MaxIntervals);
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        long first = (long)Math.Ceiling((From / step) - 1e-9);
        long last = (long)Math.Floor((To / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)
            .Select(value => (value, (Math.Round(value, decimals) + 0.0).ToString($"F{decimals}", CultureInfo.InvariantCulture)))];
    }

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is not smaller.</summary>
    private static double NiceStep(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 };
    }

    private ImmutableArray<(double Value, string Text)> Decades()
    {
        // An axis within two decades or so has too few powers of ten.
        if (To / From < 200)
        {
            return
            [
                .. Enumerable
                    .Range((int)Math.Floor(Math.Log10(From)), 4)
                    .SelectMany(power => Digits.Select(digit => (Value: digit * Math.Pow(10, power), $"{digit}e{power}")))
                    .Where(tick => tick.Value >= From * (1 - 1e-9) && tick.Value <= To * (1 + 1e-9)),
            ];
        }

        int first = (int)Math.Ceiling(Math.Log10(From) - 1e-9);
        int last = (int)Math.Floor(Math.Log10(To) + 1e-9);
        int every = Math.Max(1, (last - first + MaxIntervals) / MaxIntervals);
        return [.. Enumerable.Range(0, Math.Max(0, last - first + 1)).Where(i => i % every == 0)
            .Select(i => (Math.Pow(10, first + i), $"1e{first + i}"))];
    }
}
