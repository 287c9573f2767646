using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>Gaussian states of two modes at which formulas are compared.</summary>
internal static class TwoModeStates
{
    private const int Seed = 1305011;
    private const int Random = 12;

    /// <summary>Stationary states of one pattern with the full drift, and states without any symmetry.</summary>
    public static IEnumerable<(string Name, Matrix<double> V)> All()
    {
        foreach ((double temperature, double field) in new[] { (0.4, 0.4), (0.5, 0.35), (0.7, 0.15) })
        {
            var point = PlanePoint.At(temperature, field);
            Matrix<double> covariance = StationaryCovariance.At(point.Coefficients, point.Averages!, Drift.Full).Covariance!;
            yield return (point.Name, TwoModeReduction.TwoModeCovariance(covariance, point.Averages!));
        }

        var random = new Random(Seed);
        for (int i = 1; i <= Random; i++)
        {
            yield return ($"random state {i}", Generic(random));
        }
    }

    /// <summary>
    /// Two modes in a thermal state each, squeezed together, mixed by a beam splitter and changed by local symplectic
    /// maps.
    /// </summary>
    /// <param name="random">The source of the parameters.</param>
    public static Matrix<double> Generic(Random random)
    {
        double first = 1 + random.NextDouble();
        double second = 1 + (2 * random.NextDouble());
        Matrix<double> s = Local(random) * BeamSplitter(random.NextDouble()) * Squeezer(random.NextDouble()) * Local(random);
        return s * Matrix<double>.Build.DenseOfDiagonalArray([first, first, second, second]) * s.Transpose();
    }

    /// <summary>A symplectic map of each mode.</summary>
    /// <param name="random">The source of the parameters.</param>
    public static Matrix<double> Local(Random random)
    {
        Matrix<double> local = Matrix<double>.Build.Dense(4, 4);
        for (int mode = 0; mode < 2; mode++)
        {
            double squeezing = Math.Exp(random.NextDouble() - 0.5);
            Matrix<double> map = Rotation(6 * random.NextDouble())
                * Matrix<double>.Build.DenseOfDiagonalArray([squeezing, 1 / squeezing]) * Rotation(6 * random.NextDouble());
            local.SetSubMatrix(2 * mode, 2 * mode, map);
        }

        return local;
    }

    /// <summary>
    /// The two-mode squeezer of strength <c>r</c>; on the vacuum it makes the state with <c>A = cosh^2 2r</c>,
    /// <c>nu~_- = exp(-2r)</c>.
    /// </summary>
    /// <param name="r">The strength.</param>
    public static Matrix<double> Squeezer(double r)
    {
        (double c, double s) = (Math.Cosh(r), Math.Sinh(r));
        return Matrix<double>.Build.DenseOfArray(new[,] { { c, 0, s, 0 }, { 0, c, 0, -s }, { s, 0, c, 0 }, { 0, -s, 0, c } });
    }

    private static Matrix<double> BeamSplitter(double angle) => Rotation(angle).KroneckerProduct(Matrix<double>.Build.DenseIdentity(2));

    private static Matrix<double> Rotation(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return Matrix<double>.Build.DenseOfArray(new[,] { { c, s }, { -s, c } });
    }
}
