namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// The points that the latest run in a directory was to compute: <c>status</c> reads them, so that it needs no study file.
/// </summary>
/// <param name="Version">The version of the program.</param>
/// <param name="Points">The points.</param>
internal sealed record PlanDocument(string Version, PlanDocument.Entry[] Points)
{
    /// <summary>One point.</summary>
    /// <param name="Id">Its name.</param>
    /// <param name="Point">The point in words.</param>
    /// <param name="Seconds">Estimated seconds of one thread.</param>
    internal sealed record Entry(string Id, string Point, double Seconds);

    /// <summary>Creates the document of a plan.</summary>
    /// <param name="plan">Its points.</param>
    public static PlanDocument Of(IEnumerable<RunPoint> plan) =>
        new(PointIdentity.ProgramVersion, [.. plan.Select(point => new Entry(point.Id, $"{point}", point.Seconds))]);
}
