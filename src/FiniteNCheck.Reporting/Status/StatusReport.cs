using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Reporting.Status;

/// <summary>How far a run directory has come.</summary>
/// <param name="Directory">The run directory.</param>
/// <param name="Status">Its points.</param>
/// <param name="Provenance">Who looked.</param>
public sealed record StatusReport(string Directory, RunStatus Status, Provenance Provenance)
{
    private const int MaxRows = 20;

    /// <summary>A table for people: counts, then the points that run, the first that failed and the first that are missing.</summary>
    /// <param name="style">Colour and width.</param>
    public string ToTable(TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Line($"Run directory {Directory}: {Status.Points.Length} points, planned by version {Status.Version}");
        page.Line(
            $"{Count(PointState.Done)}, {Count(PointState.Running)}, {Count(PointState.Failed)}, "
                + $"{Count(PointState.Missing)}; left: {Numeral.Duration(Status.SecondsLeft)} of one thread, roughly");
        List(
            page,
            PointState.Running,
            ["<point", "<host", "process", "<since"],
            point => [point.Point, point.Holder!.Host, $"{point.Holder.Process}", $"{point.Holder.Since:yyyy-MM-dd HH:mm:ss}"]);
        ListFailures(page);
        List(
            page,
            PointState.Missing,
            ["<point", "time, roughly", "<checkpoint"],
            point => [point.Point, Numeral.Duration(point.Seconds), point.HasCheckpoint ? "yes" : "no"]);
        return page.ToString();
    }

    /// <summary>
    /// Comma-separated values with the columns
    /// <c>id, point, state, seconds, host, process, since, checkpoint, error</c>.
    /// </summary>
    public string ToCsv()
    {
        CsvText csv = new("id", "point", "state", "seconds", "host", "process", "since", "checkpoint", "error");
        foreach (PointStatus point in Status.Points)
        {
            csv.Row(
                point.Id,
                point.Point,
                Digits.Lower(point.State),
                Digits.Full(point.Seconds),
                point.Holder?.Host ?? "",
                point.Holder is { } holder ? $"{holder.Process}" : "",
                point.Holder is { } since ? $"{since.Since:O}" : "",
                point.HasCheckpoint ? "yes" : "no",
                point.Error ?? "");
        }

        return csv.ToString();
    }

    /// <summary>One JSON document: <c>directory, version, done, running, failed, missing, secondsLeft, points</c>.</summary>
    public string ToJson() => JsonText.Document(json =>
    {
        json.WriteString("directory", Directory);
        json.WriteString("version", Status.Version);
        foreach (PointState state in Enum.GetValues<PointState>())
        {
            json.WriteNumber(Digits.Lower(state), Status.Count(state));
        }

        json.WriteReal("secondsLeft", Status.SecondsLeft);
        json.WriteArray("points", Status.Points, point =>
        {
            json.WriteStartObject();
            json.WriteString("id", point.Id);
            json.WriteString("point", point.Point);
            json.WriteString("state", Digits.Lower(point.State));
            json.WriteReal("seconds", point.Seconds);
            json.WriteString("host", point.Holder?.Host);
            json.WriteReal("process", point.Holder?.Process);
            json.WriteString("since", point.Holder is { } holder ? $"{holder.Since:O}" : null);
            json.WriteBoolean("checkpoint", point.HasCheckpoint);
            json.WriteString("error", point.Error);
            json.WriteEndObject();
        });
        json.WriteProvenance(Provenance);
    });

    private string Count(PointState state) => $"{Status.Count(state)} {Digits.Lower(state)}";

    /// <summary>The reasons for failures, each with its first point.</summary>
    private void ListFailures(TextPage page)
    {
        foreach (
            IGrouping<string, PointStatus> group in Status
                .Points.Where(point => point.State == PointState.Failed)
                .GroupBy(point => point.Error!, StringComparer.Ordinal)
                .Take(MaxRows))
        {
            page.Line();
            page.Line(
                "Failed: "
                    + $"{group.First().Point}{(group.Count() > 1 ? $", and {group.Count() - 1} more for the same reason" : "")}: "
                    + $"{group.Key}");
        }
    }

    private void List(TextPage page, PointState state, string[] columns, Func<PointStatus, string[]> row)
    {
        PointStatus[] points = [.. Status.Points.Where(point => point.State == state)];
        if (points.Length == 0)
        {
            return;
        }

        page.Line();
        page.Line($"{char.ToUpperInvariant(Digits.Lower(state)[0])}{Digits.Lower(state)[1..]}:");
        page.Table(columns, points.Take(MaxRows).Select(row));
        if (points.Length > MaxRows)
        {
            page.Line($"... and {points.Length - MaxRows} more; --format csv or json has all.");
        }
    }
}
