using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// Estimates in norm on the way to Lemmas 8 to 11: operators in every sector of total spin, their norm the largest over J.
/// </summary>
internal static class NormBounds
{
    private const double Rounding = 1e-10;

    // d^2 and d^4 with d = 2; in the Pauli basis ||v|| = 1 and the largest structure coefficient is 2.
    private const double D2 = 4;
    private const double D4 = 16;
    private const double LargestStructure = 2;

    private static readonly PauliVector r = new(0.5, 0.6, -0.4);

    // (A.46) grows so fast with r that its bound is a number at small r only.
    private static readonly PauliVector small = new(0.1, 0.12, -0.08);

    /// <summary>(A.24): what Lemma 8 leaves out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="leading">What multiplies the right side of Lemma 8: 1 as printed.</param>
    public static Finding Fields(ClaimRun run, double leading = 1) => BoundJudge.Judge(
        "norm of i [H, W] less the right side of Lemma 8, against d^2 v |eps| exp(2 v d^2 r_max)/sqrt(N)",
        from point in WeylPoint.All
        from n in Sizes(run)
        let e = point.Model.Fields[0]
        let bound = D2 * Largest(e) * Math.Exp(2 * D2 * Largest(point.Inner)) / Math.Sqrt(n)
        select new Bound(point.Model.Name, n, FieldsRemainder(point, n, leading), bound),
        Rounding,
        order: 0.5);

    /// <summary>(A.46): <c>||[Gamma, W]|| &lt;= gamma(z)/sqrt(N)</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fluctuation">The power of 1/N in W = exp(i r.S/N^power): 1/2 as printed.</param>
    public static Finding Rates(ClaimRun run, double fluctuation = 0.5) => BoundJudge.Judge(
        "norm of [Gamma, W] against gamma(z)/sqrt(N)",
        from point in RatePoint.All
        from n in Sizes(run)
        let z = point.Constants.Delta * (1 + Math.Exp(D4 * Largest(small) * LargestStructure))
        let bound = RateConstants.Compute(point.Rate, z).Gamma / Math.Sqrt(n)
        select new Bound(point.Name.Split(';')[0], n, RateCommutator(point, n, fluctuation), bound),
        Rounding,
        order: 0.5);

    /// <summary>(A.27): <c>||[V, W] + i [r.F, V]|| &lt;= v exp(2 d^2 r_max)/sqrt(N)</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="corrected">Whether the second term carries W, as the first does.</param>
    public static Finding Fluctuations(ClaimRun run, bool corrected) => BoundJudge.Judge(
        $"norm of [V, W] + i [r.F, V]{(corrected ? " W" : string.Empty)} against v exp(2 d^2 r_max)/sqrt(N)",
        from axis in Enum.GetValues<PauliAxis>()
        from n in Sizes(run)
        let bound = Math.Exp(2 * D2 * Largest(r)) / Math.Sqrt(n)
        select new Bound($"V along {axis}", n, FluctuationRemainder(axis, n, corrected), bound),
        Rounding,
        order: 0.5);

    /// <summary>After (A.28): <c>||K^n[V]|| &lt;= (2 d^2 r_max v)^n v N^s</c> for n = 1, 2, 3.</summary>
    /// <param name="run">The run.</param>
    /// <param name="exponent">The exponent s by n.</param>
    public static Finding NestedCommutators(ClaimRun run, Func<int, double> exponent) => BoundJudge.Judge(
        "norm of the nested commutator K^n[V] against its bound",
        from depth in Enumerable.Range(1, 3)
        from n in Sizes(run)
        let bound = Math.Pow(2 * D2 * Largest(r), depth) * Math.Pow(n, exponent(depth))
        select new Bound($"n = {depth}", n, NestedCommutator(depth, n), bound),
        Rounding);

    /// <summary>(A.70): with which power the remainder P of (A.66) falls.</summary>
    /// <param name="run">The run.</param>
    /// <param name="order">The claimed order.</param>
    public static Finding OneSiteRemainder(ClaimRun run, double order) =>
        Falling("norm of the remainder P of (A.66)", run, OneSiteRemainder, order);

    /// <summary>(A.71): with which power <c>D_I^222</c> less its leading part falls.</summary>
    /// <param name="run">The run.</param>
    /// <param name="order">The claimed order.</param>
    public static Finding SummedRemainder(ClaimRun run, double order) =>
        Falling("norm of D_I^222 less its leading part times W", run, SummedRemainder, order);

