using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Everything that feeds one sector, taken apart into real terms <c>w(r) v(c) x(r', c')</c> or <c>i w(r) v(c) x(r', c')</c>, and the weights in the form that
/// kernels read: one number per state for real elements; a pair per state, signs included, for complex ones.
/// </summary>
internal sealed class SectorTerms
{
    private readonly Dictionary<(double[] Values, Form Form), int> placed = [];
    private readonly bool isComplex;
    private readonly Range states;
    private int count;

    private SectorTerms(Sector target, bool isComplex, Range states)
    {
        Target = target;
        this.isComplex = isComplex;
        this.states = states;
    }

    // How a pair of weights meets the pair of an element: x, conj x, i x and i conj x, the last two on exchanged parts.
    private enum Form
    {
        Plain,
        Conjugated,
        Turned,
    }

    /// <summary>The sector that is fed.</summary>
    public Sector Target { get; }

    /// <summary>The terms: products before single weights, terms with a factor <c>i</c> last in either group.</summary>
    public ImmutableArray<Term> Terms { get; private set; }

    /// <summary>The weights of all terms.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>The terms of <c>G rho + rho G+ + sum_K K rho K+</c>.</summary>
    /// <param name="target">The sector that is fed.</param>
    /// <param name="drift">The operator <c>G</c>, or <see langword="null"/> for none.</param>
    /// <param name="incoming">The Kraus factors that lead to the sector.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="states">The rows and columns whose weights are wanted.</param>
    /// <exception cref="InvalidOperationException">A real state was chosen for a generator with complex elements.</exception>
    public static SectorTerms Of(Sector target, BandOperator? drift, IEnumerable<SectorMap> incoming, Representation representation, Range states)
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

        // Populations drop them: the diagonal of -iH cancels against its conjugate.
        if (representation == Representation.Real && terms.Exists(term => term.IsTurned))
        {
            throw new InvalidOperationException("A real representation was chosen for a generator with complex elements.");
        }

        sector.Terms = [.. terms.Where(term => sector.isComplex || !term.IsTurned).OrderBy(term => (term.IsProduct ? 0 : 2) + (term.IsTurned ? 1 : 0))];
        sector.Write();
        sector.placed.Clear();
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

    // K_r conj(K_c) with real and imaginary parts apart.
    private void AddProduct(List<Term> terms, Sector source, Shift row, Shift column)
    {
        Add(row.Re, column.Re, turned: false);
        if (!row.IsReal)
        {
            Add(row.Im, column.Re, turned: true);
        }

        if (!column.IsReal)
        {
            Add(Negative(row.Re), column.Im, turned: true);
        }

        if (!row.IsReal && !column.IsReal)
        {
            Add(row.Im, column.Im, turned: false);
        }

        void Add(double[] first, double[] second, bool turned) => terms.Add(new Term(
            source, row, column, Place(first, turned ? Form.Turned : Form.Plain), Place(first, turned ? Form.Plain : Form.Conjugated),
            Place(second, Form.Plain), turned));
    }

    private void AddSingle(List<Term> terms, Shift band, bool byColumn)
    {
        if (Array.Exists(band.Re, value => value != 0))
        {
            Add(band.Re, turned: false);
        }

        if (!band.IsReal)
        {
            Add(byColumn ? Negative(band.Im) : band.Im, turned: true);
        }

        void Add(double[] values, bool turned) => terms.Add(new Term(
            Target, byColumn ? null : band, byColumn ? band : null, Place(values, turned ? Form.Turned : Form.Plain),
            Place(values, turned ? Form.Plain : Form.Conjugated), Term.None, turned));
    }

    private int Width => isComplex ? 2 : 1;

    private int Place(double[] values, Form form)
    {
        if (!isComplex)
        {
            form = Form.Plain;
        }

        if (placed.TryGetValue((values, form), out int at))
        {
            return at;
        }

        // State 0 would lie here, were it wanted.
        (int first, int length) = states.GetOffsetAndLength(values.Length);
        at = count - (first * Width);
        count += length * Width;
        placed.Add((values, form), at);
        return at;
    }

    private void Write()
    {
        Weights = new double[count + State.StateLayout.Guard];
        foreach (((double[] values, Form form), int at) in placed)
        {
            (int first, int length) = states.GetOffsetAndLength(values.Length);
            for (int state = first; state < first + length; state++)
            {
                int weight = at + (state * Width);
                Weights[weight] = form == Form.Turned ? -values[state] : values[state];
                if (isComplex)
                {
                    Weights[weight + 1] = form == Form.Conjugated ? -values[state] : values[state];
                }
            }
        }
    }

    private static double[] Negative(double[] values) => Array.ConvertAll(values, value => -value);
}
