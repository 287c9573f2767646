namespace FiniteNCheck.Exact.Generator;

/// <summary>The scalar reference of <see cref="StripKernel"/>: the same sums, one number after the other.</summary>
internal static class ScalarKernel
{
    /// <summary>Computes one strip.</summary>
    /// <param name="update">What to compute.</param>
    /// <param name="weights">The weights that the terms read.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="at">Where the strip lies.</param>
    /// <param name="length">Its length in real numbers.</param>
    public static void Run(in StripUpdate update, double[] weights, TermList terms, int at, int length)
    {
        for (int i = 0; i < length; i++)
        {
            double image = 0;
            int next = 0;
            for (int product = 0; product < terms.Products + terms.TurnedProducts; product++)
            {
                int read = i ^ (product < terms.Products ? 0 : 1);
                image += weights[terms.Places[next + 1] + i] * weights[terms.Places[next + 2] + i] * update.X[terms.Places[next] + read];
                next += 3;
            }

            for (int single = 0; single < terms.Singles + terms.TurnedSingles; single++)
            {
                int read = i ^ (single < terms.Singles ? 0 : 1);
                image += weights[terms.Places[next + 1] + i] * update.X[terms.Places[next] + read];
                next += 2;
            }

            double y = update.OfImage * image;
            y += update.OfX == 0 ? 0 : update.OfX * update.X[at + i];
            y += update.OfY == 0 ? 0 : update.OfY * update.Y[at + i];
            update.Y[at + i] = y;
            if (update.Sum is not null)
            {
                update.Sum[at + i] += update.Weight * y;
            }
        }
    }
}
