using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The naive implementation for sites with levels: the master equation in the full d^N space, from the definitions of a model, without
/// symmetries. One matrix for every jump of every site.
/// </summary>
internal sealed class BruteForceLevels
{
    private readonly LevelSpace space;
    private readonly SparseMatrix drift;
    private readonly List<SparseMatrix> jumps = [];

    private BruteForceLevels(LevelModel model, int n)
    {
        space = new LevelSpace(model, n);
        DenseMatrix g = new DenseMatrix(space.Dimension).Add(-Complex.ImaginaryOne, Hamiltonian(model, n));
        foreach (DenseMatrix jump in Jumps(model, n))
        {
            jumps.Add(new SparseMatrix(jump));
            g.Add(-0.5, DenseMatrix.Multiply(jump.Adjoint(), jump));
        }

        drift = new SparseMatrix(g);
    }

    /// <summary>Means and covariances at the given times.</summary>
    public static MomentSeries Solve(LevelModel model, int n, params double[] times)
    {
        var equation = new BruteForceLevels(model, n);
        DenseMatrix rho = equation.Start(model, n);
        List<(double[] Mean, double[,] Covariance)> moments = [];
        double now = 0;
        foreach (double time in times)
        {
            rho = equation.Evolve(rho, time - now);
            now = time;
            moments.Add(equation.Moments(model, rho));
        }

        return new MomentSeries([.. times], [.. moments.Select(m => m.Mean)], [.. moments.Select(m => m.Covariance)]);
    }

    /// <summary>Means and covariances at the end of pieces, in each of which the model is constant; the start is the first one's.</summary>
    public static MomentSeries SolveInPieces(int n, double end, params (LevelModel Model, double Until)[] pieces)
    {
        BruteForceLevels? equation = null;
        DenseMatrix rho = new BruteForceLevels(pieces[0].Model, n).Start(pieces[0].Model, n);
        double now = 0;
        foreach ((LevelModel model, double until) in pieces)
        {
            equation = new BruteForceLevels(model, n);
            rho = equation.Evolve(rho, until - now);
            now = until;
        }

        (double[] mean, double[,] covariance) = equation!.Moments(pieces[0].Model, rho);
        return new MomentSeries([end], [mean], [covariance]);
    }

    private DenseMatrix Hamiltonian(LevelModel model, int n)
    {
        var h = new DenseMatrix(space.Dimension);
        for (int block = 0; block < model.Blocks.Length; block++)
        {
            h.Add(1, space.Total(block, model.Fields[block]));
        }

        foreach (LevelCoupling pair in model.Couplings)
        {
            DenseMatrix first = space.Total(pair.FirstBlock, pair.FirstOperator);
            DenseMatrix second = space.Total(pair.SecondBlock, pair.SecondOperator);
            double strength = pair.Strength / Math.Pow(n, pair.Scale);
            h.Add(strength / 2, DenseMatrix.Multiply(first, second));
            h.Add(strength / 2, DenseMatrix.Multiply(second, first));
        }

        return h;
    }

    private IEnumerable<DenseMatrix> Jumps(LevelModel model, int n)
    {
        foreach (LevelJump jump in model.Jumps)
        {
            DenseMatrix whole = Argument(jump.Argument);
            for (int site = 0; site < space.Count; site++)
            {
                if (space.BlockOf(site) != jump.Block)
                {
                    continue;
                }

                DenseMatrix delta = whole.Clone();
                if (!jump.OwnSite)
                {
                    space.Add(delta, jump.Argument[jump.Block], site, -1.0 / space.Sites[jump.Block]);
                }

                var one = new DenseMatrix(space.Dimension);
                space.Add(one, jump.Operator, site, 1);
                yield return DenseMatrix.Multiply(one, SpinSpace.Function(delta, jump.Rate.Value));
            }
        }

        foreach (LevelCollectiveJump jump in model.CollectiveJumps)
        {
            var sum = new DenseMatrix(space.Dimension);
            for (int site = 0; site < space.Count; site++)
            {
                space.Add(sum, jump.Operators[space.BlockOf(site)], site, 1 / Math.Sqrt(n));
            }

            yield return DenseMatrix.Multiply(sum, SpinSpace.Function(Argument(jump.Argument), jump.Rate.Value));
        }
    }

    private DenseMatrix Argument(ImmutableArray<LocalOperator> argument)
    {
        var delta = new DenseMatrix(space.Dimension);
        for (int site = 0; site < space.Count; site++)
        {
            int block = space.BlockOf(site);
            space.Add(delta, argument[block], site, 1.0 / space.Sites[block]);
        }

        return delta;
    }