    /// <summary>After (A.53): with which power the commutator of the turned rate with its change falls.</summary>
    /// <param name="run">The run.</param>
    /// <param name="order">The claimed order.</param>
    public static Finding TurnedRates(ClaimRun run, double order) =>
        Falling("norm of [W Gamma W+, W Gamma W+ - Gamma]", run, TurnedCommutator, order);

    private static Finding Falling(string what, ClaimRun run, Func<RatePoint, int, double> norm, double order) => OrderJudge.Judge(
        what,
        from point in Tested
        from n in Sizes(run)
        select (point.Name.Split(';')[0], n, norm(point, n)),
        order);

    // Jumps with j+ j not a multiple of the identity, so that nothing vanishes.
    private static IEnumerable<RatePoint> Tested => RatePoint.All.Where((_, k) => k is 1 or 2 or 4 or 5);

    private static int[] Sizes(ClaimRun run) => run.Effort.Choose(quick: [8, 16, 32, 64], full: (int[])[8, 16, 32, 64, 128]);

    private static double FieldsRemainder(WeylPoint point, int n, double leading)
    {
        // i (H - W H W+) = i sum_k (e.sigma - w e.sigma w+)^(k)
        SpinOperator w = WeylStart.Rotation(point.Inner, n);
        SpinOperator e = OneSpin.Along(point.Model.Fields[0]);
        SpinOperator change = Complex.ImaginaryOne * OneSpin.Add(e, -1 * w * e * w.Adjoint());
        return Sectors(n, new SpinFrame(point.Axis)).Max(sector =>
            Operators.Norm(Dense(sector.Sum(change) - (leading * new Expansion(point, sector).Fields))));
    }

    private static double RateCommutator(RatePoint point, int n, double fluctuation)
    {
        var frame = new SpinFrame(point.Argument);
        PauliVector scaled = Math.Pow(n, 0.5 - fluctuation) * small;
        Complex[][,] w = SymmetricPowers.UpTo(frame.Seen(WeylStart.Rotation(scaled, n)), n);
        return CollectiveSpace.Sectors(n, 0).Max(space =>
            Operators.Norm(Operators.Commutator(Gamma(point, space), Dense(w[space.Z.Length - 1]))));
    }

    private static double FluctuationRemainder(PauliAxis axis, int n, bool corrected)
    {
        Complex[][,] w = SymmetricPowers.UpTo(WeylStart.Rotation(r, n), n);
        return Sectors(n, new SpinFrame(PauliVector.Zero)).Max(sector =>
        {
            Matrix<Complex> weyl = Dense(w[sector.TwiceJ]);
            Matrix<Complex> v = Dense(Math.Sqrt(n) * sector.Averages[(int)axis]);
            Matrix<Complex> leading = Dense(Complex.ImaginaryOne * sector.Commutator(r, PauliVector.Along(axis)));
            return Operators.Norm(Operators.Commutator(v, weyl) + (corrected ? leading * weyl : leading));
        });
    }

    private static double NestedCommutator(int depth, int n) => Sectors(n, new SpinFrame(PauliVector.Zero)).Max(sector =>
    {
        Band along = Math.Sqrt(n) * sector.Along(r);
        Band nested = Math.Sqrt(n) * sector.Averages[0];
        for (int k = 0; k < depth; k++)
        {
            nested = (along * nested) - (nested * along);
        }

        return Operators.Norm(Dense(nested));
    });

    // P = (Gamma - W Gamma W+) (w j+ j w+ - j+ j) - (1/sqrt(N)) Gamma' (r.T r_l) [r.F, j+ j], one spin kept apart
    private static double OneSiteRemainder(RatePoint point, int n)
    {
        var frame = new SpinFrame(point.Argument);
        SpinOperator w = WeylStart.Rotation(r, n);
        SpinOperator decay = point.Jump.Adjoint() * point.Jump;
        Complex[][,] rest = SymmetricPowers.UpTo(frame.Seen(w), n - 1);
        return CollectiveSpace.Sectors(n, 1).Max(space =>
        {
            Matrix<Complex> own = space.Own(0, frame.Seen(w));
            Matrix<Complex> others = Dense(rest[(space.Z.Length / 2) - 1]);
            Matrix<Complex> weyl = own * Matrix<Complex>.Build.Dense(
                space.Z.Length, space.Z.Length, (i, j) => (i & 1) == (j & 1) ? others[i >> 1, j >> 1] : 0);
            Matrix<Complex> exact = Change(point, space, weyl)
                * space.Own(0, frame.Seen(OneSpin.Add(w * decay * w.Adjoint(), -1 * decay)));
            SpinOperator commutator = OneSpin.Commutator(OneSpin.Along(r), decay);
            return Operators.Norm(exact - (Leading(point, space, frame, n) * space.Own(0, frame.Seen(commutator)) / n));
        });
    }

