using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 7 and its proof: <c>E_N^W(t) = sum_mu omega(W(r) e^(tL)[F_mu^2] W(r)+)</c> (A.1), which is <c>N E_N(t)</c>
/// from the start turned by the local exponential: in a product state <c>W(r)</c> turns every spin by the angle
/// <c>2 |r| / sqrt(N)</c> about <c>r</c> (Pauli basis), while <c>m(t)</c> belongs to the start that is not turned.
/// </summary>
internal static class SecondMoments
{
    // Whatever grows like a power of N is refuted from an exponent of 1/2 on; a bounded quantity shows exponents that fall to zero.
    private const double Growing = 0.5;
    private const double Settled = 0.1;
    private static readonly PauliVector[] turns = [PauliVector.Zero, new(0.5, 0, 0), new(1, 0, 0)];

    /// <summary>Lemma 7: the second moment stays bounded as N grows.</summary>
    /// <param name="parts">The equal mixture that a model starts from; one part for a product state.</param>
    /// <param name="run">The run.</param>
    public static Finding Bounded(Func<CollectiveModel, ImmutableArray<CollectiveModel>> parts, ClaimRun run)
    {
        int[] sizes = MeanFieldError.Sizes(run.Effort);
        List<(string Point, double[] Moments, double Exponent)> points = [];
        foreach (CollectiveModel model in LemmaModels.All)
        {
            foreach (PauliVector turn in turns.Take(model.Couplings.IsEmpty ? turns.Length : 1))
            {
                double[][] moments = [.. sizes.Select(n => Moments(parts(model), turn, n, run))];
                double[] worst = [.. moments.Select(values => values.Skip(1).Max())];
                double exponent = Math.Log(worst[^1] / worst[^2]) / Math.Log((double)sizes[^1] / sizes[^2]);
                points.Add((string.Create(CultureInfo.InvariantCulture, $"{model.Name}, turned by |r| = {turn.Norm}"), worst, exponent));
            }
        }

        double largest = points.Max(point => point.Exponent);
        Verdict verdict = largest >= Growing ? Verdict.Refuted : largest <= Settled ? Verdict.Confirmed : Verdict.Inconclusive;
        var evidence = new Evidence(
            $"largest E_N^W(t) at t = {string.Join(", ", MeanFieldError.Times.Skip(1))}",
            ["start", .. sizes.Select(n => $"N = {n}"), "exponent of N"],
            [
                .. points.Select(point =>
                    (ImmutableArray<Cell>)[point.Point, .. point.Moments.Select(value => (Cell)value), point.Exponent]),
            ]);
        return new Finding(
            verdict,
            string.Create(
                CultureInfo.InvariantCulture,
                $"From {points.Count} starts, N = {sizes[0]} to {sizes[^1]}: the second moments go like N^s "
                    + $"with s at most {Numeral.Of(largest, 2)}; their largest value at N = {sizes[^1]} is "
                    + $"{Numeral.Of(points.Max(point => point.Moments[^1]))}."),
            [evidence]);
    }

    /// <summary>
    /// The inequality (A.19): <c>|dE/dt| &lt;= C_1 E + C_2</c>, between times of output with the larger <c>E</c> of
    /// both ends.
    /// </summary>
    /// <param name="constants"><c>C_1</c> and <c>C_2</c>.</param>
    /// <param name="run">The run.</param>
    public static Finding Growth(Func<PrintedBasis, (double First, double Second)> constants, ClaimRun run)
    {
        return BoundJudge.Judge("|dE_N^W/dt| against C_1 E_N^W + C_2", Bounds(), 1e-9);

        IEnumerable<Bound> Bounds()
        {
            foreach (CollectiveModel model in LemmaModels.All)
            {
                (double c1, double c2) = constants(new PrintedBasis(model));
                foreach (int n in MeanFieldError.Sizes(run.Effort))
                {
                    double[] moments = Moments([model], PauliVector.Zero, n, run);
                    yield return Enumerable.Range(1, moments.Length - 1)
                        .Select(t => new Bound(
                            model.Name,
                            n,
                            Math.Abs(moments[t] - moments[t - 1]) / (MeanFieldError.Times[t] - MeanFieldError.Times[t - 1]),
                            (c1 * Math.Max(moments[t], moments[t - 1])) + c2))
                        .MaxBy(bound => bound.Ratio)!;
                }
            }
        }
    }

    private static double[] Moments(ImmutableArray<CollectiveModel> parts, PauliVector turn, int n, ClaimRun run)
    {
        var error = new MeanFieldError((_, _, times) => MeanFieldError.Integrated(parts[0], Centre(parts), times));
        return [.. error.Errors([.. parts.Select(part => Turned(part, turn, n))], n, run).Select(value => n * value)];
    }

    private static MathNet.Numerics.LinearAlgebra.Vector<double> Centre(ImmutableArray<CollectiveModel> parts) =>
        parts.Select(MeanFieldError.Start).Aggregate((a, b) => a + b) / parts.Length;

    // Turns about x: the models whose starts are turned have a field along x and stay real.
    private static CollectiveModel Turned(CollectiveModel model, PauliVector turn, int n)
    {
        if (turn.X == 0)
        {
            return model;
        }

        double angle = 2 * turn.X / Math.Sqrt(n);
        PauliVector b = ((ProductState)model.Initial).Bloch[0];
        var turned = new PauliVector(
            b.X,
            (b.Y * Math.Cos(angle)) - (b.Z * Math.Sin(angle)),
            (b.Y * Math.Sin(angle)) + (b.Z * Math.Cos(angle)));
        return model.StartingFrom([turned]) with
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{model.Name}, turned by {turn.X}"),
        };
    }
}
