using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The generator applied once to a product state with any number of spins: the time derivative of averages of one, two or three
/// distinct spins. Only those spins and the jumping one are written out. The rest of the argument is a sum of independent spins
/// that commutes with them, so only the distribution of its eigenvalues matters. Uses nothing of the program but the definitions
/// of a model.
/// </summary>
internal sealed class OneStep
{
    private readonly CollectiveModel model;
    private readonly int n;
    private readonly int[] spins;
    private readonly PauliVector[] bloch;

    public OneStep(CollectiveModel model, int n, IReadOnlyList<PauliVector> bloch)
    {
        this.model = model;
        this.n = n;
        spins = [.. model.SpinsAt(n)];
        this.bloch = [.. bloch];
    }

    /// <summary>
    /// <c>d/dt &lt;sigma_a^(1) sigma_b^(2) ..&gt;</c> for distinct spins of the given blocks, a tensor with one index of three
    /// values per spin, the last fastest.
    /// </summary>
    public double[] Derivative(params int[] blocks)
    {
        Matrix<Complex> change = Precession(blocks);
        foreach (JumpChannel jump in model.Jumps)
        {
            for (int site = 0; site < blocks.Length; site++)
            {
                if (blocks[site] == jump.Block)
                {
                    change += Jumped(jump, blocks, site);
                }
            }

            // All the spins of the block that are not watched act alike.
            int others = spins[jump.Block] - blocks.Count(block => block == jump.Block);
            if (others > 0)
            {
                change += others * WithoutLast(Jumped(jump, [.. blocks, jump.Block], blocks.Length));
            }
        }

        foreach (CollectiveJump jump in model.CollectiveJumps)
        {
            change += Collective(jump, blocks);
        }

        return Averages(change, blocks.Length);
    }

    // L rho L^+ - 1/2 (L^+ L rho + rho L^+ L) is a sum over pairs of spins, either of them watched or one of the others, which act alike.
    private Matrix<Complex> Collective(CollectiveJump jump, int[] blocks)
    {
        int watched = blocks.Length;
        int[] others = [.. spins.Select((count, h) => count - blocks.Count(block => block == h))];
        Matrix<Complex> sum = Matrix<Complex>.Build.Dense(1 << watched, 1 << watched);
        for (int i = 0; i < watched; i++)
        {
            for (int j = 0; j < watched; j++)
            {
                sum += Pair(jump, blocks, watched, i, j);
            }

            for (int h = 0; h < spins.Length; h++)
            {
                sum += others[h] * (Pair(jump, [.. blocks, h], watched, i, watched) + Pair(jump, [.. blocks, h], watched, watched, i));
            }
        }

        for (int h = 0; h < spins.Length; h++)
        {
            sum += others[h] * Pair(jump, [.. blocks, h], watched, watched, watched);
            for (int k = 0; k < spins.Length; k++)
            {
                double pairs = others[h] * (others[k] - (h == k ? 1.0 : 0));
                sum += pairs * Pair(jump, [.. blocks, h, k], watched, watched, watched + 1);
            }
        }

        return sum / n;
    }

    // v_i Gamma rho Gamma v_j^+ - 1/2 {Gamma v_j^+ v_i Gamma, rho}, without the spins that are not watched.
    private Matrix<Complex> Pair(CollectiveJump jump, int[] blocks, int watched, int i, int j)
    {
        // A block without spins left has none to add.
        if (blocks.GroupBy(block => block).Any(group => group.Count() > spins[group.Key]))
        {
            return Matrix<Complex>.Build.Dense(1 << watched, 1 << watched);
        }

        Func<Matrix<Complex>, Matrix<Complex>> between = Between(jump.Rate, jump.Argument, blocks, without: -1);
        Matrix<Complex> first = At(jump.Operators[blocks[i]], i, blocks.Length);
        Matrix<Complex> second = At(jump.Operators[blocks[j]], j, blocks.Length).ConjugateTranspose();
        Matrix<Complex> rho = Product(blocks);
        Matrix<Complex> loss = between(second * first);
        Matrix<Complex> change = (first * between(rho) * second) - (0.5 * ((loss * rho) + (rho * loss)));
        for (int extra = blocks.Length; extra > watched; extra--)
        {
            change = WithoutLast(change);
        }

        return change;
    }

