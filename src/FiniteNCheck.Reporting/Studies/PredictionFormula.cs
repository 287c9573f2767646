using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The statement of each prediction, as a sentence and a formula.</summary>
internal static class PredictionFormula
{
    /// <summary>The statement under test; nothing for an unknown prediction.</summary>
    /// <param name="prediction">Its name.</param>
    public static IEnumerable<XElement> Render(string prediction) =>
        prediction switch
        {
            "mean-field" =>
            [
                HtmlElement.Of(
                    "p",
                    "As N grows, every average m obeys the mean-field flow (18), (22), with an error of order 1/N:"),
                MathMl.Display(
                    Derivative("m"),
                    "=",
                    "f",
                    "(",
                    "m",
                    ")",
                    ",",
                    Gap,
                    MathMl.Sub("m", "N"),
                    "(",
                    "t",
                    ")",
                    "=",
                    "m",
                    "(",
                    "t",
                    ")",
                    "+",
                    "O",
                    "(",
                    MathMl.Sup("N", MathMl.Row("−", "1")),
                    ")"),
            ],
            "covariance-full" =>
            [
                HtmlElement.Of(
                    "p",
                    "The covariance of the fluctuations obeys (50) with the drift of the full response: "
                        + "the Jacobian of the mean-field flow, in which the rates respond to the fluctuation of their "
                        + "arguments."),
                Lyapunov("Q"),
                MathMl.Display(
                    "Q",
                    "=",
                    MathMl.Sup("S", MathMl.Row("1", "/", "2")),
                    MathMl.Fraction(MathMl.Row("∂", "f"), MathMl.Row("∂", "m")),
                    MathMl.Sup("S", MathMl.Row("−", "1", "/", "2")),
                    ",",
                    Gap,
                    "S",
                    "=",
                    MathMl.Name("diag"),
                    "(",
                    MathMl.Sub("N", "h"),
                    ")"),
            ],
            "covariance-printed" =>
            [
                HtmlElement.Of(
                    "p",
                    "The covariance of the fluctuations obeys (50) with the Jacobian of the mean-field flow without the response of the "
                        + $"rates as drift, {Drift.Frozen.Origin}."),
                Lyapunov(Printed),
                MathMl.Display(
                    Printed,
                    "=",
                    "Q",
                    "−",
                    MathMl.Words("the terms with\u2002"),
                    MathMl.Fraction(MathMl.Row("∂", MathMl.Sup("Γ", "2")), MathMl.Row("∂", "m"))),
            ],
            "quantities-full" =>
            [
                HtmlElement.Of(
                    "p",
                    "The quantities of the study follow from the mean field and the Gaussian fluctuations about it, with the drift of the "
                        + "full response."),
            ],
            "quantities-printed" =>
            [
                HtmlElement.Of(
                    "p",
                    "The quantities of the study follow from the mean field and Gaussian fluctuations about it, with the Jacobian of the "
                        + $"mean-field flow without the response of the rates as drift, {Drift.Frozen.Origin}."),
            ],
            "mean-field-1" =>
            [
                HtmlElement.Of(
                    "p",
                    "To next order every average is the mean field plus a correction that obeys closed equations. "
                        + "What is left falls like 1/n², and the slope of the ladder is the correction:"),
                Expansion("m", "μ"),
            ],
            "covariance-1" =>
            [
                HtmlElement.Of(
                    "p",
                    "To next order the covariance is that of the limit, with the full drift, plus a correction that obeys closed "
                        + "equations. What is left falls like 1/n², and the slope of the ladder is the correction:"),
                Expansion("Σ", MathMl.Sub("C", "1")),
            ],
            _ => [],
        };

    private static XElement Expansion(string limit, object slope) => MathMl.Display(
        MathMl.Sub(limit, "n"),
        "=",
        limit,
        "+",
        MathMl.Fraction(slope, "n"),
        "+",
        "O",
        "(",
        MathMl.Sup("n", MathMl.Row("−", "2")),
        ")",
        ",",
        Gap,
        "n",
        "(",
        MathMl.Sub(limit, "n"),
        "−",
        limit,
        ")",
        "→",
        slope is XElement element ? new XElement(element) : slope);

    private static XElement Gap => MathMl.Words("\u2003");

    private static XElement Printed => MathMl.Sub("Q", MathMl.Words("printed"));

    private static XElement Derivative(string what) => MathMl.Fraction(MathMl.Row("d", what), MathMl.Row("d", "t"));

    private static XElement Lyapunov(object drift) =>
        MathMl.Display(
            Derivative("Σ"),
            "=",
            drift,
            "Σ",
            "+",
            "Σ",
            MathMl.Sup(drift is XElement element ? new XElement(element) : drift, MathMl.Name("T")),
            "+",
            "D");
}
