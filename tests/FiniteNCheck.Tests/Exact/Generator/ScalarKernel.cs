using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Tests.Exact.Generator;

/// <summary>
/// The scalar reference of <see cref="StripKernel"/> and <see cref="PairKernel"/>: the same sums, one number after the other.
/// </summary>
internal static class ScalarKernel
{
    /// <summary>Computes one strip, or two that share weights.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="first">Offset and length of the strip, in real numbers.</param>
    /// <param name="second">Offset and length of the second strip, if there is one.</param>
    public static void Run(
        in StripUpdate update, double[] weights, TermList terms, (int At, int Length) first, (int At, int Length) second = default)
    {
        int strips = second.Length > 0 ? 2 : 1;
        Run(in update, weights, terms, first, 0, strips);
        if (strips == 2)
        {
            Run(in update, weights, terms, second, 1, strips);
        }
    }

    private static void Run(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) target, int strip, int strips)
    {
        (int products, int imaginaryProducts, int singles, int imaginarySingles) = terms.Counts;
        for (int i = 0; i < target.Length; i++)
        {
            double image = 0;
            ReadOnlySpan<int> offsets = terms.Offsets;
            for (int product = 0; product < products + imaginaryProducts; product++)
            {
                // A factor i exchanges the real and the imaginary part, which are neighbours.
                int read = offsets[strip] + (i ^ (product < products ? 0 : 1));
                double first = weights[offsets[strips] + (strip * PairKernel.Lanes) + i];
                image += first * weights[offsets[strips + 1] + i] * update.X[read];
                offsets = offsets[(strips + 2)..];
            }

            for (int single = 0; single < singles + imaginarySingles; single++)
            {
                int read = offsets[strip] + (i ^ (single < singles ? 0 : 1));
                image += weights[offsets[strips + strip] + i] * update.X[read];
                offsets = offsets[(2 * strips)..];
            }

            update.Finish(image, target.At + i);
        }
    }
}
