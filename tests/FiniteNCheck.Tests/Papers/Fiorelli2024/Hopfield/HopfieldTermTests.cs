using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Every term of the formulas of the Hopfield network counts: a change of one of them by a part in a million changes
/// the verdict.
/// </summary>
public sealed class HopfieldTermTests
{
    private static readonly Dictionary<string, Formula> Formulas = new(StringComparer.Ordinal)
    {
        ["(59)"] = new(PrintedCovariance.Drift, FrozenDrift, NetworkPoints.Generic, [.. DriftTerms()]),
        ["(66), corrected"] = new(
            point => PrintedCovariance.DriftOfOnePattern(point, point.Beta * point.Delta(0)),
            FrozenDrift,
            NetworkPoints.Retrieval,
            [.. DriftTerms()]),
        ["(61)"] = new(
            PrintedCovariance.FrozenRateDiffusion,
            point => point.FrozenRateDiffusion(),
            NetworkPoints.Generic,
            [.. FrozenTerms(), .. XzTerms()]),
        ["(67), corrected"] = new(
            PrintedCovariance.CorrectedFrozenRateDiffusionOfOnePattern,
            point => point.FrozenRateDiffusion(),
            NetworkPoints.Retrieval,
            [.. FrozenTerms()]),
        ["(62) + (63)"] = new(
            PrintedCovariance.SlopeDiffusion,
            point => point.SlopeDiffusion(),
            NetworkPoints.Generic,
            [.. SlopeTerms()]),
        ["(68), corrected"] = new(
            PrintedCovariance.CorrectedSlopeDiffusionOfOnePattern,
            point => point.SlopeDiffusion(),
            NetworkPoints.Retrieval,
            [.. SlopeTermsOfOnePattern()]),
        ["(B.1)"] = new(NetworkFlow.OfBlocks, NetworkFlow.General, NetworkPoints.Generic, [.. FlowTerms()]),
        ["(B.2)"] = new(NetworkFlow.OfOverlaps, NetworkFlow.GeneralOfOverlaps, NetworkPoints.SingleOverlap, [.. OverlapTerms()]),
    };

    private delegate double Element(NetworkPoint point, int h, int k);

    public static TheoryData<string> Names => [.. Formulas.Keys];

