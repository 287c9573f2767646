using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// The right sides of Lemmas 8 to 11 and of Proposition 1 in one sector: the operators that stand on the left of W, in the Pauli basis, at
/// time 0. T, F, Gamma and G are operators.
/// </summary>
/// <param name="point">The model and the argument of W.</param>
/// <param name="sector">The sector.</param>
internal sealed class Expansion(WeylPoint point, SpinSector sector)
{
    private static readonly PauliVector[] axes = [.. Enum.GetValues<PauliAxis>().Select(PauliVector.Along)];

    private readonly PauliVector r = point.Inner;
    private readonly double root = Math.Sqrt(sector.Spins);

    /// <summary>The field that the couplings make, <c>2 h omega</c>.</summary>
    private PauliVector CouplingField => Coupled(point.Bloch);

    /// <summary><c>sqrt(N) i r.(B~ + iA) omega</c>.</summary>
    public Band Drive => DriveOf(point.Model.Fields[0]) + DriveOf(CouplingField);

    /// <summary><c>sqrt(N) i r.f(omega)</c> with the mean-field flow f.</summary>
    public Band MeanFieldDrive => Drive + LocalDrive(FrozenRate);

    /// <summary>The part of the fields: Lemma 8.</summary>
    public Band Fields => DriveOf(point.Model.Fields[0]) + LinearOf(point.Model.Fields[0]) + (-0.5 * QuadraticOf(point.Model.Fields[0]));

    /// <summary>The part of the couplings: Lemma 9.</summary>
    public Band Couplings => DriveOf(CouplingField) + LinearOf(CouplingField) + CoupledFluctuations
        + (-0.5 * (QuadraticOf(CouplingField) + CoupledCommutators));

    /// <summary><c>i r.(B~ + iA) F</c> and <c>-i r.T (2i h) F</c>.</summary>
    public Band Linear => LinearOf(point.Model.Fields[0]) + LinearOf(CouplingField) + CoupledFluctuations;

    /// <summary><c>r.[T (2i h) T - (B~ + iA) T] r</c>.</summary>
    public Band Quadratic => QuadraticOf(point.Model.Fields[0]) + QuadraticOf(CouplingField) + CoupledCommutators;

    /// <summary><c>r.T S T r</c>: twice the right side of Lemma 10, with the opposite sign.</summary>
    public Band RateNoise => SumOverChannels(jump =>
    {
        // (r.T r_l) Gamma'^2 (1/N) sum j+ j (r_l.T r) + Gamma Gamma' (r.T r_l) (c.T r)
        Band commutator = sector.Commutator(r, jump.Argument[0]);
        Band slope = Generator.Function(point, sector, jump, RateConstants.Derivative(jump.Rate).Value);
        SpinOperator decay = jump.Operator.Adjoint() * jump.Operator;
        Band decays = (1.0 / sector.Spins) * sector.Sum(decay);
        return (commutator * slope * slope * decays * sector.Commutator(jump.Argument[0], r))
            + (Generator.Gamma(point, sector, jump) * slope * commutator * sector.Commutator(OneSpin.VectorOf(decay), r));
    });

    /// <summary><c>sum_l sqrt(N) i r.Gamma_l^2 M_l omega</c>, with the identity's component of <c>M_l</c>.</summary>
    /// <param name="squaredRate">The squared rate of a channel.</param>
    public Band LocalDrive(Func<JumpChannel, Band> squaredRate) =>
        SumOverChannels(jump => new Complex(0, root * LocalAverage(point, jump)) * squaredRate(jump));

    /// <summary><c>sum_l i r.Gamma_l^2 M_l F</c>.</summary>
    public Band LocalLinear => SumOverChannels(jump => Complex.ImaginaryOne * (SquaredRate(jump) * Fluctuation(Local(point, jump).Vector)));

    /// <summary><c>sum_l r.Gamma_l^2 M_l T r</c>.</summary>
    public Band LocalQuadratic => SumOverChannels(jump => SquaredRate(jump) * sector.Commutator(Local(point, jump).Vector, r));

    /// <summary><c>sum_l r.Gamma_l^2 G_l r</c>, <c>r.G_l r = (1/N) sum_k [r.sigma, j+] [j, r.sigma]</c>.</summary>
    public Band LocalNoise => SumOverChannels(jump =>
    {
        SpinOperator along = OneSpin.Along(r);
        SpinOperator product = OneSpin.Commutator(along, jump.Operator.Adjoint()) * OneSpin.Commutator(jump.Operator, along);
        return SquaredRate(jump) * ((1.0 / sector.Spins) * sector.Sum(product));
    });

