using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The eigenvector of <c>n.S</c>, n a unit vector, to an integer eigenvalue k in the representation of spin J, on the basis of the levels
/// <c>a = J + M</c>. Its elements are <c>R_a exp(-i phi a)</c> with phi the azimuth of n and real R: a column of Wigner's d matrix.
/// </summary>
internal static class SpinEigenvector
{
    // Beyond this modulus elements are scaled down.
    private const double Large = 1e100;

    /// <summary>The real factors <c>R_a</c>, of norm 1.</summary>
    /// <param name="twiceJ"><c>2J</c>.</param>
    /// <param name="axis">The unit vector n.</param>
    /// <param name="eigenvalue">The eigenvalue: <c>-2J, -2J + 2, .., 2J</c>.</param>
    /// <remarks>
    /// <c>n.S R = k R</c> is a recursion of three terms. The elements grow from either end towards the middle of where a classical spin of
    /// that length and projection has its z component, and there the two halves are joined: no half is followed to where it decays.
    /// </remarks>
    public static double[] Find(int twiceJ, PauliVector axis, int eigenvalue)
    {
        double sine = Math.Sqrt((axis.X * axis.X) + (axis.Y * axis.Y));
        double[] vector = new double[twiceJ + 1];
        if (sine == 0 || twiceJ == 0)
        {
            vector[(twiceJ + (axis.Z < 0 ? -eigenvalue : eigenvalue)) / 2] = 1;
            return vector;
        }

        int joint = Math.Clamp((int)Math.Round((twiceJ + (eigenvalue * axis.Z)) / 2), 0, twiceJ - 1);
        double[] fromBelow = Half(twiceJ, axis.Z / sine, eigenvalue / sine, joint + 2);

        // Turned upside down, M becomes -M.
        double[] fromAbove = Half(twiceJ, -axis.Z / sine, eigenvalue / sine, twiceJ - joint + 1);
        Array.Reverse(fromAbove);

        // Both hold the elements at the joint and above it. They fit there up to rounding, and not both are near zero.
        (double x, double y) = (fromAbove[0], fromAbove[1]);
        double scale = ((fromBelow[joint] * x) + (fromBelow[joint + 1] * y)) / ((x * x) + (y * y));
        for (int a = 0; a <= twiceJ; a++)
        {
            vector[a] = a <= joint ? fromBelow[a] : scale * fromAbove[a - joint];
        }

        double norm = Math.Sqrt(vector.Sum(element => element * element));
        return [.. vector.Select(element => element / norm)];
    }

    // The first elements of R: cot (2M) R_a + amplitude(a) R_(a+1) + amplitude(a-1) R_(a-1) = k/sin R_a.
    private static double[] Half(int twiceJ, double cotangent, double target, int count)
    {
        double[] r = new double[count];
        r[0] = 1;
        for (int a = 0; a + 1 < count; a++)
        {
            double before = a == 0 ? 0 : Amplitude(twiceJ, a - 1) * r[a - 1];
            r[a + 1] = (((target - (cotangent * ((2.0 * a) - twiceJ))) * r[a]) - before) / Amplitude(twiceJ, a);
            if (Math.Abs(r[a + 1]) > Large)
            {
                for (int b = 0; b <= a + 1; b++)
                {
                    r[b] /= Large;
                }
            }
        }

        return r;
    }

    private static double Amplitude(int twiceJ, int level) => Math.Sqrt((twiceJ - (double)level) * (level + 1.0));
}
