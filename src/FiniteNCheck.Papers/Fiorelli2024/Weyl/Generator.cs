using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// The parts of <c>L_N[W]</c> in one sector, each as a sum of products <c>A W B</c>: what Lemmas 8 to 11 are about. Nothing is expanded.
/// </summary>
internal static class Generator
{
    /// <summary>All of <c>L_N[W]</c>.</summary>
    /// <param name="point">The model and the argument of W.</param>
    /// <param name="sector">The sector.</param>
    public static IEnumerable<(Band Left, Band Right)> All(WeylPoint point, SpinSector sector) =>
        [.. Fields(point, sector), .. Couplings(point, sector), .. FirstDissipator(point, sector), .. SecondDissipator(point, sector)];

    /// <summary>The part of the fields, <c>i [H, W]</c> (Lemma 8).</summary>
    /// <param name="point">The model and the argument of W.</param>
    /// <param name="sector">The sector.</param>
    public static IEnumerable<(Band Left, Band Right)> Fields(WeylPoint point, SpinSector sector) =>
        Commutator(sector, sector.Spins * sector.Along(point.Model.Fields[0]));

    /// <summary>The part of the couplings, <c>i [H, W]</c> (Lemma 9).</summary>
    /// <param name="point">The model and the argument of W.</param>
    /// <param name="sector">The sector.</param>
    public static IEnumerable<(Band Left, Band Right)> Couplings(WeylPoint point, SpinSector sector) =>
        point.Model.Couplings.SelectMany(pair =>
        {
            (Band first, Band second) = (sector.Averages[(int)pair.FirstAxis], sector.Averages[(int)pair.SecondAxis]);
            return Commutator(sector, sector.Spins * pair.Strength / 2 * ((first * second) + (second * first)));
        });

    /// <summary>The sum over channels of <c>D_I = 1/2 sum_k ([Gamma, W] j+ j Gamma + Gamma j+ j [W, Gamma])</c> (A.43), Lemma 10.</summary>
    /// <param name="point">The model and the argument of W.</param>
    /// <param name="sector">The sector.</param>
    public static IEnumerable<(Band Left, Band Right)> FirstDissipator(WeylPoint point, SpinSector sector)
    {
        foreach (JumpChannel jump in point.Model.Jumps)
        {
            Band gamma = Gamma(point, sector, jump);
            Band decays = sector.Sum(jump.Operator.Adjoint() * jump.Operator);
            yield return (0.5 * gamma, decays * gamma);
            yield return (-0.5 * sector.One, gamma * decays * gamma);
            yield return (0.5 * (gamma * decays), gamma);
            yield return (-0.5 * (gamma * decays * gamma), sector.One);
        }
    }

    /// <summary>The sum over channels of <c>D_II = Gamma D^Loc[W] Gamma</c> (A.44), Lemma 11.</summary>
    /// <param name="point">The model and the argument of W.</param>
    /// <param name="sector">The sector.</param>
    public static IEnumerable<(Band Left, Band Right)> SecondDissipator(WeylPoint point, SpinSector sector)
    {
        SpinOperator w = WeylStart.Rotation(point.Inner, sector.Spins);
        foreach (JumpChannel jump in point.Model.Jumps)
        {
            // D^Loc[W] = sum_k (j+ w j w+ - (j+ j + w j+ j w+)/2)^(k) W
            Band gamma = Gamma(point, sector, jump);
            SpinOperator decay = jump.Operator.Adjoint() * jump.Operator;
            SpinOperator gained = jump.Operator.Adjoint() * w * jump.Operator * w.Adjoint();
            SpinOperator lost = -0.5 * OneSpin.Add(decay, w * decay * w.Adjoint());
            yield return (gamma * sector.Sum(OneSpin.Add(gained, lost)), gamma);
        }
    }

    /// <summary>The rate <c>Gamma(Delta_N)</c> of a channel.</summary>
    /// <param name="point">The model.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    public static Band Gamma(WeylPoint point, SpinSector sector, JumpChannel jump) => Function(point, sector, jump, jump.Rate.Value);

    /// <summary>A function of the argument <c>Delta_N</c> of a channel.</summary>
    /// <param name="point">The model.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The channel.</param>
    /// <param name="function">The function.</param>
    public static Band Function(WeylPoint point, SpinSector sector, JumpChannel jump, Func<double, double> function)
    {
        double slope = jump.Argument[0].Dot(point.Axis) / point.Axis.Norm;
        return sector.Diagonal(m => function(slope * m));
    }

    private static IEnumerable<(Band Left, Band Right)> Commutator(SpinSector sector, Band hamiltonian) =>
        [(Complex.ImaginaryOne * hamiltonian, sector.One), (-Complex.ImaginaryOne * sector.One, hamiltonian)];
}
