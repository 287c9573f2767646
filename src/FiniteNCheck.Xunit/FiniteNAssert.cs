using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Verification.Reference;
using Xunit.Sdk;

namespace FiniteNCheck.Xunit;

/// <summary>
/// Assertions for xunit tests about numbers at finite N. Each returns its findings, and on failure throws an
/// <see cref="XunitException"/> that shows them.
/// </summary>
public static class FiniteNAssert
{
    /// <summary>
    /// Asserts that values at growing sizes converge like <c>q(N) = q_inf + a N^-p</c>: the order p lies in the observed interval, which is
    /// narrow enough to exclude <c>p - 1/2</c>, and the given limit lies within the uncertainty of the observed one. Neither enters the
    /// extrapolation (<see cref="LadderReader"/>), and the verdict follows the rules of a study (<see cref="ElementJudge"/>).
    /// </summary>
    /// <param name="sizes">The sizes N, positive and strictly increasing; at least four, preferably six or more and large.</param>
    /// <param name="values">The values q(N), finite, one per size.</param>
    /// <param name="order">The order p, at least 1/2.</param>
    /// <param name="limit">The limit, or <see langword="null"/> to accept any.</param>
    /// <param name="valueError">An error bound of every value, finite and non-negative; rounding need not be included.</param>
    /// <param name="resolution">The largest acceptable uncertainty of the limit, relative to <c>max(1, |limit|)</c>.</param>
    /// <returns>The observed limit and order.</returns>
    /// <exception cref="XunitException">The values contradict the limit or the order, or leave it undecided.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, or a number is outside its range.</exception>
    public static LadderReading Converges(
        IReadOnlyList<int> sizes,
        IReadOnlyList<double> values,
        double order,
        double? limit = null,
        double valueError = 0,
        double resolution = Study.DefaultResolution)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(values);
        if (sizes.Count != values.Count)
        {
            throw new ArgumentException($"{sizes.Count} sizes and {values.Count} values: give one value per size.", nameof(values));
        }

        if (!(order >= LadderReading.RivalOrder && double.IsFinite(order)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(order),
                order,
                $"An order is at least {LadderReading.RivalOrder}: "
                + "values of a lower one are not told from values that do not settle.");
        }

