using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Theory.Levels;

/// <summary>
/// The mean field written down directly: <c>d rho_h/dt = -i [H_h, rho_h] + sum_l Gamma^2 (j rho j+ - 1/2 {j+ j, rho})</c> with the fields
/// of the couplings and of the collective jumps, <c>H_h += (i/2) (lambda^* w_h - lambda w_h^+)</c>, in d x d matrices.
/// </summary>
internal static class MatrixFlow
{
    /// <summary>The derivative of every block's state.</summary>
    public static LocalOperator[] Of(LevelModel model, ImmutableArray<LocalOperator> rho)
    {
        LocalOperator[] fields = [.. model.Fields];
        foreach (LevelCoupling pair in model.Couplings)
        {
            Complex first = pair.Strength * model.Blocks[pair.SecondBlock].Share * Average(pair.SecondOperator, rho[pair.SecondBlock]);
            Complex second = pair.Strength * model.Blocks[pair.FirstBlock].Share * Average(pair.FirstOperator, rho[pair.FirstBlock]);
            fields[pair.FirstBlock] += first * pair.FirstOperator;
            fields[pair.SecondBlock] += second * pair.SecondOperator;
        }

        foreach (LevelCollectiveJump jump in model.CollectiveJumps)
        {
            double gamma = jump.Rate.Value(Delta(jump.Argument, rho));
            Complex l = jump.Operators.Select((o, h) => model.Blocks[h].Share * Average(o, rho[h])).Aggregate((a, b) => a + b);
            for (int h = 0; h < fields.Length; h++)
            {
                LocalOperator part = (Complex.ImaginaryOne / 2 * gamma * gamma * Complex.Conjugate(l)) * jump.Operators[h];
                fields[h] += part + part.Adjoint();
            }
        }

        LocalOperator[] flow = [.. rho.Select((state, h) => -Complex.ImaginaryOne * ((fields[h] * state) - (state * fields[h])))];
        foreach (LevelJump jump in model.Jumps)
        {
            double gamma = jump.Rate.Value(Delta(jump.Argument, rho));
            LocalOperator state = rho[jump.Block];
            LocalOperator decay = jump.Operator.Adjoint() * jump.Operator;
            flow[jump.Block] += (Complex)(gamma * gamma)
                * ((jump.Operator * state * jump.Operator.Adjoint()) - ((Complex)0.5 * ((decay * state) + (state * decay))));
        }

        return flow;
    }

    /// <summary>The argument of a rate.</summary>
    public static double Delta(ImmutableArray<LocalOperator> argument, ImmutableArray<LocalOperator> rho) =>
        argument.Select((r, h) => Average(r, rho[h]).Real).Sum();

    private static Complex Average(LocalOperator x, LocalOperator rho) => (x * rho).Trace;
}
