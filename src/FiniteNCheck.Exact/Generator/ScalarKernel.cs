namespace FiniteNCheck.Exact.Generator;

/// <summary>The scalar reference of <see cref="StripKernel"/> and <see cref="PairKernel"/>: the same sums, one number after the other.</summary>
internal static class ScalarKernel
{
    /// <summary>Computes one strip, or two that share weights.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="first">Where the strip lies and its length, in real numbers.</param>
    /// <param name="second">The same for the second strip, if there is one.</param>
    public static void Run(in StripUpdate update, double[] weights, TermList terms, (int At, int Length) first, (int At, int Length) second = default)
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
        for (int i = 0; i < target.Length; i++)
        {
            double image = 0;
            ReadOnlySpan<int> places = terms.Places;
            for (int product = 0; product < terms.Products + terms.TurnedProducts; product++)
            {
                int read = places[strip] + (i ^ (product < terms.Products ? 0 : 1));
                double first = weights[places[strips] + (strip * PairKernel.Lanes) + i];
                image += first * weights[places[strips + 1] + i] * update.X[read];
                places = places[(strips + 2)..];
            }

            for (int single = 0; single < terms.Singles + terms.TurnedSingles; single++)
            {
                int read = places[strip] + (i ^ (single < terms.Singles ? 0 : 1));
                image += weights[places[strips + strip] + i] * update.X[read];
                places = places[(2 * strips)..];
            }

            update.Finish(image, target.At + i);
        }
    }
}
