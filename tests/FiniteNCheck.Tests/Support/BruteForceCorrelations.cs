using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// Operators at two times in the full 2^N space, from their definitions: <c>tr(A e^(tL*)[B rho C])</c> with matrices as they are, which
/// are neither Hermitian nor split into parts.
/// </summary>
internal sealed class BruteForceCorrelations
{
    private readonly MasterEquation equation;
    private readonly SpinSpace space;
    private readonly DenseMatrix initial;
    private readonly double[] times;
    private readonly ImmutableArray<double[]> means;

    public BruteForceCorrelations(CollectiveModel model, int n, params double[] times)
    {
        this.times = times;
        equation = new MasterEquation(model, n);
        space = equation.Space;
        initial = space.Product(((ProductState)model.Initial).Bloch);
        means = [.. BruteForce.Evolve(equation, initial, times).Select(Means)];
    }

    private BruteForceCorrelations(BruteForceCorrelations from, double after)
    {
        (times, equation, space) = (from.times, from.equation, from.space);
        initial = BruteForce.Evolve(equation, from.initial, after)[0];
        means = [.. BruteForce.Evolve(equation, initial, times).Select(Means)];
    }

    /// <summary>The same from the state that the start becomes after a time.</summary>
    public BruteForceCorrelations After(double time) => new(this, time);

    private int Size => 3 * space.Spins.Length;

    /// <summary>
    /// <c>&lt;F_a(t) F_b(0)&gt;</c> for one b, by time and a; or with the operators in the other order <c>&lt;F_b(0) F_a(t)&gt;</c>.
    /// </summary>
    public Complex[][] TwoTime(int b, bool swapped = false)
    {
        DenseMatrix f = Fluctuation(Unit(b), Means(initial));
        DenseMatrix start = swapped ? DenseMatrix.Multiply(initial, f) : DenseMatrix.Multiply(f, initial);
        return
        [
            .. BruteForce.Evolve(equation, start, times).Select((x, t) => Enumerable.Range(0, Size)
                .Select(a => new SparseMatrix(Fluctuation(Unit(a), means[t])).TraceWith(x))
                .ToArray()),
        ];
    }

    /// <summary><c>G(r1, r, r2; t) = tr(W_t(r) e^(tL*)[W(r2) rho W(r1)])</c>.</summary>
    public Complex[] Weyl(IReadOnlyList<double> left, IReadOnlyList<double> inner, IReadOnlyList<double> right)
    {
        double[] atStart = Means(initial);
        DenseMatrix start = DenseMatrix.Multiply(DenseMatrix.Multiply(Weyl(right, atStart), initial), Weyl(left, atStart));
        return
        [
            .. BruteForce.Evolve(equation, start, times).Select((x, t) => new SparseMatrix(Weyl(inner, means[t])).TraceWith(x)),
        ];
    }

    /// <summary>
    /// <c>omega(W(r1) e^(t1 L)[W_t1(ra) e^((t2-t1)L)[W_t2(rb)] W_t1(rc)] W(r2))</c> at the times t2.
    /// </summary>
    public Complex[] Nested(NestedWeyl arguments)
    {
        double[] atStart = Means(initial);
        double[] atInner = Means(BruteForce.Evolve(equation, initial, arguments.Time)[0]);
        WeylTriple inner = arguments.Inner;
        DenseMatrix start = Between(Weyl(arguments.Right, atStart), initial, Weyl(arguments.Left, atStart));
        DenseMatrix reached = BruteForce.Evolve(equation, start, arguments.Time)[0];
        DenseMatrix turned = Between(Weyl(inner.Right, atInner), reached, Weyl(inner.Left, atInner));
        double[] later = [.. times.Select(time => time - arguments.Time)];
        return
        [
            .. BruteForce.Evolve(equation, turned, later).Select((x, t) => new SparseMatrix(Weyl(inner.Inner, means[t])).TraceWith(x)),
        ];
    }

    private static DenseMatrix Between(DenseMatrix left, DenseMatrix middle, DenseMatrix right) =>
        DenseMatrix.Multiply(DenseMatrix.Multiply(left, middle), right);

    /// <summary><c>tr(W(r) L*[W(r2) rho W(r1)])</c> at time 0: the generator between Weyl operators.</summary>
    public Complex Generator(IReadOnlyList<double> left, IReadOnlyList<double> inner, IReadOnlyList<double> right)
    {
        double[] atStart = Means(initial);
        DenseMatrix start = DenseMatrix.Multiply(DenseMatrix.Multiply(Weyl(right, atStart), initial), Weyl(left, atStart));
        return new SparseMatrix(Weyl(inner, atStart)).TraceWith(equation.Apply(start));
    }

    private static DenseMatrix Exponential(DenseMatrix a) =>
        SpinSpace.Function(a, Math.Cos).Add(Complex.ImaginaryOne, SpinSpace.Function(a, Math.Sin));

    private DenseMatrix Weyl(IReadOnlyList<double> r, double[] mean) => Exponential(Fluctuation(r, mean));

    /// <summary><c>r.F = sum r_(a,h) (S_(a,h) - N_h m_(a,h))/sqrt(N_h)</c>.</summary>
    private DenseMatrix Fluctuation(IReadOnlyList<double> r, double[] mean)
    {
        var sum = new DenseMatrix(space.Dimension);
        for (int a = 0; a < Size; a++)
        {
            double spins = space.Spins[a / 3];
            space.AddCollective(sum, a / 3, PauliVector.Along((PauliAxis)(a % 3)), r[a] / Math.Sqrt(spins));
            sum.Add(-r[a] * Math.Sqrt(spins) * mean[a], DenseMatrix.Identity(space.Dimension));
        }

        return sum;
    }

    private double[] Unit(int a) => [.. Enumerable.Range(0, Size).Select(b => a == b ? 1.0 : 0)];

    private double[] Means(DenseMatrix rho) =>
    [
        .. Enumerable.Range(0, Size).Select(a =>
            new SparseMatrix(space.Total(a / 3, (PauliAxis)(a % 3))).TraceWith(rho).Real / space.Spins[a / 3]),
    ];
}
