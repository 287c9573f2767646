using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Generator;

/// <summary>The terms of a generator, resolved for the strips of a layout and ready to run. Serves one caller at a time.</summary>
internal sealed class StripProgram
{
    private readonly Segment[] segments;
    private readonly int[] offsets;
    private readonly (int From, int To)[] jobs;
    private readonly WorkShare work;
    private readonly Action<int, int> runJobs;
    private StripUpdate current;

    /// <summary>Resolves the terms.</summary>
    /// <param name="source">The layout of the states to read.</param>
    /// <param name="targets">The strips to compute, sector by sector, with offsets of their own.</param>
    /// <param name="termsOf">The terms of each sector.</param>
    /// <param name="threads">The number of threads.</param>
    public StripProgram(StateLayout source, IEnumerable<Strip> targets, Func<Sector, SectorTerms> termsOf, int threads)
    {
        var builder = new SegmentBuilder(source, targets, termsOf);
        segments = [.. builder.Segments];
        offsets = [.. builder.Offsets];
        jobs = [.. builder.Jobs];
        runJobs = RunJobs;
        work = new WorkShare([.. jobs.Select(job => segments[job.From..job.To].Sum(segment => segment.Cost))], threads);
    }

    /// <summary>Computes an update on all strips.</summary>
    /// <param name="update">What to compute.</param>
    public void Run(in StripUpdate update)
    {
        // Passed in a field, so that nothing is allocated per application.
        current = update;
        work.Run(runJobs);
    }

    private void RunJobs(int from, int to)
    {
        StripUpdate whole = current;
        StripUpdate increment = current with { Increments = true };
        for (int s = jobs[from].From; s < jobs[to - 1].To; s++)
        {
            ref readonly Segment segment = ref segments[s];
            ref readonly StripUpdate update = ref segment.Increments ? ref increment : ref whole;
            var terms = new TermList(offsets.AsSpan(segment.FirstOffset), segment.Counts);
            if (segment.Second.Length > 0)
            {
                PairKernel.Run(in update, segment.Weights, terms, segment.First, segment.Second);
            }
            else
            {
                StripKernel.Run(in update, segment.Weights, terms, segment.First);
            }
        }
    }
}
