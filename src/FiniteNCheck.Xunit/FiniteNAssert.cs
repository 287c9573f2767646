using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Verification.Verdicts;
using Xunit.Sdk;

namespace FiniteNCheck.Xunit;

/// <summary>Assertions for xunit tests about numbers at finite N. Each returns what it found, and throws an <see cref="XunitException"/> that shows it where it fails.</summary>
public static class FiniteNAssert
{
    /// <summary>
    /// Asserts that values at growing sizes approach a limit like <c>q(N) = q_inf + a N^-p</c>: the order p lies inside the observed interval,
    /// which is narrow enough to tell it from <c>p - 1/2</c>, and the stated limit inside the uncertainty of the observed one. Neither
    /// is put into the extrapolation (<see cref="LadderReader"/>), and the verdict is that of a study (<see cref="ElementJudge"/>).
    /// </summary>
    /// <param name="sizes">The sizes N, positive and strictly increasing; at least four, better six, and the larger the better.</param>
    /// <param name="values">The values q(N), finite, one per size.</param>
    /// <param name="order">The order p, at least 1/2.</param>
    /// <param name="limit">The limit; <see langword="null"/> where any will do.</param>
    /// <param name="valueError">A bound of the error of every value, finite and not negative; rounding need not be counted.</param>
    /// <param name="resolution">The largest uncertainty of the limit that still means something, relative to <c>max(1, |limit|)</c>.</param>
    /// <returns>The limit and the order that the values show.</returns>
    /// <exception cref="XunitException">The values do not show that limit or that order, or do not decide it.</exception>
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
            throw new ArgumentOutOfRangeException(nameof(order), order, $"An order is at least {LadderReading.RivalOrder}: values of a lower one are not told from values that do not settle.");
        }

        LadderReading reading = LadderReader.Read([.. sizes.Zip(values, (n, value) => new LadderPoint(n, n, value, valueError, DroppedBecause: null))]);
        return ConvergenceFailure.Reason(reading, order, limit, resolution) is { } reason
            ? throw new XunitException(ConvergenceFailure.Message(reading, order, limit, reason))
            : reading;
    }

    /// <summary>
    /// Asserts that a table of numbers agrees with a reference file, every column within the tolerances that the file states
    /// (<see cref="ReferenceComparer"/>). Where it does not, or there is no file yet, the numbers are written beside it as
    /// <c>*.received.csv</c>; to accept them, rename that file.
    /// </summary>
    /// <param name="verifiedPath">The file, <c>*.verified.csv</c>; a relative path counts from the folder of the calling source file.</param>
    /// <param name="obtained">The table. Columns are matched by name, rows by position.</param>
    /// <param name="callerPath">Filled in by the compiler.</param>
    /// <returns>How well they agree.</returns>
    /// <exception cref="XunitException">Numbers, columns, units or rows disagree, or there is no file yet; the message is the table of differences.</exception>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static ReferenceComparison AgreesWithReference(string verifiedPath, ReferenceTable obtained, [CallerFilePath] string callerPath = "")
    {
        ArgumentNullException.ThrowIfNull(verifiedPath);
        string path = Path.Combine(Path.GetDirectoryName(callerPath) ?? string.Empty, verifiedPath);
        try
        {
            return ReferenceComparer.Check(path, obtained);
        }
        catch (ReferenceMismatchException mismatch)
        {
            throw new XunitException($"{nameof(FiniteNAssert)}.{nameof(AgreesWithReference)}() Failure: {mismatch.Message}", mismatch);
        }
    }

    /// <summary>Runs a study and asserts that each of its predictions gets the verdict that the study expects.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How it is run; <see langword="null"/> for the defaults.</param>
    /// <returns>Everything that the study found.</returns>
    /// <exception cref="XunitException">A verdict is another one; the message has each with its reason.</exception>
    /// <exception cref="InputException">The study or its model says something that is not allowed, or a size does not fit in memory.</exception>
    public static StudyFinding ComesOutAsExpected(Study study, StudyOptions? options = null)
    {
        StudyFinding finding = StudyRunner.Run(study, options);
        ImmutableArray<PredictionFinding> otherwise = [.. finding.Predictions.Where(prediction => prediction.Verdict != prediction.Expected)];
        return otherwise.IsEmpty
            ? finding
            : throw new XunitException(string.Join(Environment.NewLine, otherwise.Select(Line).Prepend(
                $"{nameof(FiniteNAssert)}.{nameof(ComesOutAsExpected)}() Failure: {otherwise.Length} of {finding.Predictions.Length} verdicts of study '{finding.Study}' are not the expected ones")));
    }

    private static string Line(PredictionFinding prediction) =>
        $"{prediction.Prediction}: expected {prediction.Expected.ToString().ToLowerInvariant()}, found {prediction.Verdict.ToString().ToLowerInvariant()}: {prediction.Reason}";
}
