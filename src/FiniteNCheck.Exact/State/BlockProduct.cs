using System.Numerics;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// Elements of a product state of one block in the coupled basis. For <c>N</c> spins in <c>rho_1</c>, summed over the multiplicity of
/// <c>J</c>, <c>rho^J = d_J det(rho_1)^(N/2-J) Sym^(2J)(rho_1)</c> with the degeneracy <c>d_J</c>.
/// </summary>
/// <remarks>
/// With <c>n = 2J</c>, <c>a = J + M</c>, <c>b = J + M'</c> and <c>rho_1 = ((p, q), (q*, 1-p))</c>, the element of <c>Sym^n</c> is
/// <c>sum_j sqrt(a! (n-a)! b! (n-b)!) / (j! (a-j)! (b-j)! (n-a-b+j)!) p^j q^(a-j) q*^(b-j) (1-p)^(n-a-b+j)</c>. All terms have the phase of
/// <c>q^(a-b)</c>: nothing cancels, so every element has full relative accuracy however small it is and however large <c>J</c>.
/// </remarks>
internal sealed class BlockProduct : IBlockMatrix
{
    // Terms below this fraction of the largest one do not change the sum.
    private const double Negligible = 1e-18;

    // A smaller |q|^2 counts as 0: N |q| is negligible there, and the square of its inverse still finite.
    private const double MinCoherence = 1e-140;

    private readonly int spins;
    private readonly double logUp;
    private readonly double logDown;
    private readonly double logMixed;
    private readonly double logDeterminant;
    private readonly double ratio;
    private readonly double phase;
    private readonly (double High, double Low)[] logFactorial;

    /// <summary>Prepares the state of a block.</summary>
    /// <param name="spins">The number of spins.</param>
    /// <param name="bloch">The Bloch vector of each spin; length at most 1 up to rounding.</param>
    public BlockProduct(int spins, PauliVector bloch)
    {
        this.spins = spins;
        double mixedSquare = ((bloch.X * bloch.X) + (bloch.Y * bloch.Y)) / 4;
        mixedSquare = mixedSquare < MinCoherence ? 0 : mixedSquare;
        double determinant = Purity.Mixedness(bloch) / 4;

        // The smaller population follows from p (1-p) = det + |q|^2, so that rounding cannot make it negative for a pure state.
        double larger = Math.Min((1 + Math.Abs(bloch.Z)) / 2, 1);
        double smaller = (determinant + mixedSquare) / larger;
        logUp = Math.Log(bloch.Z < 0 ? smaller : larger);
        logDown = Math.Log(bloch.Z < 0 ? larger : smaller);
        logMixed = Math.Log(mixedSquare) / 2;
        logDeterminant = Math.Log(determinant);

        // p (1-p) = det + |q|^2.
        ratio = mixedSquare == 0 ? 0 : (determinant + mixedSquare) / mixedSquare;
        phase = mixedSquare == 0 ? 0 : Math.Atan2(-bloch.Y, bloch.X);
        logFactorial = new (double, double)[spins + 1];
        for (int k = 2; k <= spins; k++)
        {
            (double high, double low) = logFactorial[k - 1];
            double step = Math.Log(k);
            double total = high + step;
            logFactorial[k] = (total, low + (step - (total - high)));
        }
    }

    /// <summary>Whether spins are more likely up than down.</summary>
    public bool PeaksUp => logUp > logDown;

    /// <inheritdoc/>
    public Complex Element(int twiceJ, int a, int b)
    {
        double modulus = Math.Exp(LogModulus(twiceJ, a, b));
        return phase == 0 || a == b ? modulus : modulus * Complex.FromPolarCoordinates(1, phase * (a - b));
    }

