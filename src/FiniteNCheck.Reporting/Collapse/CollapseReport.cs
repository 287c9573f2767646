using FiniteNCheck.Model;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Reporting.Collapse;

/// <summary>The input of the exporters of a data collapse.</summary>
/// <param name="Collapse">The collapse.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record CollapseReport(DataCollapse Collapse, Provenance Provenance)
{
    /// <summary>Whether both exponents have an interval.</summary>
    public bool IsRead => double.IsFinite(Collapse.WidthUncertainty);

    /// <summary>The law with its exponents, in one line.</summary>
    internal string Law => $"{Collapse.Quantity} = N^a F(({Collapse.Parameter} - {Numeral.Exact(Collapse.Critical)}) N^b), "
        + (IsRead
            ? $"a = {Numeral.WithUncertainty(Collapse.Height.Value, Collapse.Height.Uncertainty)}, "
                + $"b = {Numeral.WithUncertainty(Collapse.Width, Collapse.WidthUncertainty)}"
            : "but the exponents between neighbouring sizes do not settle: larger sizes would decide");
}
