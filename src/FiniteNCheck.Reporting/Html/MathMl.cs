using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>Formulas in MathML Core.</summary>
internal static class MathMl
{
    private static readonly XNamespace Namespace = "http://www.w3.org/1998/Math/MathML";

    /// <summary>
    /// A formula on a line of its own, which scrolls by itself where the page is too narrow: how wide it is depends
    /// on the reader's fonts.
    /// </summary>
    /// <param name="parts">Its parts; texts are read by <see cref="Part"/>.</param>
    public static XElement Display(params object[] parts) =>
        HtmlElement.Of(
            "div.formula",
            HtmlElement.With("tabindex", "0"),
            HtmlElement.With("role", "group"),
            HtmlElement.With("aria-label", "formula"),
            new XElement(Namespace + "math", new XAttribute("display", "block"), Row(parts)));

    /// <summary>Parts one after the other.</summary>
    /// <param name="parts">The parts.</param>
    public static XElement Row(params object[] parts) => new(Namespace + "mrow", parts.Select(Part));

    /// <summary>A fraction.</summary>
    /// <param name="above">The numerator.</param>
    /// <param name="below">The denominator.</param>
    public static XElement Fraction(object above, object below) => new(Namespace + "mfrac", Part(above), Part(below));

    /// <summary>A base with an index.</summary>
    /// <param name="whole">The base.</param>
    /// <param name="index">The index.</param>
    public static XElement Sub(object whole, object index) => new(Namespace + "msub", Part(whole), Part(index));

    /// <summary>A base with an exponent.</summary>
    /// <param name="whole">The base.</param>
    /// <param name="exponent">The exponent.</param>
    public static XElement Sup(object whole, object exponent) => new(Namespace + "msup", Part(whole), Part(exponent));

    /// <summary>A base with an index and an exponent.</summary>
    /// <param name="whole">The base.</param>
    /// <param name="index">The index.</param>
    /// <param name="exponent">The exponent.</param>
    public static XElement SubSup(object whole, object index, object exponent) =>
        new(Namespace + "msubsup", Part(whole), Part(index), Part(exponent));

    /// <summary>A sign with what stands below it, such as the index of a sum.</summary>
    /// <param name="whole">The sign.</param>
    /// <param name="below">What stands below.</param>
    public static XElement Under(object whole, object below) => new(Namespace + "munder", Part(whole), Part(below));

    /// <summary>A square root.</summary>
    /// <param name="inside">What stands in it.</param>
    public static XElement Root(object inside) => new(Namespace + "msqrt", Part(inside));

    /// <summary>A number, a letter or a sign.</summary>
    /// <param name="text">The text.</param>
    public static XElement Symbol(string text) => Part(text);

    /// <summary>Words between symbols.</summary>
    /// <param name="words">The words.</param>
    public static XElement Words(string words) => new(Namespace + "mtext", words);

    /// <summary>A name of several letters, upright, such as <c>diag</c>.</summary>
    /// <param name="name">The name.</param>
    public static XElement Name(string name) => new(Namespace + "mi", new XAttribute("mathvariant", "normal"), name);

    /// <summary>An element as it is, a number as <c>mn</c>, a letter as <c>mi</c>, anything else as <c>mo</c>.</summary>
    private static XElement Part(object part) => part switch
    {
        XElement element => element,
        string text when char.IsDigit(text[0]) => new XElement(Namespace + "mn", text),
        string text when char.IsLetter(text[0]) => new XElement(Namespace + "mi", text),
        string text => new XElement(Namespace + "mo", text),
        _ => throw new ArgumentException($"A formula has no part of type {part.GetType().Name}.", nameof(part)),
    };
}