    public static TheoryData<string, int> Terms
    {
        get
        {
            TheoryData<string, int> terms = [];
            foreach ((string name, Formula formula) in Formulas)
            {
                for (int index = 0; index < formula.Terms.Length; index++)
                {
                    terms.Add(name, index);
                }
            }

            return terms;
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Names))]
    public void The_terms_are_all_there_are(string name)
    {
        Formula formula = Formulas[name];
        Assert.Equal(Verdict.Confirmed, new NetworkFormula("the sum of the terms", Sum, formula.Whole, formula.Points).Check().Verdict);

        Matrix<double> Sum(NetworkPoint point) => formula.Terms.Select(term => term(point)).Aggregate((a, b) => a + b);
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [MemberData(nameof(Terms))]
    public void A_change_of_one_term_changes_the_verdict(string name, int index)
    {
        Formula formula = Formulas[name];
        Assert.Equal(
            Verdict.Confirmed,
            new NetworkFormula("the formula", formula.Whole, formula.Reference, formula.Points).Check().Verdict);
        var changed = new NetworkFormula(
            "a changed term",
            point => formula.Whole(point) + (1e-6 * formula.Terms[index](point)),
            formula.Reference,
            formula.Points);
        Assert.Equal(Verdict.Refuted, changed.Check().Verdict);
    }

    private static Matrix<double> FrozenDrift(NetworkPoint point) => new Fluctuations(point.Model).Drift(point.Averages, Drift.Frozen);

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> DriftTerms()
    {
        yield return At(PauliAxis.Y, PauliAxis.Z, (point, _, _) => -2 * point.Network.TransverseField);
        yield return At(PauliAxis.Z, PauliAxis.Y, (point, _, _) => 2 * point.Network.TransverseField);
        yield return At(PauliAxis.X, PauliAxis.X, (point, h, _) => -0.5 * point.Cosh(h));
        yield return At(PauliAxis.Y, PauliAxis.Y, (point, h, _) => -0.5 * point.Cosh(h));
        yield return At(PauliAxis.Z, PauliAxis.Z, (point, h, _) => -point.Cosh(h));
    }

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> FrozenTerms()
    {
        yield return At(PauliAxis.X, PauliAxis.X, (point, h, _) => point.Cosh(h));
        yield return At(PauliAxis.Y, PauliAxis.Y, (point, h, _) => point.Cosh(h));
        yield return At(PauliAxis.Z, PauliAxis.Z, (point, h, _) => 2 * point.Cosh(h));
        yield return At(PauliAxis.Z, PauliAxis.Z, (point, h, _) => -2 * point.Sinh(h) * point.M(PauliAxis.Z, h));
        yield return At(PauliAxis.Y, PauliAxis.Z, (point, h, _) => -point.Sinh(h) * point.M(PauliAxis.Y, h));
        yield return At(PauliAxis.Z, PauliAxis.Y, (point, h, _) => -point.Sinh(h) * point.M(PauliAxis.Y, h));
    }

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> XzTerms()
    {
        yield return At(PauliAxis.X, PauliAxis.Z, (point, h, _) => -point.Sinh(h) * point.M(PauliAxis.X, h));
        yield return At(PauliAxis.Z, PauliAxis.X, (point, h, _) => -point.Sinh(h) * point.M(PauliAxis.X, h));
    }

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> SlopeTerms()
    {
        yield return Slopes((point, h, k) => point.Beta * point.Beta / 8 * Squares(point, h, k, point.Cosh));
        yield return Slopes(
            (point, h, k) => -point.Beta * point.Beta / 8 * Squares(point, h, k, q => point.M(PauliAxis.Z, q) * point.Sinh(q)));
        yield return Slopes((point, h, k) => -point.Beta / 8 * point.Network.Weight(h, k) * point.Cosh(h));
        yield return Slopes((point, h, k) => -point.Beta / 8 * point.Network.Weight(h, k) * point.Cosh(k));
    }

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> SlopeTermsOfOnePattern()
    {
        foreach (bool between in new[] { false, true })
        {
            yield return Xx(between, point => point.Beta * point.Beta / 4 * point.Cosh(0));
            yield return Xx(between, point => -point.Beta / 2 * point.Cosh(0));
            yield return Xx(between, point => -point.Beta * point.Beta / 4 * point.M(PauliAxis.Z, 0) * point.Sinh(0));
        }
    }

    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> FlowTerms()
    {
        yield return Flow(PauliAxis.X, (point, k) => -point.Cosh(k) / 2 * point.M(PauliAxis.X, k));
        yield return Flow(PauliAxis.Y, (point, k) => -2 * point.Network.TransverseField * point.M(PauliAxis.Z, k));
        yield return Flow(PauliAxis.Y, (point, k) => -point.Cosh(k) / 2 * point.M(PauliAxis.Y, k));
        yield return Flow(PauliAxis.Z, (point, k) => 2 * point.Network.TransverseField * point.M(PauliAxis.Y, k));
        yield return Flow(PauliAxis.Z, (point, k) => -point.Cosh(k) * point.M(PauliAxis.Z, k));
        yield return Flow(PauliAxis.Z, (point, k) => point.Sinh(k));
    }

    // Where the first overlap alone differs from zero: m_h = e_h o, and cosh is the same in every block.
    private static IEnumerable<Func<NetworkPoint, Matrix<double>>> OverlapTerms()
    {
        yield return FirstOverlap(0, point => -2 * point.Network.TransverseField * point.M(PauliAxis.Z, 0));
        yield return FirstOverlap(0, point => -point.Cosh(0) / 2 * point.M(PauliAxis.Y, 0));
        yield return FirstOverlap(1, point => 2 * point.Network.TransverseField * point.M(PauliAxis.Y, 0));
        yield return FirstOverlap(1, point => -point.Cosh(0) * point.M(PauliAxis.Z, 0));
        yield return FirstOverlap(1, point => point.Sinh(0));
    }

    private static Func<NetworkPoint, Matrix<double>> At(PauliAxis row, PauliAxis column, Element element) =>
        point => point.Matrix((a, h, b, k) => a == row && b == column && h == k ? element(point, h, k) : 0);

    private static Func<NetworkPoint, Matrix<double>> Slopes(Element element) =>
        point => point.Matrix((a, h, b, k) => ToZ(point, a, h) * element(point, h, k) * ToZ(point, b, k));

    private static Func<NetworkPoint, Matrix<double>> Xx(bool between, Func<NetworkPoint, double> factor) =>
        point =>
            point.Matrix(
                (a, h, b, k) =>
                    a == PauliAxis.X && b == PauliAxis.X && h != k == between
                        ? factor(point) * Math.Pow(point.M(PauliAxis.Y, 0), 2)
                        : 0);

    private static Func<NetworkPoint, Matrix<double>> Flow(PauliAxis axis, Func<NetworkPoint, int, double> value) => point =>
        Matrix<double>.Build.Dense(point.Dimension, 1, (i, _) => (PauliAxis)(i % 3) == axis ? value(point, i / 3) : 0);

    private static Func<NetworkPoint, Matrix<double>> FirstOverlap(int row, Func<NetworkPoint, double> value) => point =>
        Matrix<double>.Build.Dense(2 * point.Network.Patterns.Length, 1, (i, _) => i == row ? value(point) : 0);

    private static double Squares(NetworkPoint point, int h, int k, Func<int, double> value) =>
        Enumerable.Range(0, point.Network.BlockCount).Sum(q => value(q) * point.Network.Weight(h, q) * point.Network.Weight(q, k));

    // sigma_xz = -2 m_y, sigma_yz = 2 m_x.
    private static double ToZ(NetworkPoint point, PauliAxis a, int h) => a switch
    {
        PauliAxis.X => -2 * point.M(PauliAxis.Y, h),
        PauliAxis.Y => 2 * point.M(PauliAxis.X, h),
        _ => 0,
    };

    private sealed record Formula(
        Func<NetworkPoint, Matrix<double>> Whole,
        Func<NetworkPoint, Matrix<double>> Reference,
        Func<IEnumerable<NetworkPoint>> Points,
        Func<NetworkPoint, Matrix<double>>[] Terms);
}