        LadderReading reading = LadderReader.Read(
            [.. sizes.Zip(values, (n, value) => new LadderPoint(n, n, value, valueError, DroppedBecause: null))]);
        return ConvergenceFailure.Reason(reading, order, limit, resolution) is { } reason
            ? throw new XunitException(ConvergenceFailure.Message(reading, order, limit, reason))
            : reading;
    }

    /// <summary>
    /// Asserts that a table of numbers agrees with a reference file, every column within the tolerances that the file states
    /// (<see cref="ReferenceComparer"/>). If it does not, or if there is no file yet, the numbers are written next to it as
    /// <c>*.received.csv</c>. To accept them, rename that file.
    /// </summary>
    /// <param name="verifiedPath">The file <c>*.verified.csv</c>; a relative path starts at the folder of the calling source file.</param>
    /// <param name="obtained">The table. Columns are matched by name, rows by position.</param>
    /// <param name="callerPath">Filled in by the compiler.</param>
    /// <returns>The result of the comparison.</returns>
    /// <exception cref="XunitException">
    /// Numbers, columns, units or rows disagree, or there is no file yet. The message is the table of differences.
    /// </exception>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static ReferenceComparison AgreesWithReference(
        string verifiedPath, ReferenceTable obtained, [CallerFilePath] string callerPath = "")
    {
        ArgumentNullException.ThrowIfNull(verifiedPath);
        string path = Path.Combine(Path.GetDirectoryName(callerPath) ?? string.Empty, verifiedPath);
        try
        {
            return ReferenceComparer.Check(path, obtained);
        }
        catch (ReferenceMismatchException mismatch)
        {
            throw new XunitException(
                $"{nameof(FiniteNAssert)}.{nameof(AgreesWithReference)}() Failure: {mismatch.Message}", mismatch);
        }
    }

    /// <summary>Runs a study and asserts that each of its predictions gets the verdict that the study expects.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">The options of the run, or <see langword="null"/> for the defaults.</param>
    /// <returns>All findings of the study.</returns>
    /// <exception cref="XunitException">A verdict differs from the expected one; the message lists each with its reason.</exception>
    /// <exception cref="InputException">The study or its model is invalid, or a size does not fit in memory.</exception>
    public static StudyFinding ComesOutAsExpected(Study study, StudyOptions? options = null)
    {
        StudyFinding finding = StudyRunner.Run(study, options);
        ImmutableArray<PredictionFinding> unexpected =
            [.. finding.Predictions.Where(prediction => prediction.Verdict != prediction.Expected)];
        if (unexpected.IsEmpty)
        {
            return finding;
        }

        string summary = $"{nameof(FiniteNAssert)}.{nameof(ComesOutAsExpected)}() Failure: "
            + $"{unexpected.Length} of {finding.Predictions.Length} verdicts of study '{finding.Study}' are not the expected ones";
        throw new XunitException(string.Join(Environment.NewLine, unexpected.Select(Line).Prepend(summary)));
    }

    /// <summary>
    /// Asserts that exact results at growing N confirm a prediction: every predicted number is the limit of its ladder, approached at the
    /// claimed order (<see cref="Prediction.Assertion"/>).
    /// </summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="model">The model.</param>
    /// <param name="ladder">The ladder values n, at least four, strictly increasing.</param>
    /// <param name="times">The times, positive and strictly increasing.</param>
    /// <param name="options">The options of the run, or <see langword="null"/> for the defaults.</param>
    /// <returns>What was found of the prediction.</returns>
    /// <exception cref="XunitException">The prediction is refuted or left undecided; the message says why.</exception>
    /// <exception cref="InputException">Model, ladder, times or prediction are invalid, or a size does not fit in memory.</exception>
    /// <example><code>
    /// FiniteNAssert.Confirms(Prediction.MeanField, model, ladder: [8, 12, 16, 24, 32], times: [0.5, 1]);
    /// </code></example>
    public static PredictionFinding Confirms(
        Prediction prediction,
        CollectiveModel model,
        IReadOnlyList<int> ladder,
        IReadOnlyList<double> times,
        StudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        Study study = new() { Model = model, Ladder = [.. ladder], Times = [.. times], Predictions = [new(prediction)] };
        PredictionFinding finding = StudyRunner.Run(study, options).Predictions[0];
        return finding.Verdict == Verdict.Confirmed
            ? finding
            : throw new XunitException($"{nameof(FiniteNAssert)}.{nameof(Confirms)}() Failure: {Line(finding)}");
    }

    /// <summary>Asserts that exact results at growing N confirm what a function predicts: limits, approached at order 1.</summary>
    /// <param name="name">The name of the prediction, for messages.</param>
    /// <param name="program">The function: numbers for some of the quantities that it is asked for, one per time.</param>
    /// <param name="model">The model.</param>
    /// <param name="ladder">The ladder values n, at least four, strictly increasing.</param>
    /// <param name="times">The times, positive and strictly increasing.</param>
    /// <param name="options">The options of the run, or <see langword="null"/> for the defaults.</param>
    /// <returns>What was found of the prediction.</returns>
    /// <exception cref="XunitException">The prediction is refuted or left undecided; the message says why.</exception>
    /// <exception cref="InputException">
    /// Model, ladder, times or predicted numbers are invalid, or a size does not fit in memory.
    /// </exception>
    /// <example><code>
    /// FiniteNAssert.Confirms(
    ///     "my decay",
    ///     request => new PredictedValues(new Dictionary&lt;string, IReadOnlyList&lt;double?&gt;&gt;
    ///     {
    ///         ["z.all"] = [.. request.Times.Select(time => (double?)Math.Exp(-time))],
    ///     }),
    ///     model,
    ///     ladder: [8, 12, 16, 24, 32],
    ///     times: [0.5, 1]);
    /// </code></example>
    public static PredictionFinding Confirms(
        string name,
        Func<PredictionRequest, PredictedValues> program,
        CollectiveModel model,
        IReadOnlyList<int> ladder,
        IReadOnlyList<double> times,
        StudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Confirms(new ProgramPrediction(name, (request, _) => program(request)), model, ladder, times, options);
    }

    private static string Line(PredictionFinding prediction)
    {
        string expected = prediction.Expected.ToString().ToLowerInvariant();
        string found = prediction.Verdict.ToString().ToLowerInvariant();
        return $"{prediction.Prediction}: expected {expected}, found {found}: {prediction.Reason}";
    }
}
