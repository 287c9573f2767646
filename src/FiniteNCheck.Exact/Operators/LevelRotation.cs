using System.Numerics;
using System.Runtime.InteropServices;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// A rotation of one spin J, <c>U = exp(i v.S)</c> with the sums <c>S_a</c> of Pauli matrices: it acts on any range of levels.
/// </summary>
/// <remarks>
/// A rotation about z takes the phase out of <c>v.S</c>, which leaves a real tridiagonal matrix A with eigenvalues between <c>-2J|v|</c>
/// and <c>2J|v|</c>. The Chebyshev series of <c>exp(i A)</c> is real up to factors <c>i^k</c>, needs some <c>2J|v|</c> terms and keeps
/// rounding small. Its term of order k moves a level by at most k, so that the rest of the spin does not enter.
/// </remarks>
internal sealed class LevelRotation
{
    // Complex columns that are turned together, so that what is held of them stays in the cache.
    private const int Tile = 16;
    private static readonly int Width = 2 * Tile / Vector<double>.Count;

    private readonly int dimension;
    private readonly double phase;
    private readonly double[] coefficients;

    // Of A over its largest eigenvalue, by level: the diagonal, and what links a level to the one below.
    private readonly double[] diagonal;
    private readonly double[] link;

    /// <summary>Prepares a rotation.</summary>
    /// <param name="twiceJ"><c>2J</c>.</param>
    /// <param name="v">The vector v.</param>
    public LevelRotation(int twiceJ, PauliVector v)
    {
        dimension = twiceJ + 1;
        double angle = v.Norm;
        PauliVector axis = angle == 0 ? v : (Math.Sin(angle) < 0 ? -1 / angle : 1 / angle) * v;
        Complex raise = PauliParts.Of(axis).Raise;
        phase = raise.Phase;
        coefficients = OscillationSeries.Coefficients(twiceJ * WithinHalfTurn(angle));
        double scale = 1 / Math.Max(1.0, twiceJ);
        diagonal = [.. Enumerable.Range(0, dimension).Select(a => scale * axis.Z * ((2 * a) - twiceJ))];
        link = [.. Enumerable.Range(0, dimension + 1).Select(a => scale * raise.Magnitude * Math.Sqrt(a * (twiceJ - a + 1.0)))];
    }

    /// <summary>By how many levels it spreads a state; what it moves further is below rounding.</summary>
    public int Reach => coefficients.Length - 1;

    /// <summary>The levels that a state of some levels reaches.</summary>
    /// <param name="levels">The levels.</param>
    public LevelRange From(LevelRange levels) => levels.Widen(Reach, dimension);

    /// <summary>
    /// Bound of the rounding in <c>U X</c> in trace norm, for a matrix X whose trace norm over all spins up to N/2 is at most 1.
    /// </summary>
    /// <param name="spins">The number of spins N.</param>
    /// <param name="v">The vector v.</param>
    /// <remarks>
    /// Each term of the series adds a few roundings to the columns of X, whose Frobenius norm is at most their trace norm; back to the
    /// trace norm it is <c>sqrt(N + 1)</c>. Phases <c>exp(i phi a)</c> are off by some epsilon times the levels they span.
    /// </remarks>
    public static double Rounding(int spins, PauliVector v)
    {
        const double Epsilon = 2.220446049250313e-16;
        int terms = OscillationSeries.Coefficients(spins * WithinHalfTurn(v.Norm)).Length;
        return Epsilon * ((8 * terms * Math.Sqrt(spins + 1.0)) + (4.0 * spins));
    }

    /// <summary>Elements of U, indexed from the first row and column.</summary>
    /// <param name="rows">The levels of the rows.</param>
    /// <param name="columns">The levels of the columns.</param>
    public Complex[,] Block(LevelRange rows, LevelRange columns)
    {
        var block = new Complex[rows.Count, columns.Count];
        for (int first = 0; first < columns.Count; first += Tile)
        {
            int count = Math.Min(Tile, columns.Count - first);
            var part = new LevelRange(columns.First + first, count);
            var unit = new Complex[count * count];
            for (int column = 0; column < count; column++)
            {
                unit[(column * count) + column] = 1;
            }

            Complex[] turned = Turn(unit, outer: 1, part, rows, inner: count);
            for (int row = 0; row < rows.Count; row++)
            {
                for (int column = 0; column < count; column++)
                {
                    block[row, first + column] = turned[(row * count) + column];
                }
            }
        }

        return block;
    }

