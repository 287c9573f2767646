using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Support;

/// <summary>The product space of all sites of a model with levels: words, one level for each site, the first site fastest.</summary>
internal sealed class LevelSpace
{
    private readonly int[] blockOf;
    private readonly int[] stride;
    private readonly int[] dimensionOf;

    public LevelSpace(LevelModel model, int n)
    {
        Sites = model.SpinsAt(n);
        blockOf = [.. Sites.SelectMany((count, h) => Enumerable.Repeat(h, count))];
        dimensionOf = [.. blockOf.Select(h => model.Blocks[h].Dimension)];
        stride = new int[blockOf.Length];
        Dimension = 1;
        for (int site = 0; site < blockOf.Length; site++)
        {
            stride[site] = Dimension;
            Dimension *= dimensionOf[site];
        }
    }

    public ImmutableArray<int> Sites { get; }

    public int Dimension { get; }

    public int Count => blockOf.Length;

    public int BlockOf(int site) => blockOf[site];

    public int LevelOf(int word, int site) => word / stride[site] % dimensionOf[site];

    /// <summary>Adds <c>factor A^(site)</c>.</summary>
    public void Add(DenseMatrix target, LocalOperator a, int site, Complex factor)
    {
        for (int word = 0; word < Dimension; word++)
        {
            int from = LevelOf(word, site);
            for (int to = 0; to < dimensionOf[site]; to++)
            {
                target[word + ((to - from) * stride[site]), word] += factor * a[to, from];
            }
        }
    }

    /// <summary>The sum of a one-site operator over a block.</summary>
    public DenseMatrix Total(int block, LocalOperator a)
    {
        var sum = new DenseMatrix(Dimension);
        foreach (int site in Enumerable.Range(0, Count).Where(site => blockOf[site] == block))
        {
            Add(sum, a, site, 1);
        }

        return sum;
    }

    /// <summary>The product of one matrix element for each site.</summary>
    public Complex Product(int row, int column, Func<int, int, int, Complex> element)
    {
        Complex product = 1;
        for (int site = 0; site < Count; site++)
        {
            product *= element(blockOf[site], LevelOf(row, site), LevelOf(column, site));
        }

        return product;
    }

    /// <summary>How many sites of each level of each block a word has.</summary>
    public int[][] CountsOf(int word)
    {
        int[][] counts = [.. Sites.Select((_, h) => new int[dimensionOf[Array.IndexOf(blockOf, h)]])];
        for (int site = 0; site < Count; site++)
        {
            counts[blockOf[site]][LevelOf(word, site)]++;
        }

        return counts;
    }
}
