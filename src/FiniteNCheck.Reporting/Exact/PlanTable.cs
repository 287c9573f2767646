using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>The cost of an exact run, for people.</summary>
public static class PlanTable
{
    /// <summary>State size, memory and time of both methods, and the method that is chosen.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="style">Colour and width.</param>
    /// <param name="more">Further runs that were asked for, each with its name.</param>
    public static string Render(ExactPlan plan, TextStyle style, params IEnumerable<(string Name, RunEstimate Estimate)> more)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Table(
            ["method", "real numbers", "memory", "time, roughly", "fits"],
            [Row("full", plan.Full), Row("window", plan.Window), .. more.Select(each => Row(each.Name, each.Estimate))]);
        page.Line();
        page.Line($"Method: {plan.Method.ToString().ToLowerInvariant()} ({plan.Reason}).");
        return page.ToString();
    }

    private static string[] Row(string name, RunEstimate? estimate) =>
        estimate is null
            ? [name, "-", "-", "-", "-"]
            :
            [
                name,
                Numeral.Of(estimate.StateSize),
                $"{Least(estimate)}{Numeral.Bytes(estimate.Bytes)}",
                $"{Least(estimate)}{Numeral.Duration(estimate.Seconds)}",
                estimate.Fits ? "yes" : "no",
            ];

    private static string Least(RunEstimate estimate) => estimate.IsAtLeast ? "at least " : "";
}