    // D_I^222 = 1/2 Gamma (Gamma - W Gamma W+) sum_k (w j+ j w+ - j+ j)^(k) W against 1/2 Gamma Gamma' (r.T r_l) (-c.T r) W
    private static double SummedRemainder(RatePoint point, int n)
    {
        var frame = new SpinFrame(point.Argument);
        SpinOperator w = WeylStart.Rotation(r, n);
        SpinOperator decay = point.Jump.Adjoint() * point.Jump;
        Complex[][,] powers = SymmetricPowers.UpTo(frame.Seen(w), n);
        return CollectiveSpace.Sectors(n, 0).Max(space =>
        {
            Matrix<Complex> sum = space.Sum(frame.Seen(OneSpin.Add(w * decay * w.Adjoint(), -1 * decay)));
            Matrix<Complex> exact = Change(point, space, Dense(powers[space.Z.Length - 1])) * sum;

            // -c.T r = [r.F, sum_k (j+ j)^(k)]/sqrt(N)
            Matrix<Complex> commutator = space.Sum(frame.Seen(OneSpin.Commutator(OneSpin.Along(r), decay))) / n;
            Matrix<Complex> leading = Leading(point, space, frame, n) * commutator;
            return Operators.Norm(Operators.Times(Gamma(point, space), exact - leading)) / 2;
        });
    }

    private static double TurnedCommutator(RatePoint point, int n)
    {
        var frame = new SpinFrame(point.Argument);
        Complex[][,] powers = SymmetricPowers.UpTo(frame.Seen(WeylStart.Rotation(r, n)), n);
        return CollectiveSpace.Sectors(n, 0).Max(space =>
        {
            // [W Gamma W+, W Gamma W+ - Gamma] = [Gamma, W Gamma W+]: the change commutes with nothing else.
            Matrix<Complex> change = Change(point, space, Dense(powers[space.Z.Length - 1]));
            return Operators.Norm(Operators.Commutator(Gamma(point, space), change));
        });
    }

    // Gamma - W Gamma W+
    private static Matrix<Complex> Change(RatePoint point, CollectiveSpace space, Matrix<Complex> w)
    {
        double[] gamma = Gamma(point, space);
        Matrix<Complex> turned = w * Operators.Times(gamma, w.ConjugateTranspose());
        return Matrix<Complex>.Build.DenseOfDiagonalArray([.. gamma.Select(value => (Complex)value)]) - turned;
    }

    // Gamma' (r.T r_l)
    private static Matrix<Complex> Leading(RatePoint point, CollectiveSpace space, SpinFrame frame, int n)
    {
        double[] slope = space.Function(RateConstants.Derivative(point.Rate), point.Argument.Norm);
        SpinOperator commutator = OneSpin.Commutator(OneSpin.Along(r), OneSpin.Along(point.Argument));
        return Operators.Times(slope, space.Sum(frame.Seen(commutator)) / n);
    }

    private static double[] Gamma(RatePoint point, CollectiveSpace space) => space.Function(point.Rate, point.Argument.Norm);

    private static IEnumerable<SpinSector> Sectors(int n, SpinFrame frame) =>
        Enumerable.Range(0, (n / 2) + 1).Select(singlets => new SpinSector(n, n - (2 * singlets), frame));

    private static Matrix<Complex> Dense(Band band) =>
        Matrix<Complex>.Build.Dense(band.Size, band.Size, (row, column) => band[row, column]);

    private static Matrix<Complex> Dense(Complex[,] elements) => Matrix<Complex>.Build.DenseOfArray(elements);

    private static double Largest(PauliVector v) => Math.Max(Math.Abs(v.X), Math.Max(Math.Abs(v.Y), Math.Abs(v.Z)));
}
