using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>Derives the exponent of the Gibbs state of a model with detailed balance.</summary>
internal static class GibbsEnergy
{
    // The two sides of the symmetry condition are products of the same few numbers, rounded differently.
    private const double Rounding = 1e-14;

    /// <summary>Computes the symmetric matrix <c>N_h e_h r_hk</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="spins">The number of spins of each block.</param>
    /// <exception cref="InputException">The model does not satisfy detailed balance in this form.</exception>
    public static double[,] Compute(CollectiveModel model, int[] spins)
    {
        Require(model, model.CollectiveJumps.IsEmpty, "collective jumps");
        Require(model, model.Fields.All(field => field.X == 0 && field.Y == 0), "a field across z");
        Require(
            model,
            model.Couplings.All(pair => pair is { FirstAxis: PauliAxis.Z, SecondAxis: PauliAxis.Z }),
            "a coupling other than z-z");
        double[,] energy = new double[spins.Length, spins.Length];
        for (int h = 0; h < spins.Length; h++)
        {
            (double exponent, double[] weights) = Flips(model, h);
            for (int k = 0; k < spins.Length; k++)
            {
                energy[h, k] = spins[h] * exponent * weights[k];
            }
        }

        for (int h = 0; h < spins.Length; h++)
        {
            for (int k = 0; k < h; k++)
            {
                bool isSymmetric = Math.Abs(energy[h, k] - energy[k, h]) <= Rounding * Math.Abs(energy[h, k]);
                Require(model, isSymmetric, "blocks that act on each other with different strengths");
            }
        }

        return energy;
    }

    /// <summary>The exponent <c>e</c> and the z components <c>r_k</c> of the one pair of channels that flips a block up and down.</summary>
    private static (double Exponent, double[] Weights) Flips(CollectiveModel model, int block)
    {
        JumpChannel[] jumps = [.. model.Jumps.Where(jump => jump.Block == block)];
        JumpChannel? raise = Array.Find(jumps, jump => jump.Operator == SpinOperator.Raise);
        JumpChannel? lower = Array.Find(jumps, jump => jump.Operator == SpinOperator.Lower);
        Require(model, jumps.Length == 2 && raise is not null && lower is not null, "jumps other than one raise and one lower per block");
        Require(
            model,
            raise!.Rate is ExponentialRate up
                && lower!.Rate is ExponentialRate down
                && up.Amplitude == down.Amplitude
                && up.Exponent == -down.Exponent,
            "rates other than a exp(e x) up and a exp(-e x) down");
        Require(
            model,
            raise.OwnSite == lower!.OwnSite
                && raise.Argument.SequenceEqual(lower.Argument)
                && raise.Argument.All(r => r.X == 0 && r.Y == 0),
            "arguments that differ between up and down, or do not point along z");
        return (((ExponentialRate)raise.Rate).Exponent, [.. raise.Argument.Select(r => r.Z)]);
    }

    private static void Require(CollectiveModel model, bool holds, string found)
    {
        if (!holds)
        {
            throw new InputException(
                $"Model '{model.Name}' has {found}: a Gibbs state in closed form needs detailed balance, "
                + "as the network (51) has it without a transverse field. Use another model.");
        }
    }
}
