using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Model.Levels;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// The algebra of one site with d levels in the Gell-Mann basis: d^2 - 1 Hermitian matrices of trace 0 with
/// <c>tr(v_a v_b) = 2 delta_ab</c>, at d = 2 the Pauli matrices x, y, z. A state is <c>rho = 1/d + 1/2 sum_a m_a v_a</c>, with
/// <c>m_a = &lt;v_a&gt;</c>.
/// </summary>
internal sealed class LocalAlgebra
{
    private static readonly ConcurrentDictionary<int, LocalAlgebra> Known = new();

    private LocalAlgebra(int levels)
    {
        Levels = levels;
        Matrices = [.. Basis(levels)];
        Commutators = Table((a, b, c) => (-Complex.ImaginaryOne * Overlap(Commutator(Matrices[a], Matrices[b]), Matrices[c])).Real);
        Anticommutators = Table(
            (a, b, c) => Overlap((Matrices[a] * Matrices[b]) + (Matrices[b] * Matrices[a]), Matrices[c]).Real / 2);
    }

    /// <summary>The number of levels d.</summary>
    public int Levels { get; }

    /// <summary>The matrices <c>v_a</c>.</summary>
    public ImmutableArray<LocalOperator> Matrices { get; }

    /// <summary>The number of matrices, d^2 - 1.</summary>
    public int Count => Matrices.Length;

    /// <summary>The structure constants f of <c>[v_a, v_b] = i sum_c f_abc v_c</c>.</summary>
    public double[,,] Commutators { get; }

    /// <summary>The constants g of <c>1/2 {v_a, v_b} = 2/d delta_ab + sum_c g_abc v_c</c>.</summary>
    public double[,,] Anticommutators { get; }

    /// <summary>The algebra of a number of levels.</summary>
    /// <param name="levels">The number.</param>
    public static LocalAlgebra Of(int levels) => Known.GetOrAdd(levels, static d => new LocalAlgebra(d));

    /// <summary>The commutator <c>[x, y]</c>.</summary>
    /// <param name="x">First operator.</param>
    /// <param name="y">Second operator.</param>
    public static LocalOperator Commutator(LocalOperator x, LocalOperator y) => (x * y) - (y * x);

    /// <summary>The coefficients of <c>x = x_0 + sum_a x_a v_a</c>.</summary>
    /// <param name="x">The operator.</param>
    public (Complex Identity, Complex[] Basis) Coefficients(LocalOperator x) =>
        (x.Trace / Levels, [.. Matrices.Select(v => Overlap(x, v))]);

    /// <summary>The state with given averages.</summary>
    /// <param name="m">The averages <c>m_a</c>.</param>
    public LocalOperator State(ReadOnlySpan<double> m)
    {
        LocalOperator rho = (Complex)(1.0 / Levels) * LocalOperator.Identity(Levels);
        for (int a = 0; a < Count; a++)
        {
            rho += (Complex)(m[a] / 2) * Matrices[a];
        }

        return rho;
    }

    /// <summary>The averages <c>m_a = tr(v_a rho)</c> of a state.</summary>
    /// <param name="rho">The density matrix.</param>
    public IEnumerable<double> Averages(LocalOperator rho) => Matrices.Select(v => 2 * Overlap(rho, v).Real);

    // 1/2 tr(x v), the coefficient of v in x.
    private static Complex Overlap(LocalOperator x, LocalOperator v)
    {
        Complex sum = 0;
        for (int row = 0; row < x.Dimension; row++)
        {
            for (int column = 0; column < x.Dimension; column++)
            {
                sum += x[row, column] * v[column, row];
            }
        }

        return sum / 2;
    }

    private static IEnumerable<LocalOperator> Basis(int levels)
    {
        for (int first = 0; first < levels; first++)
        {
            for (int second = first + 1; second < levels; second++)
            {
                LocalOperator up = LocalOperator.Unit(levels, first, second);
                LocalOperator down = LocalOperator.Unit(levels, second, first);
                yield return up + down;
                yield return Complex.ImaginaryOne * (down - up);
            }
        }

        for (int k = 1; k < levels; k++)
        {
            double scale = Math.Sqrt(2.0 / (k * (k + 1)));
            yield return LocalOperator.Diagonal(
                [.. Enumerable.Range(0, levels).Select(level => level < k ? scale : level == k ? -k * scale : 0)]);
        }
    }

    private double[,,] Table(Func<int, int, int, double> element)
    {
        double[,,] table = new double[Count, Count, Count];
        for (int a = 0; a < Count; a++)
        {
            for (int b = 0; b < Count; b++)
            {
                for (int c = 0; c < Count; c++)
                {
                    table[a, b, c] = element(a, b, c);
                }
            }
        }

        return table;
    }
}