    /// <summary><c>tr(X sigma_a^(1) sigma_b^(2) ..)</c> for all axes.</summary>
    private static double[] Averages(Matrix<Complex> x, int sites)
    {
        double[] averages = new double[(int)Math.Pow(3, sites)];
        for (int index = 0; index < averages.Length; index++)
        {
            Matrix<Complex> product = Matrix<Complex>.Build.DenseIdentity(x.RowCount);
            int rest = index;
            for (int site = sites - 1; site >= 0; site--)
            {
                product *= At(SpinOperator.Pauli((PauliAxis)(rest % 3)), site, sites);
                rest /= 3;
            }

            averages[index] = (product * x).Trace().Real;
        }

        return averages;
    }

    // -i [H, rho] with the fields, the pairs among the watched spins, and the average field of all others.
    private Matrix<Complex> Precession(int[] blocks)
    {
        int sites = blocks.Length;
        Matrix<Complex> h = Matrix<Complex>.Build.Dense(1 << sites, 1 << sites);
        for (int site = 0; site < sites; site++)
        {
            h += Along(model.Fields[blocks[site]], site, sites);
        }

        foreach (PairCoupling pair in model.Couplings)
        {
            double strength = pair.Strength / n;
            for (int i = 0; i < sites; i++)
            {
                for (int j = 0; j < sites; j++)
                {
                    if (i != j && blocks[i] == pair.FirstBlock && blocks[j] == pair.SecondBlock)
                    {
                        Matrix<Complex> first = At(SpinOperator.Pauli(pair.FirstAxis), i, sites);
                        h += strength * (first * At(SpinOperator.Pauli(pair.SecondAxis), j, sites));
                    }
                }

                h += AverageField(pair, blocks, i, strength);
            }
        }

        Matrix<Complex> rho = Product(blocks);
        return -Complex.ImaginaryOne * ((h * rho) - (rho * h));
    }

    private Matrix<Complex> AverageField(PairCoupling pair, int[] blocks, int site, double strength)
    {
        Matrix<Complex> field = Matrix<Complex>.Build.Dense(1 << blocks.Length, 1 << blocks.Length);
        if (blocks[site] == pair.FirstBlock)
        {
            double partners = spins[pair.SecondBlock] - blocks.Count(block => block == pair.SecondBlock);
            field += strength * partners * bloch[pair.SecondBlock][pair.SecondAxis]
                * At(SpinOperator.Pauli(pair.FirstAxis), site, blocks.Length);
        }

        if (blocks[site] == pair.SecondBlock)
        {
            double partners = spins[pair.FirstBlock] - blocks.Count(block => block == pair.FirstBlock);
            field += strength * partners * bloch[pair.FirstBlock][pair.FirstAxis]
                * At(SpinOperator.Pauli(pair.SecondAxis), site, blocks.Length);
        }

        return field;
    }

    // J rho J^+ - 1/2 (J^+ J rho + rho J^+ J) for one spin, J = j Gamma(x), averaged over the eigenvalues of the spins that are
    // not written out.
    private Matrix<Complex> Jumped(JumpChannel jump, int[] blocks, int site)
    {
        Func<Matrix<Complex>, Matrix<Complex>> between = Between(jump.Rate, jump.Argument, blocks, jump.OwnSite ? -1 : site);
        Matrix<Complex> j = At(jump.Operator, site, blocks.Length);
        Matrix<Complex> rho = Product(blocks);
        Matrix<Complex> loss = between(j.ConjugateTranspose() * j);
        return (j * between(rho) * j.ConjugateTranspose()) - (0.5 * ((loss * rho) + (rho * loss)));
    }

