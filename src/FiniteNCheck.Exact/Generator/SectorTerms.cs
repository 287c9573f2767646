using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Everything that feeds one sector, decomposed into terms <c>w(r) v(c) x(r', c')</c> or <c>i w(r) v(c) x(r', c')</c> with real weights,
/// and the weights as kernels read them: one number per state for real elements, a pair per state with signs for complex ones.
/// </summary>
internal sealed class SectorTerms
{
    private readonly Dictionary<(double[] Values, Form Form), int> offsets = [];
    private readonly bool isComplex;
    private readonly Range states;
    private int count;

    private SectorTerms(Sector target, bool isComplex, Range states)
    {
        Target = target;
        this.isComplex = isComplex;
        this.states = states;
    }

    // The signs of a pair of weights: those of x, of conj x, and of i x on exchanged parts. Those of i conj x are plain again.
    private enum Form
    {
        Plain,
        Conjugated,
        Imaginary,
    }

    /// <summary>The sector that the terms feed.</summary>
    public Sector Target { get; }

    /// <summary>The terms: products before single weights, and in either group terms with a factor <c>i</c> last.</summary>
    public ImmutableArray<Term> Terms { get; private set; }

    /// <summary>The weights of all terms.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Builds the terms of <c>G rho + rho G+ + sum_K K rho K+</c>.</summary>
    /// <param name="target">The sector that the terms feed.</param>
    /// <param name="drift">The operator <c>G</c>, or <see langword="null"/> for none.</param>
    /// <param name="incoming">The Kraus factors that lead to the sector.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="states">The rows and columns for which weights are needed.</param>
    /// <exception cref="InvalidOperationException">A real state was chosen for a generator with complex elements.</exception>
    public static SectorTerms Build(
        Sector target, BandOperator? drift, IEnumerable<SectorMap> incoming, Representation representation, Range states)
    {
        var sector = new SectorTerms(target, representation == Representation.Complex, states);
        List<Term> terms = [];
        foreach (SectorMap map in incoming)
        {
            foreach (Shift row in map.Shifts)
            {
                foreach (Shift column in map.Shifts)
                {
                    sector.AddProduct(terms, map.Source, row, column);
                }
            }
        }

        foreach ((int offset, Complex[] elements) in drift?.Bands ?? new Dictionary<int, Complex[]>())
        {
            Shift band = JumpFactors.Band(target.Dimension, offset, elements);
            sector.AddSingle(terms, band, byColumn: false);
            sector.AddSingle(terms, band, byColumn: true);
        }

        // For populations imaginary terms cancel: the diagonal of -iH against its conjugate.
        if (representation == Representation.Real && terms.Exists(term => term.IsImaginary))
        {
            throw new InvalidOperationException("A real representation was chosen for a generator with complex elements.");
        }

        sector.Terms =
        [
            .. terms.Where(term => sector.isComplex || !term.IsImaginary)
                .OrderBy(term => (term.IsProduct ? 0 : 2) + (term.IsImaginary ? 1 : 0)),
        ];
        sector.WriteWeights();
        sector.offsets.Clear();
        return sector;
    }

    /// <summary>Whether the weights of a term are zero at an element.</summary>
    /// <param name="term">The term.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public bool Vanishes(Term term, int row, int column)
    {
        return Weights[term.Weight + ((term.IsByColumn ? column : row) * Width)] == 0
            || (term.IsProduct && Weights[term.ColumnWeight + (column * Width)] == 0);
    }

    // K_r conj(K_c), by real and imaginary parts.
    private void AddProduct(List<Term> terms, Sector source, Shift row, Shift column)
    {
        Add(row.Re, column.Re, imaginary: false);
        if (!row.IsReal)
        {
            Add(row.Im, column.Re, imaginary: true);
        }

        if (!column.IsReal)
        {
            Add(Negative(row.Re), column.Im, imaginary: true);
        }

        if (!row.IsReal && !column.IsReal)
        {
            Add(row.Im, column.Im, imaginary: false);
        }

        void Add(double[] first, double[] second, bool imaginary) => terms.Add(new Term(
            source,
            row,
            column,
            Place(first, imaginary ? Form.Imaginary : Form.Plain),
            Place(first, imaginary ? Form.Plain : Form.Conjugated),
            Place(second, Form.Plain),
            imaginary));
    }

    private void AddSingle(List<Term> terms, Shift band, bool byColumn)
    {
        if (Array.Exists(band.Re, value => value != 0))
        {
            Add(band.Re, imaginary: false);
        }

        if (!band.IsReal)
        {
            Add(byColumn ? Negative(band.Im) : band.Im, imaginary: true);
        }

        void Add(double[] values, bool imaginary) => terms.Add(new Term(
            Target,
            byColumn ? null : band,
            byColumn ? band : null,
            Place(values, imaginary ? Form.Imaginary : Form.Plain),
            Place(values, imaginary ? Form.Plain : Form.Conjugated),
            Term.None,
            imaginary));
    }

    private int Width => isComplex ? 2 : 1;

    // Returns the offset at which the weight of state 0 lies, or would lie if it were needed.
    private int Place(double[] values, Form form)
    {
        if (!isComplex)
        {
            form = Form.Plain;
        }

        if (offsets.TryGetValue((values, form), out int at))
        {
            return at;
        }

        (int first, int length) = states.GetOffsetAndLength(values.Length);
        at = count - (first * Width);
        count += length * Width;
        offsets.Add((values, form), at);
        return at;
    }

    private void WriteWeights()
    {
        Weights = new double[count + StateLayout.Guard];
        foreach (((double[] values, Form form), int at) in offsets)
        {
            (int first, int length) = states.GetOffsetAndLength(values.Length);
            for (int state = first; state < first + length; state++)
            {
                int weight = at + (state * Width);
                Weights[weight] = form == Form.Imaginary ? -values[state] : values[state];
                if (isComplex)
                {
                    Weights[weight + 1] = form == Form.Conjugated ? -values[state] : values[state];
                }
            }
        }
    }

    private static double[] Negative(double[] values) => Array.ConvertAll(values, value => -value);
}