    /// <summary>
    /// <c>sum_l Gamma_l Gamma_l' (r.M_l omega) (r.T r_l)</c>: what (A.82) holds as <c>Gamma [i sqrt(N) r.(M omega) W, Gamma]</c> and (A.85)
    /// no longer does.
    /// </summary>
    public Band Lost => SumOverChannels(jump =>
    {
        Band slope = Generator.Function(point, sector, jump, RateConstants.Derivative(jump.Rate).Value);
        return LocalAverage(point, jump) * (Generator.Gamma(point, sector, jump) * slope * sector.Commutator(r, jump.Argument[0]));
    });

    /// <summary>The limit of <see cref="Lost"/>: <c>sum_l Gamma_l Gamma_l' (r.M_l omega) i r.sigma(omega) r_l</c>.</summary>
    /// <param name="point">The model and the argument of W.</param>
    public static Complex LostAverage(WeylPoint point) => point.Model.Jumps.Aggregate(Complex.Zero, (sum, jump) =>
    {
        double delta = jump.Argument[0].Dot(point.Bloch);
        double rates = jump.Rate.Value(delta) * RateConstants.Derivative(jump.Rate).Value(delta);
        return sum + new Complex(0, 2 * rates * LocalAverage(point, jump) * Cross(point.Inner, jump.Argument[0]).Dot(point.Bloch));
    });

    /// <summary>
    /// <c>sum_l i (Gamma_l^2)'(Delta) (r.M_l omega) (r_l.F)</c>: the response of the rates, at their mean-field argument.
    /// </summary>
    public Band Response => SumOverChannels(jump =>
    {
        double delta = jump.Argument[0].Dot(point.Bloch);
        double slope = 2 * jump.Rate.Value(delta) * RateConstants.Derivative(jump.Rate).Value(delta);
        return new Complex(0, slope * LocalAverage(point, jump)) * Fluctuation(jump.Argument[0]);
    });

    /// <summary>The operator <c>Gamma_l^2(Delta_N)</c>.</summary>
    /// <param name="jump">The channel.</param>
    public Band SquaredRate(JumpChannel jump) => Generator.Function(point, sector, jump, x => Math.Pow(jump.Rate.Value(x), 2));

    /// <summary>The number <c>Gamma_l^2(Delta)</c> at the averages of the state.</summary>
    /// <param name="jump">The channel.</param>
    public Band FrozenRate(JumpChannel jump) => Math.Pow(jump.Rate.Value(jump.Argument[0].Dot(point.Bloch)), 2) * sector.One;

    // i sqrt(N) r.(iA) omega for a field e: (iA)_bc = 2 eps_bac e_a, and r.(iA) v = 2 (e x r... ) = 2 (r x e).v.
    private Band DriveOf(PauliVector field) => new Complex(0, 2 * root * Cross(r, field).Dot(point.Bloch)) * sector.One;

    private Band LinearOf(PauliVector field) => new Complex(0, 2) * Fluctuation(Cross(r, field));

    // r.[-(iA) T] r
    private Band QuadraticOf(PauliVector field) => -2 * sector.Commutator(Cross(r, field), r);

    // -i r.T (2i h) F = 2 sum_c (r.T)_c (h F)_c
    private Band CoupledFluctuations => SumOverAxes(axis => sector.Commutator(r, axis) * Fluctuation(Coupled(axis)));

    private Band CoupledCommutators => SumOverAxes(
        axis => Complex.ImaginaryOne * (sector.Commutator(r, axis) * sector.Commutator(Coupled(axis), r)));

    // 2 h v, with the pair coupling split evenly between h_ab and h_ba.
    private PauliVector Coupled(PauliVector v) => point.Model.Couplings.Aggregate(PauliVector.Zero, (sum, pair) => sum
        + (pair.Strength * v[pair.SecondAxis] * PauliVector.Along(pair.FirstAxis))
        + (pair.Strength * v[pair.FirstAxis] * PauliVector.Along(pair.SecondAxis)));

    // F along a vector, sqrt(N) (m^N - omega).v
    private Band Fluctuation(PauliVector v) => root * (sector.Along(v) - (point.Bloch.Dot(v) * sector.One));

    // D^Loc[r.sigma] = c + v.sigma
    private static (double Constant, PauliVector Vector) Local(WeylPoint point, JumpChannel jump)
    {
        SpinOperator image = OneSpin.Dissipator(jump.Operator, OneSpin.Along(point.Inner));
        return ((OneSpin.Trace(image) / 2).Real, OneSpin.VectorOf(image));
    }

    // r.M_l omega
    private static double LocalAverage(WeylPoint point, JumpChannel jump)
    {
        (double constant, PauliVector vector) = Local(point, jump);
        return constant + vector.Dot(point.Bloch);
    }

    private static Band SumOverAxes(Func<PauliVector, Band> term) => axes.Select(term).Aggregate((sum, each) => sum + each);

    private Band SumOverChannels(Func<JumpChannel, Band> term) => point.Model.Jumps.Select(term).Aggregate((sum, each) => sum + each);

    private static PauliVector Cross(PauliVector a, PauliVector b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}
