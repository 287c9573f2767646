using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Generator.Kernels;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>The terms of a generator, resolved for a layout and ready to run. Serves one caller at a time.</summary>
internal sealed class OccupationProgram
{
    // Numbers of one job: its image stays in the cache next to the processor.
    private const int JobSize = 2048;

    // What it costs to find the terms of a cell, in numbers and terms.
    private const double CostPerCell = 8;

    [ThreadStatic]
    private static Scratch? scratchOfThread;

    private readonly OccupationLayout layout;
    private readonly double[] weights;
    private readonly KernelTerm[] terms;
    private readonly int[] classOf;
    private readonly (int Place, int Shift)[] rowFactors;
    private readonly int displacements;
    private readonly int[] sources;
    private readonly int[] starts;
    private readonly int[,] lists;
    private readonly int[] rowCounts;
    private readonly int[] columnCounts;
    private readonly (int Cell, int FromRow, int ToRow)[] jobs;
    private readonly int maxJob;
    private readonly WorkShare work;
    private readonly Action<int, int> runJobs;
    private StripUpdate current;

    /// <summary>Resolves the terms.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="weighted">The terms.</param>
    /// <param name="tables">Their weights.</param>
    /// <param name="threads">The number of threads.</param>
    public OccupationProgram(OccupationLayout layout, ImmutableArray<WeightedTerm> weighted, WeightTables tables, int threads)
    {
        this.layout = layout;
        var builder = new ProgramBuilder(layout, weighted, tables);
        (weights, terms, rowFactors) = (builder.Weights, [.. builder.Terms], [.. builder.RowFactors]);
        classOf = [.. terms.Select(term => TermClasses.Of(in term))];
        displacements = builder.Displacements;
        sources = builder.Sources();
        (starts, lists) = builder.RowStarts();
        (rowCounts, columnCounts) = builder.CountPlaces();
        PartWeights = [.. Enumerable.Repeat(1.0, 1 + weighted.Select(term => term.Part).DefaultIfEmpty(0).Max())];
        jobs = [.. Jobs()];
        maxJob = jobs.Max(job => Span(job).Length);
        work = new WorkShare([.. jobs.Select(job => (Span(job).Length + CostPerCell) * terms.Length)], threads);
        runJobs = RunJobs;
    }

    /// <summary>The factor of each part of the generator.</summary>
    public double[] PartWeights { get; }

    /// <summary>The number of terms, real and imaginary parts counted apart.</summary>
    public int Terms => terms.Length;

    /// <summary>The places of the counts of the columns at the first number of each row.</summary>
    public int[] ColumnCounts => columnCounts;

    /// <summary>The places of the counts of the rows at the first number of each row.</summary>
    public int[] RowCounts => rowCounts;

    /// <summary>Computes an update of all numbers.</summary>
    /// <param name="update">What to compute.</param>
    public void Run(in StripUpdate update)
    {
        // Passed in a field, so that nothing is allocated per application.
        current = update;
        work.Run(runJobs);
    }

