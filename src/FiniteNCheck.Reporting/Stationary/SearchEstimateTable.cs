using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>What searches for stationary states or slow modes take, for people.</summary>
public static class SearchEstimateTable
{
    /// <summary>State size, memory and time, size by size.</summary>
    /// <param name="estimates">The estimates, each with its ladder value.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(IEnumerable<(int N, RunEstimate Estimate)> estimates, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Table(
            ["n", "real numbers", "memory", "time, roughly", "fits"],
            estimates.Select(each => new[]
            {
                $"{each.N}",
                Numeral.Of(each.Estimate.StateSize),
                Numeral.Bytes(each.Estimate.Bytes),
                Numeral.Duration(each.Estimate.Seconds),
                each.Estimate.Fits ? "yes" : "no",
            }));
        return page.ToString();
    }
}
