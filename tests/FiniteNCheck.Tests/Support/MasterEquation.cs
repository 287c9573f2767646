using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The master equation of a model in its 2^N space, from the definitions:
/// <c>d rho/dt = G rho + rho G^+ + sum_i J_i rho J_i^+</c>, <c>G = -i H - 1/2 sum_i J_i^+ J_i</c>, <c>J_i = j^(i) Gamma(Delta)</c>;
/// collective jumps likewise, with one operator <c>L = n^(-1/2) sum_h sum_i o_h^(i) Gamma(Delta)</c> each.
/// </summary>
internal sealed class MasterEquation
{
    private readonly SparseMatrix drift;
    private readonly List<(SparseMatrix Rate, SpinOperator Operator, int[] Sites)> jumps = [];
    private readonly List<SparseMatrix> collective = [];

    public MasterEquation(CollectiveModel model, int n)
    {
        Space = new SpinSpace(model, n);
        DenseMatrix g = new DenseMatrix(Space.Dimension).Add(-Complex.ImaginaryOne, Hamiltonian(model, n, Space));
        foreach (JumpChannel jump in model.Jumps)
        {
            int[] sites = [.. Enumerable.Range(0, Space.Sites).Where(site => Space.BlockOf(site) == jump.Block)];

            // With its own term, Delta is the same for all spins of the block; without it, every spin has its own.
            foreach (int[] group in jump.OwnSite ? [sites] : sites.Select(site => new[] { site }))
            {
                DenseMatrix delta = Argument(jump.Argument);
                if (!jump.OwnSite)
                {
                    Space.AddVector(delta, group[0], jump.Argument[jump.Block], -1.0 / Space.Spins[jump.Block]);
                }

                DenseMatrix rate = SpinSpace.Function(delta, jump.Rate.Value);
                var sparseRate = new SparseMatrix(rate);
                jumps.Add((sparseRate, jump.Operator, group));
                foreach (int site in group)
                {
                    var square = new DenseMatrix(Space.Dimension);
                    Space.AddOneSite(square, jump.Operator.Adjoint() * jump.Operator, site, 1);
                    g.Add(-0.5, sparseRate.Times(DenseMatrix.Multiply(square, rate)));
                }
            }
        }

        foreach (CollectiveJump jump in model.CollectiveJumps)
        {
            var sum = new DenseMatrix(Space.Dimension);
            for (int site = 0; site < Space.Sites; site++)
            {
                Space.AddOneSite(sum, jump.Operators[Space.BlockOf(site)], site, 1 / Math.Sqrt(n));
            }

            DenseMatrix l = DenseMatrix.Multiply(sum, SpinSpace.Function(Argument(jump.Argument), jump.Rate.Value));
            collective.Add(new SparseMatrix(l));
            g.Add(-0.5, DenseMatrix.Multiply(l.Adjoint(), l));
        }

        drift = new SparseMatrix(g);
    }

    public SpinSpace Space { get; }

    /// <summary>The right-hand side; <c>rho</c> need not be Hermitian.</summary>
    public DenseMatrix Apply(DenseMatrix rho)
    {
        DenseMatrix result = drift.Times(rho);
        result.Add(1, drift.Times(rho.Adjoint()).Adjoint());
        foreach ((SparseMatrix rate, SpinOperator j, int[] sites) in jumps)
        {
            DenseMatrix dressed = rate.Sandwich(rho);
            foreach (int site in sites)
            {
                AddJump(result, dressed, j, site);
            }
        }

        foreach (SparseMatrix l in collective)
        {
            result.Add(1, l.Sandwich(rho));
        }

        return result;
    }

    private static DenseMatrix Hamiltonian(CollectiveModel model, int n, SpinSpace space)
    {
        var h = new DenseMatrix(space.Dimension);
        for (int block = 0; block < model.Blocks.Length; block++)
        {
            space.AddCollective(h, block, model.Fields[block], 1);
        }

        foreach (PairCoupling pair in model.Couplings)
        {
            DenseMatrix first = space.Total(pair.FirstBlock, pair.FirstAxis);
            DenseMatrix second = space.Total(pair.SecondBlock, pair.SecondAxis);
            double strength = pair.Strength / Math.Pow(n, pair.Scale);
            h.Add(strength / 2, DenseMatrix.Multiply(first, second));
            h.Add(strength / 2, DenseMatrix.Multiply(second, first));
        }

        return h;
    }

    private DenseMatrix Argument(ImmutableArray<PauliVector> argument)
    {
        var delta = new DenseMatrix(Space.Dimension);
        for (int block = 0; block < argument.Length; block++)
        {
            Space.AddCollective(delta, block, argument[block], 1.0 / Space.Spins[block]);
        }

        return delta;
    }

    /// <summary>
    /// Adds <c>j^(site) x j^(site)+</c>: four elements of <c>x</c> for each element of the result, fewer where <c>j</c> has
    /// zeros.
    /// </summary>
    private static void AddJump(DenseMatrix target, DenseMatrix x, SpinOperator j, int site)
    {
        Complex[,] element = { { j.UpUp, j.UpDown }, { j.DownUp, j.DownDown } };
        int bit = 1 << site;
        int n = x.Dimension;
        for (int code = 0; code < 16; code++)
        {
            (int toRow, int fromRow, int toColumn, int fromColumn) = (code & 1, (code >> 1) & 1, (code >> 2) & 1, (code >> 3) & 1);
            Complex factor = element[toRow, fromRow] * Complex.Conjugate(element[toColumn, fromColumn]);
            if (factor == Complex.Zero)
            {
                continue;
            }

            for (int r = 0; r < n; r++)
            {
                if ((r & bit) == 0)
                {
                    AddRow(target, (r + (toRow * bit)) * n, toColumn * bit, x, (r + (fromRow * bit)) * n, fromColumn * bit, bit, factor);
                }
            }
        }
    }

    private static void AddRow(
        DenseMatrix target, int targetRow, int targetBit, DenseMatrix x, int sourceRow, int sourceBit, int bit, Complex factor)
    {
        for (int start = 0; start < x.Dimension; start += 2 * bit)
        {
            int to = targetRow + start + targetBit;
            int from = sourceRow + start + sourceBit;
            DenseMatrix.AddScaled(
                target.Re.AsSpan(to, bit), target.Im.AsSpan(to, bit), factor, x.Re.AsSpan(from, bit), x.Im.AsSpan(from, bit));
        }
    }
}