    private DenseMatrix Start(LevelModel model, int n) => model.Initial switch
    {
        LevelProduct product => Product(product.States),
        LevelMixture mixture => mixture.Components.Aggregate(
            new DenseMatrix(space.Dimension), (sum, each) => sum.Add(each.Weight, Product(each.States))),
        LevelSuperposition superposition => Pure(word => superposition.Terms.Aggregate(
            Complex.Zero,
            (sum, term) => sum + (term.Amplitude * space.Product(word, word, (block, level, _) => term.Vectors[block][level])))),
        LevelDicke dicke => Pure(word => space.CountsOf(word).Zip(dicke.Counts)
            .All(pair => pair.First.Zip(pair.Second).All(each => each.First == (int)Math.Round(each.Second.Evaluate(_ => n))))
                ? 1
                : 0),
        _ => throw new NotSupportedException($"{model.Initial.GetType().Name}"),
    };

    private DenseMatrix Product(ImmutableArray<LocalOperator> states)
    {
        var rho = new DenseMatrix(space.Dimension);
        for (int row = 0; row < space.Dimension; row++)
        {
            for (int column = 0; column < space.Dimension; column++)
            {
                rho[row, column] = space.Product(row, column, (block, a, b) => states[block][a, b]);
            }
        }

        return rho;
    }

    private DenseMatrix Pure(Func<int, Complex> amplitude)
    {
        Complex[] vector = [.. Enumerable.Range(0, space.Dimension).Select(amplitude)];
        double norm = vector.Sum(each => each.Magnitude * each.Magnitude);
        var rho = new DenseMatrix(space.Dimension);
        for (int row = 0; row < vector.Length; row++)
        {
            for (int column = 0; column < vector.Length; column++)
            {
                rho[row, column] = vector[row] * Complex.Conjugate(vector[column]) / norm;
            }
        }

        return rho;
    }

    private DenseMatrix Apply(DenseMatrix rho)
    {
        DenseMatrix result = drift.Times(rho);
        result.Add(1, drift.Times(rho.Adjoint()).Adjoint());
        foreach (SparseMatrix jump in jumps)
        {
            result.Add(1, jump.Sandwich(rho));
        }

        return result;
    }

    // The Taylor series to rounding, in steps so short that no term exceeds ten times the state.
    private DenseMatrix Evolve(DenseMatrix rho, double time)
    {
        double step = time;
        for (double left = time; left > 0;)
        {
            double size = rho.FrobeniusNorm();
            double h = Math.Min(step, left);
            DenseMatrix sum = rho.Clone();
            DenseMatrix term = rho;
            double previous = size;
            for (int k = 1; ; k++)
            {
                term = Apply(term).Scale(h / k);
                double norm = term.FrobeniusNorm();
                if (norm > 10 * size)
                {
                    step = h / 2;
                    break;
                }

                sum.Add(1, term);
                if (norm + previous <= 1e-17 * size)
                {
                    rho = sum;
                    left = h >= left ? 0 : left - h;
                    break;
                }

                previous = norm;
            }
        }

        return rho;
    }

    private (double[] Mean, double[,] Covariance) Moments(LevelModel model, DenseMatrix rho)
    {
        (SparseMatrix Matrix, double Sites)[] totals =
        [
            .. model.Blocks.SelectMany((block, h) =>
                LevelBasis.Of(block).Select(v => (new SparseMatrix(space.Total(h, v)), (double)space.Sites[h]))),
        ];
        double[] sums = [.. totals.Select(total => total.Matrix.TraceWith(rho).Real)];
        double[,] covariance = new double[sums.Length, sums.Length];
        for (int b = 0; b < sums.Length; b++)
        {
            // 1/2 tr({A, B} rho) = (tr(A B rho) + tr(A rho B))/2.
            DenseMatrix right = totals[b].Matrix.Times(rho);
            DenseMatrix left = totals[b].Matrix.Times(rho.Adjoint()).Adjoint();
            for (int a = 0; a < sums.Length; a++)
            {
                Complex product = 0.5 * (totals[a].Matrix.TraceWith(right) + totals[a].Matrix.TraceWith(left));
                covariance[a, b] = (product.Real - (sums[a] * sums[b])) / Math.Sqrt(totals[a].Sites * totals[b].Sites);
            }
        }

        return ([.. sums.Select((sum, a) => sum / totals[a].Sites)], covariance);
    }
}
