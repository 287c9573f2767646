using System.Text.Json;
using System.Text.Json.Serialization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Verification.Runs;

/// <summary>An exact result as a JSON object. Every number round-trips to the same bits.</summary>
/// <param name="Identity">The text of the <see cref="PointIdentity"/>.</param>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The number of spins of each block.</param>
/// <param name="Times">The times.</param>
/// <param name="Mean"><c>[time][observable]</c>.</param>
/// <param name="Covariance"><c>[time][observable][observable]</c>.</param>
/// <param name="Checks">One per time.</param>
/// <param name="Method">How the numbers were obtained.</param>
/// <param name="Steps">Accepted integration steps.</param>
/// <param name="StateSize">Real numbers held by the state.</param>
/// <param name="Functions">The functions of the state; left out where there are none.</param>
internal sealed record PointDocument(
    string Identity,
    int N,
    int[] Spins,
    double[] Times,
    double[][] Mean,
    double[][][] Covariance,
    ExactChecks[] Checks,
    string Method,
    long Steps,
    long StateSize,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PointDocument.Series[]? Functions = null)
{
    /// <summary>Writes the object of a result.</summary>
    /// <param name="identity">The text of its identity.</param>
    /// <param name="result">The result.</param>
    public static string Write(string identity, ExactResult result) => JsonSerializer.Serialize(
        new PointDocument(
            identity,
            result.N,
            [.. result.Spins],
            [.. result.Moments.Times],
            [.. result.Moments.Mean],
            [.. result.Moments.Covariance.Select(Rows)],
            [.. result.Checks],
            result.Method,
            result.Steps,
            result.StateSize,
            result.Functions.IsDefaultOrEmpty ? null : [.. result.Functions.Select(Series.Of)]),
        PointJson.Plain.PointDocument);

    /// <summary>Reads a result; <see langword="null"/> if the text is malformed or belongs to another point.</summary>
    /// <param name="json">The object.</param>
    /// <param name="identity">The text of the expected identity.</param>
    public static ExactResult? Read(string json, string identity)
    {
        try
        {
            return
                JsonSerializer.Deserialize(json, PointJson.Plain.PointDocument) is { } document
                && string.Equals(document.Identity, identity, StringComparison.Ordinal)
                ? document.ToResult()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ExactResult ToResult() => new()
    {
        N = N,
        Spins = [.. Spins],
        Moments = new MomentSeries([.. Times], [.. Mean], [.. Covariance.Select(Matrix)]),
        Checks = [.. Checks],
        Method = Method,
        Steps = Steps,
        StateSize = StateSize,
        Functions = [.. (Functions ?? []).Select(each => each.ToSeries())],
    };

    private static double[][] Rows(double[,] matrix) =>
    [
        .. Enumerable
            .Range(0, matrix.GetLength(0))
            .Select(a => Enumerable.Range(0, matrix.GetLength(1)).Select(b => matrix[a, b]).ToArray()),
    ];

    private static double[,] Matrix(double[][] rows)
    {
        double[,] matrix = new double[rows.Length, rows.Length];
        for (int a = 0; a < rows.Length; a++)
        {
            for (int b = 0; b < rows.Length; b++)
            {
                matrix[a, b] = rows[a][b];
            }
        }

        return matrix;
    }

    /// <summary>The values of a function of the state.</summary>
    /// <param name="Function">Its name in formulas.</param>
    /// <param name="Names">The observables or blocks that it names.</param>
    /// <param name="Value">The value whose probability it is, for probabilities.</param>
    /// <param name="Values">One per time.</param>
    /// <param name="Errors">Bounds of their errors.</param>
    internal sealed record Series(string Function, string[] Names, double Value, double[] Values, double[] Errors)
    {
        /// <summary>Writes a series down.</summary>
        /// <param name="series">The series.</param>
        public static Series Of(StateFunctionSeries series)
        {
            (string function, string[] names, double value) = series.Function switch
            {
                Cumulant cumulant => ("cumulant", [.. cumulant.Observables], 0),
                LogarithmicNegativity of => ("lognegativity", [of.First, of.Second], 0),
                Probability of => ("probability", [of.Observable], of.Value),
                Purity => ("purity", [], 0.0),
                Entropy => ("entropy", (string[])[], 0.0),
                SlowestMode of => (of.IsFrequency ? "gapfrequency" : "gap", [], 0.0),
                TimeCorrelation of => (of.IsResponse ? "response" : "twotime", [of.Later, of.Earlier], 0.0),
                WeylFunction of => (of.IsImaginary ? "weylimaginary" : "weyl", [of.Triple.Text], 0.0),
                _ => throw new ArgumentOutOfRangeException(nameof(series), series.Function, "Unknown function."),
            };
            return new Series(function, names, value, [.. series.Values], [.. series.Errors]);
        }

        /// <summary>The series.</summary>
        /// <exception cref="JsonException">There is no such function.</exception>
        public StateFunctionSeries ToSeries() => new(ToFunction(), [.. Values], [.. Errors]);

        private StateFunction ToFunction() => (Function, Names) switch
        {
            ("cumulant", _) => new Cumulant([.. Names]),
            ("lognegativity", [var first, var second]) => new LogarithmicNegativity(first, second),
            ("probability", [var observable]) => new Probability(observable, Value),
            ("purity", []) => new Purity(),
            ("entropy", []) => new Entropy(),
            ("gap", []) => new SlowestMode(IsFrequency: false),
            ("gapfrequency", []) => new SlowestMode(IsFrequency: true),
            ("twotime", [var later, var earlier]) => new TimeCorrelation(later, earlier, IsResponse: false),
            ("response", [var later, var earlier]) => new TimeCorrelation(later, earlier, IsResponse: true),
            ("weyl", [var triple]) => new WeylFunction(TripleOf(triple), IsImaginary: false),
            ("weylimaginary", [var triple]) => new WeylFunction(TripleOf(triple), IsImaginary: true),
            _ => throw new JsonException($"There is no function {Function} of {Names.Length} names."),
        };

        private static WeylTriple TripleOf(string text) =>
            WeylTriple.Parse(text, out string problem) ?? throw new JsonException($"In the Weyl triple '{text}' {problem}.");
    }
}