    // X -> Gamma X Gamma, averaged over the spins that are not written out: in the eigenbasis of the argument, element by element.
    private Func<Matrix<Complex>, Matrix<Complex>> Between(
        CollectiveRate rate, ImmutableArray<PauliVector> r, int[] blocks, int without)
    {
        int sites = blocks.Length;
        Matrix<Complex> argument = Matrix<Complex>.Build.Dense(1 << sites, 1 << sites);
        for (int each = 0; each < sites; each++)
        {
            if (each != without)
            {
                argument += Along(1.0 / spins[blocks[each]] * r[blocks[each]], each, sites);
            }
        }

        var basis = argument.Evd(Symmetricity.Hermitian);
        Matrix<Complex> u = basis.EigenVectors;
        double[,] weights = Weights(rate, [.. basis.EigenValues.Select(value => value.Real)], Rest(r, blocks));
        return x =>
        {
            Matrix<Complex> inner = u.ConjugateTranspose() * x * u;
            inner.MapIndexedInplace((i, k, value) => value * weights[i, k]);
            return u * inner * u.ConjugateTranspose();
        };
    }

    private static double[,] Weights(CollectiveRate rate, double[] eigenvalues, List<(double Value, double Probability)> rest)
    {
        double[,] weights = new double[eigenvalues.Length, eigenvalues.Length];
        foreach ((double value, double probability) in rest)
        {
            double[] gamma = [.. eigenvalues.Select(eigenvalue => rate.Value(eigenvalue + value))];
            for (int i = 0; i < gamma.Length; i++)
            {
                for (int k = 0; k < gamma.Length; k++)
                {
                    weights[i, k] += probability * gamma[i] * gamma[k];
                }
            }
        }

        return weights;
    }

    // The eigenvalues of r.sigma/N summed over the spins that are not written out, with their binomial probabilities.
    private List<(double Value, double Probability)> Rest(ImmutableArray<PauliVector> r, int[] blocks)
    {
        List<(double Value, double Probability)> rest = [(0, 1)];
        for (int h = 0; h < spins.Length; h++)
        {
            double length = r[h].Norm;
            if (length == 0)
            {
                continue;
            }

            double up = (1 + (r[h].Dot(bloch[h]) / length)) / 2;
            double[] binomial = [1];
            int count = spins[h] - blocks.Count(block => block == h);
            for (int spin = 0; spin < count; spin++)
            {
                binomial = [.. Enumerable.Range(0, binomial.Length + 1)
                    .Select(k => (k > 0 ? up * binomial[k - 1] : 0) + (k < binomial.Length ? (1 - up) * binomial[k] : 0))];
            }

            int block = h;
            rest =
            [
                .. rest.SelectMany(each => binomial.Select(
                    (p, k) => (each.Value + (length * ((2 * k) - count) / spins[block]), each.Probability * p))),
            ];
        }

        return rest;
    }

    private Matrix<Complex> Product(int[] blocks)
    {
        Matrix<Complex> rho = Matrix<Complex>.Build.DenseIdentity(1);
        foreach (int block in blocks)
        {
            rho = rho.KroneckerProduct(0.5 * (Matrix<Complex>.Build.DenseIdentity(2) + Along(bloch[block], 0, 1)));
        }

        return rho;
    }

    private static Matrix<Complex> Along(PauliVector v, int site, int sites) =>
        (v.X * At(SpinOperator.Pauli(PauliAxis.X), site, sites))
        + (v.Y * At(SpinOperator.Pauli(PauliAxis.Y), site, sites))
        + (v.Z * At(SpinOperator.Pauli(PauliAxis.Z), site, sites));

    private static Matrix<Complex> At(SpinOperator j, int site, int sites)
    {
        Matrix<Complex> one = Matrix<Complex>.Build.DenseOfArray(new[,] { { j.UpUp, j.UpDown }, { j.DownUp, j.DownDown } });
        return Matrix<Complex>.Build.DenseIdentity(1 << site).KroneckerProduct(one)
            .KroneckerProduct(Matrix<Complex>.Build.DenseIdentity(1 << (sites - site - 1)));
    }

    private static Matrix<Complex> WithoutLast(Matrix<Complex> x) =>
        Matrix<Complex>.Build.Dense(x.RowCount / 2, x.RowCount / 2, (i, k) => x[2 * i, 2 * k] + x[(2 * i) + 1, (2 * k) + 1]);
}