    /// <summary>Turns one index of an array, <c>y[o, a, i] = sum_b U[a, b] x[o, b, i]</c>.</summary>
    /// <param name="x">The array, index after index.</param>
    /// <param name="outer">The number of values of o.</param>
    /// <param name="from">The levels b.</param>
    /// <param name="to">The levels a that are wanted.</param>
    /// <param name="inner">The number of values of i.</param>
    public Complex[] Turn(Complex[] x, int outer, LevelRange from, LevelRange to, int inner)
    {
        var y = new Complex[outer * to.Count * inner];
        Complex[] turnIn = Phases(from, from.First, -phase);
        Complex[] turnOut = Phases(to, from.First, phase);
        var work = new Work(From(from).Hull(to));
        for (int o = 0; o < outer; o++)
        {
            for (int first = 0; first < inner; first += Tile)
            {
                int count = Math.Min(Tile, inner - first);
                work.Clear();
                for (int b = 0; b < from.Count; b++)
                {
                    Span<Complex> row = MemoryMarshal.Cast<Vector<double>, Complex>(work.Row(work.Current, from.First + b));
                    for (int i = 0; i < count; i++)
                    {
                        row[i] = turnIn[b] * x[(((o * from.Count) + b) * inner) + first + i];
                    }
                }

                Sum(work, from);
                for (int a = 0; a < to.Count; a++)
                {
                    Span<Complex> even = MemoryMarshal.Cast<Vector<double>, Complex>(work.Row(work.Even, to.First + a));
                    Span<Complex> odd = MemoryMarshal.Cast<Vector<double>, Complex>(work.Row(work.Odd, to.First + a));
                    for (int i = 0; i < count; i++)
                    {
                        y[(((o * to.Count) + a) * inner) + first + i] = turnOut[a] * (even[i] + (Complex.ImaginaryOne * odd[i]));
                    }
                }
            }
        }

        return y;
    }

    // The eigenvalues of S are whole numbers, so that full turns do nothing: the angle about the axis or its opposite, from 0 to pi.
    private static double WithinHalfTurn(double angle) => Math.Abs(Math.Atan2(Math.Sin(angle), Math.Cos(angle)));

    // exp(i angle (a - origin)).
    private static Complex[] Phases(LevelRange levels, int origin, double angle) =>
        [.. Enumerable.Range(levels.First - origin, levels.Count).Select(a => Complex.FromPolarCoordinates(1, angle * a))];

    // Sums the terms of even and of odd order, both real but for the data.
    private void Sum(Work work, LevelRange from)
    {
        for (int a = from.First; a < from.End; a++)
        {
            Add(work.Row(work.Even, a), work.Row(work.Current, a), coefficients[0]);
        }

        for (int k = 1; k < coefficients.Length; k++)
        {
            // T_1 = A T_0, T_(k+1) = 2 A T_k - T_(k-1).
            double factor = k == 1 ? 1 : 2;
            double weight = (k & 2) == 0 ? coefficients[k] : -coefficients[k];
            Vector<double>[] sum = (k & 1) == 0 ? work.Even : work.Odd;
            LevelRange reached = from.Widen(k, dimension);
            for (int a = reached.First; a < reached.End; a++)
            {
                Span<Vector<double>> previous = work.Row(work.Previous, a);
                Step(
                    previous,
                    work.Row(work.Current, a - 1),
                    work.Row(work.Current, a),
                    work.Row(work.Current, a + 1),
                    factor * link[a],
                    factor * diagonal[a],
                    factor * link[a + 1]);
                Add(work.Row(sum, a), previous, weight);
            }

            work.Swap();
        }
    }

    private static void Step(
        Span<Vector<double>> next,
        ReadOnlySpan<Vector<double>> below,
        ReadOnlySpan<Vector<double>> here,
        ReadOnlySpan<Vector<double>> above,
        double toBelow,
        double own,
        double toAbove)
    {
        for (int i = 0; i < next.Length; i++)
        {
            next[i] = (toBelow * below[i]) + (own * here[i]) + (toAbove * above[i]) - next[i];
        }
    }

    private static void Add(Span<Vector<double>> sum, ReadOnlySpan<Vector<double>> term, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * term[i];
        }
    }

    // A tile of columns: two terms and two sums, level by level, with an empty level at either end.
    private sealed class Work(LevelRange levels)
    {
        public Vector<double>[] Previous { get; private set; } = New(levels);

        public Vector<double>[] Current { get; private set; } = New(levels);

        public Vector<double>[] Even { get; } = New(levels);

        public Vector<double>[] Odd { get; } = New(levels);

        public Span<Vector<double>> Row(Vector<double>[] rows, int level) => rows.AsSpan((level - levels.First + 1) * Width, Width);

        public void Swap() => (Previous, Current) = (Current, Previous);

        public void Clear()
        {
            Array.Clear(Previous);
            Array.Clear(Current);
            Array.Clear(Even);
            Array.Clear(Odd);
        }

        private static Vector<double>[] New(LevelRange levels) => new Vector<double>[(levels.Count + 2) * Width];
    }
}