    private IEnumerable<(int Cell, int FromRow, int ToRow)> Jobs()
    {
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
            int from = 0;
            for (int row = 1; row <= shape.Rows; row++)
            {
                if (row == shape.Rows || shape.Starts[row] - shape.Starts[from] >= JobSize)
                {
                    yield return (cell, from, row);
                    from = row;
                }
            }
        }
    }

    private (int At, int Length) Span((int Cell, int FromRow, int ToRow) job)
    {
        OccupationShape shape = layout.Shapes[layout.ShapeOf[job.Cell]];
        int first = shape.Starts[job.FromRow];
        int last = shape.Starts[job.ToRow - 1] + shape.Lengths[job.ToRow - 1];
        return (layout.Offsets[job.Cell] + first, last - first);
    }

    private void RunJobs(int from, int to)
    {
        Scratch scratch = scratchOfThread ??= new Scratch();
        scratch.Require(terms.Length, maxJob + (8 * OccupationLayout.Guard), rowFactors.Length);
        for (int job = from; job < to; job++)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Run<Lanes512, Vector512<double>>(jobs[job], scratch);
            }
            else
            {
                Run<Lanes256, Vector256<double>>(jobs[job], scratch);
            }
        }
    }

    private void Run<TLanes, T>((int Cell, int FromRow, int ToRow) job, Scratch scratch)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        TermClasses classes = Select(job.Cell, scratch.Terms);
        OccupationShape shape = layout.Shapes[layout.ShapeOf[job.Cell]];
        int first = shape.Starts[job.FromRow];
        int width = layout.Order.DiagonalCount;
        double[] factors = scratch.Factors;
        factors[0] = 1;
        for (int row = job.FromRow; row < job.ToRow; row++)
        {
            for (int f = 1; f < rowFactors.Length; f++)
            {
                factors[f] = shape.Occupations[(row * width) + rowFactors[f].Place] + rowFactors[f].Shift;
            }

            var input = new RowInput
            {
                X = current.X,
                Weights = weights,
                Starts = starts.AsSpan(Math.Min(row, starts.Length)),
                Factors = factors,
                Terms = scratch.Terms,
                Classes = classes,
                Length = shape.Lengths[row],
                Row = rowCounts[layout.FirstRows[job.Cell] + row],
                Column = columnCounts[layout.FirstRows[job.Cell] + row],
            };
            int at = shape.Starts[row] - first;
            if (layout.IsComplex)
            {
                RowKernel.RunComplex<TLanes, T>(in input, ref scratch.Real[at], ref scratch.Imaginary[at]);
            }
            else
            {
                RowKernel.Run<TLanes, T>(in input, ref scratch.Real[at]);
            }
        }

        (int start, int length) = Span(job);
        Finish<TLanes, T>(scratch.Real, (OccupationLayout.Guard + start, length));
        if (layout.IsComplex)
        {
            Finish<TLanes, T>(scratch.Imaginary, (OccupationLayout.Guard + layout.Plane + start, length));
        }
    }

    private void Finish<TLanes, T>(double[] image, (int At, int Length) span)
        where TLanes : struct, ILanes<T>
        where T : struct
    {
        for (int i = 0; i < span.Length; i += TLanes.Count)
        {
            current.Finish<TLanes, T>(TLanes.Load(ref image[0], (nuint)i), span, i);
        }
    }

    // The terms that do not vanish throughout the cell.
    private TermClasses Select(int cell, ActiveTerm[] active)
    {
        ReadOnlySpan<ushort> occupied = layout.OccupationsOf(cell);
        int shape = layout.ShapeOf[cell];
        int count = 0;
        TermClasses classes = default;
        for (int t = 0; t < terms.Length; t++)
        {
            ref readonly KernelTerm term = ref terms[t];
            int source = sources[(cell * displacements) + term.Displacement];
            double scale = term.Scale * PartWeights[term.Part];
            scale *= term.First.Bin < 0 ? 1 : occupied[term.First.Bin] + term.First.Shift;
            scale *= term.Second.Bin < 0 ? 1 : occupied[term.Second.Bin] + term.Second.Shift;
            if (scale == 0 || source < 0)
            {
                continue;
            }

            ref ActiveTerm place = ref active[count++];
            classes.Add(classOf[t]);
            int real = OccupationLayout.Guard + layout.Offsets[source >> 1];
            int imaginary = real + (layout.IsComplex ? layout.Plane : 0);
            double sign = (source & 1) == 0 ? 1 : -1;
            place.Scale = term.IsImaginary ? -sign * scale : scale;
            place.OtherScale = term.IsImaginary ? scale : sign * scale;
            (place.Source, place.OtherSource) = term.IsImaginary ? (imaginary, real) : (real, imaginary);
            place.Starts = lists[shape, term.RowShift];
            (place.Row, place.Column) = (term.Row, term.Column);
            (place.OfRow, place.OfRowToo) = (term.First.OfRow, term.Second.OfRow);
            (place.Ramp, place.RampPerLength) = (term.First.Ramp, term.First.RampPerLength);
            (place.SecondRamp, place.SecondRampPerLength) = (term.Second.Ramp, term.Second.RampPerLength);
        }

        return classes;
    }

    private sealed class Scratch
    {
        public ActiveTerm[] Terms { get; private set; } = [];

        public double[] Real { get; private set; } = [];

        public double[] Imaginary { get; private set; } = [];

        public double[] Factors { get; private set; } = [];

        public void Require(int terms, int numbers, int factors)
        {
            if (Terms.Length < terms)
            {
                Terms = new ActiveTerm[terms];
            }

            if (Real.Length < numbers)
            {
                (Real, Imaginary) = (new double[numbers], new double[numbers]);
            }

            if (Factors.Length < factors)
            {
                Factors = new double[factors];
            }
        }
    }
}
