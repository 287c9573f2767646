using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>Proposition 1 and Lemmas 8 to 11, as printed and in the forms that were tried in their place.</summary>
internal static class GeneratorForms
{
    private static readonly Complex half = -0.5;

    /// <summary>Lemma 8: the fields.</summary>
    public static GeneratorLadder Lemma8 { get; } = new("Lemma 8", WeylPoint.All, Generator.Fields, form => form.Fields);

    /// <summary>Lemma 9: the couplings.</summary>
    public static GeneratorLadder Lemma9 { get; } = new("Lemma 9", WeylPoint.Coupled, Generator.Couplings, form => form.Couplings);

    /// <summary>Lemma 10: the commutators of rates and Weyl operators.</summary>
    public static GeneratorLadder Lemma10 { get; } =
        new("Lemma 10", WeylPoint.All, Generator.FirstDissipator, form => half * form.RateNoise);

    /// <summary>Lemma 11 as printed, with <c>+1/2 r.Gamma^2 G r</c>.</summary>
    public static GeneratorLadder Lemma11 { get; } = LemmaOf11("Lemma 11", form => 0.5 * form.LocalNoise);

    /// <summary>Lemma 11 with the sign of (A.81).</summary>
    public static GeneratorLadder Lemma11Sign { get; } =
        LemmaOf11("Lemma 11 with -1/2 r.Gamma^2 G r", form => half * form.LocalNoise);

    /// <summary>Lemma 11 with the sign of (A.81) and the term that (A.85) loses.</summary>
    public static GeneratorLadder Lemma11Complete { get; } =
        LemmaOf11("Lemma 11 with -1/2 r.Gamma^2 G r and the lost term", form => (half * form.LocalNoise) - form.Lost);

    /// <summary>Proposition 1 as printed, with <c>-i</c> before the last bracket.</summary>
    public static GeneratorLadder Printed { get; } = Proposition("(34)", form => Bracket(form, -Complex.ImaginaryOne));

    /// <summary>Proposition 1 with <c>-1/2</c>.</summary>
    public static GeneratorLadder Half { get; } = Proposition("(34) with -1/2", form => Bracket(form, half));

    /// <summary>Proposition 1 with <c>-1/2</c> and the lost term.</summary>
    public static GeneratorLadder Complete { get; } =
        Proposition("(34) with -1/2 and the lost term", form => Bracket(form, half) - form.Lost);

    /// <summary>Proposition 1 with <c>-1/2</c>, squared rates of the drive frozen: what remains when (44) is dropped.</summary>
    public static GeneratorLadder Frozen { get; } = Proposition(
        "(34) with -1/2, Gamma^2 frozen beside sqrt(N)", form => Bracket(form, half), frozen: true);

    /// <summary>The same with the response of the rates, but without the lost term.</summary>
    public static GeneratorLadder Response { get; } = Proposition(
        "(34) with -1/2, Gamma^2 frozen beside sqrt(N), its response restored",
        form => Bracket(form, half) + form.Response,
        frozen: true);

    /// <summary>The same with the response of the rates and the lost term.</summary>
    public static GeneratorLadder ResponseComplete { get; } = Proposition(
        "(34) with -1/2, Gamma^2 frozen beside sqrt(N), its response and the lost term restored",
        form => Bracket(form, half) + form.Response - form.Lost,
        frozen: true);

    /// <summary>
    /// The slope of <c>omega(W(r1) exp(tL)[W_t(r)] W(r2))</c> at time 0, where nothing is evolved, against that of Theorem 2: with
    /// <c>a = Q^T r</c> and <c>u = r1 + r + r2</c> it is
    /// <c>G(0) (-r.D r/2 - a.Sigma(0) u - i/2 [r1.sigma(0) a + a.sigma(0) r2])</c>.
    /// </summary>
    /// <param name="drift">The drift Q.</param>
    public static GeneratorLadder Slope(Drift drift) => new(
        "slope of G at t = 0",
        WeylPoint.All,
        Generator.All,
        form => form.MeanFieldDrive)
    {
        Difference = point => -LimitSlope(point, drift),
    };

    private static Complex LimitSlope(WeylPoint point, Drift drift)
    {
        var fluctuations = new Fluctuations(point.Model);
        Vector<double> m = Vector<double>.Build.Dense([point.Bloch.X, point.Bloch.Y, point.Bloch.Z]);
        Vector<double> left = Vector<double>.Build.DenseOfEnumerable(point.Triple.Left);
        Vector<double> inner = Vector<double>.Build.DenseOfEnumerable(point.Triple.Inner);
        Vector<double> right = Vector<double>.Build.DenseOfEnumerable(point.Triple.Right);
        Matrix<double> sigma = Fluctuations.Symplectic(m);
        Vector<double> a = inner * fluctuations.Drift(m, drift);
        double real = (inner * fluctuations.Diffusion(m) * inner / 2) + (a * Fluctuations.ProductCovariance(m) * (left + inner + right));
        double imaginary = ((left * sigma * a) + (a * sigma * right)) / 2;
        TheoryResult limit = LimitTheory.Solve(point.Model, [0], drift);
        return LimitCorrelations.Weyl(point.Model, limit, point.Triple).Values[0] * new Complex(-real, -imaginary);
    }

    private static GeneratorLadder LemmaOf11(string what, Func<Expansion, Band> noise) => new(
        what,
        WeylPoint.All,
        Generator.SecondDissipator,
        form => form.LocalDrive(form.SquaredRate) + form.LocalLinear + (0.5 * form.LocalQuadratic) + noise(form));

    private static GeneratorLadder Proposition(string what, Func<Expansion, Band> rest, bool frozen = false) => new(
        what,
        WeylPoint.All,
        Generator.All,
        form => form.Drive + form.LocalDrive(frozen ? form.FrozenRate : form.SquaredRate) + form.Linear + form.LocalLinear + rest(form));

    private static Band Bracket(Expansion form, Complex factor) =>
        factor * (form.Quadratic - form.LocalQuadratic + form.RateNoise + form.LocalNoise);
}
