using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Occupation;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Program;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>What a run in the occupation basis needs, known before anything large is allocated.</summary>
internal static class OccupationEstimate
{
    // Seconds of one thread, per number and term, and per row and term, of one application of the generator.
    private const double SecondsPerTerm = 0.35e-9;
    private const double SecondsPerRowAndTerm = 4e-9;

    // Per number and norm, one of which is taken for so many applications; per cell and displacement when sources are found.
    private const double SecondsPerNorm = 6e-9;
    private const double ApplicationsPerNorm = 8;
    private const double SecondsPerSource = 60e-9;

    // Smooth drives: steps of order four are taken twice, as a whole and in halves, and in shorter ones than the spectrum asks for.
    private const double PassesOfSmoothDrives = 8;

    // The start of a run is mostly compilation.
    private const double SecondsToStart = 0.3;

    // A cell, a row, and a place of a source.
    private const double BytesPerCell = 90;
    private const double BytesPerRow = 8;
    private const double BytesPerSource = 4;

    /// <summary>Estimates a run.</summary>
    /// <param name="space">The reduced system.</param>
    /// <param name="end">The end of the run.</param>
    /// <param name="times">The number of output times.</param>
    /// <param name="options">The options of the run.</param>
    public static RunEstimate Of(OccupationSpace space, double end, int times, ExactOptions options)
    {
        SpaceSize size = space.Size;
        int displacements = space.Terms.Select(Displacement).Distinct(StringComparer.Ordinal).Count();
        double tables = 8.0 * space.Order.Counts.Length * space.Tables;
        double bytes = (8 * space.Numbers * (ChebyshevPropagator.VectorsHeld + (space.Parts.Length > 1 ? DrivenSteps.VectorsHeld : 0)))
            + (size.Cells * (BytesPerCell + (2 * space.Order.OffDiagonalBins.Length) + (BytesPerSource * displacements)))
            + (BytesPerRow * size.Rows)
            + (2 * tables);
        (double decay, double oscillation) = (0, 0);
        foreach (SpectralBounds bounds in space.Parts.Select(part => SpectralBounds.Of(part, space.Order.Counts)))
        {
            (decay, oscillation) = (decay + bounds.Decay, oscillation + bounds.Oscillation);
        }

        double planes = space.Numbers / size.Numbers;
        double perApplication = planes
            * ((space.Terms.Length * ((SecondsPerTerm * size.Numbers) + (SecondsPerRowAndTerm * size.Rows)))
                + (SecondsPerNorm / ApplicationsPerNorm * size.Numbers));
        bool isSmooth = space.Parts.Any(part => part.Drive is { IsStepwise: false });
        double passes = isSmooth ? PassesOfSmoothDrives : 1;
        double applications = passes * (20 + (end * ((decay / 2) + (space.Order.OffDiagonalBins.IsEmpty ? 0 : oscillation))));
        double work = (applications * perApplication)
            + (SecondsPerSource * size.Cells * displacements)
            + ((times + 1) * SecondsPerNorm * space.Numbers);
        double seconds = SecondsToStart + (work / options.ThreadCount);
        return new RunEstimate(space.Numbers, bytes, options.AvailableMemory, seconds) { Applications = applications };

        string Displacement(Occupation.Terms.WeightedTerm term) =>
            string.Join(' ', space.Order.OffDiagonalBins.Select(bin => term.Displacement[bin]));
    }
}