    /// <summary>The logarithm of the modulus of an element of <c>rho^J</c>; minus infinity for zero.</summary>
    /// <param name="twiceJ"><c>n = 2J</c>.</param>
    /// <param name="a"><c>J + M</c> of the row.</param>
    /// <param name="b"><c>J + M'</c> of the column.</param>
    public double LogModulus(int twiceJ, int a, int b)
    {
        int n = twiceJ;
        int singlets = (spins - n) / 2;
        if (ratio == 0)
        {
            return a == b
                ? LogDegeneracy(singlets).Add(singlets, logDeterminant).Add(a, logUp).Add(n - a, logDown).Value
                : double.NegativeInfinity;
        }

        int last = Math.Min(a, b);
        int first = Math.Max(0, a + b - n);
        int top = Math.Clamp((int)LargestTerm(n, a, b), first, last);
        double largest = LogDegeneracy(singlets).Add(singlets, logDeterminant)
            .Add(0.5, logFactorial[a]).Add(0.5, logFactorial[n - a]).Add(0.5, logFactorial[b]).Add(0.5, logFactorial[n - b])
            .Add(-1, logFactorial[top]).Add(-1, logFactorial[a - top]).Add(-1, logFactorial[b - top]).Add(-1, logFactorial[n - a - b + top])
            .Add(top, logUp).Add(a + b - (2 * top), logMixed).Add(n - a - b + top, logDown).Value;

        double sum = 1;
        double term = 1;
        for (int j = top; j < last && term > Negligible; j++)
        {
            term *= ratio * (a - j) * (b - j) / ((j + 1.0) * (n - a - b + j + 1.0));
            sum += term;
        }

        term = 1;
        for (int j = top; j > first && term > Negligible; j--)
        {
            term *= j * (n - a - b + (double)j) / (ratio * (a - j + 1.0) * (b - j + 1.0));
            sum += term;
        }

        return largest + Math.Log(sum);
    }

    // d_J = C(N, s) - C(N, s-1) = C(N, s) (N-2s+1) / (N-s+1) with s = N/2 - J.
    private CompensatedSum LogDegeneracy(int singlets) => new CompensatedSum()
        .Add(1, logFactorial[spins]).Add(-1, logFactorial[singlets]).Add(-1, logFactorial[spins - singlets])
        .Add(Math.Log((spins - (2.0 * singlets) + 1) / (spins - singlets + 1)));

    // The largest term is where neighbouring terms are equal: ratio (a-j)(b-j) = j (n-a-b+j).
    private double LargestTerm(int n, int a, int b)
    {
        double linear = (ratio * (a + b)) + (n - a - b);
        double constant = ratio * a * b;
        double root = Math.Sqrt(Math.Max(0, (linear * linear) - (4 * (ratio - 1) * constant)));
        return constant == 0 ? 0 : 2 * constant / (linear + root);
    }

    // A sum of large logarithms that cancel, compensated for rounding. The logarithm of 0 absorbs everything else.
    private readonly struct CompensatedSum
    {
        private readonly double high;
        private readonly double low;

        private CompensatedSum(double high, double low)
        {
            this.high = high;
            this.low = low;
        }

        public double Value => high + low;

        public CompensatedSum Add(double value)
        {
            if (double.IsInfinity(high) || double.IsInfinity(value))
            {
                return new CompensatedSum(double.NegativeInfinity, 0);
            }

            double total = high + value;
            double part = total - high;
            return new CompensatedSum(total, low + (high - (total - part)) + (value - part));
        }

        // 0 log 0 = 0.
        public CompensatedSum Add(double factor, double logarithm)
        {
            if (factor == 0)
            {
                return this;
            }

            double product = factor * logarithm;
            CompensatedSum sum = Add(product);
            double rounding = Math.FusedMultiplyAdd(factor, logarithm, -product);
            return double.IsInfinity(sum.high) ? sum : new CompensatedSum(sum.high, sum.low + rounding);
        }

        public CompensatedSum Add(double factor, (double High, double Low) logarithm)
        {
            CompensatedSum sum = Add(factor, logarithm.High);
            return new CompensatedSum(sum.high, sum.low + (factor * logarithm.Low));
        }
    }
}
