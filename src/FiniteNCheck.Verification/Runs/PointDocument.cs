using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;

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
    long StateSize)
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
            result.StateSize),
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
}
