using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// The error <c>E_N(t) = sum_a omega_t((m_a^N - m_a(t))^2)</c> (24) of the mean field in the orthonormal basis, from
/// exact first and second moments: variance plus squared bias. For an equal mixture of product states the moments are
/// the means of those of its parts, since the master equation is linear.
/// </summary>
/// <param name="flow">The mean field at a list of times, from the model and the averages at the start.</param>
internal sealed class MeanFieldError(Func<CollectiveModel, Vector<double>, double[], IReadOnlyList<Vector<double>>> flow)
{
    /// <summary>The times.</summary>
    public static readonly double[] Times = [0, 0.25, 0.5, 1];

    // v_a = sigma_a/sqrt(2): squares are half those of the Pauli basis.
    private const double Scale = 0.5;

    // A hundred additions of numbers of order one.
    private const double Rounding = 1e-14;

    /// <summary>The mean field as the theory integrates it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="start">The averages at the start.</param>
    /// <param name="times">The times.</param>
    public static IReadOnlyList<Vector<double>> Integrated(CollectiveModel model, Vector<double> start, double[] times) =>
        new MeanField(model).Trajectory(start, times);

    /// <summary>The sizes.</summary>
    /// <param name="effort">The effort.</param>
    public static int[] Sizes(Effort effort) =>
        effort.Choose<int[]>(quick: [12, 16, 20, 24, 28, 32], full: [16, 24, 32, 48, 64, 96]);

    /// <summary><c>E_N(t)</c> at <see cref="Times"/> for an equal mixture of product states.</summary>
    /// <param name="parts">The same model from each of the states; one of them for a product state.</param>
    /// <param name="n">The number of spins.</param>
    /// <param name="run">The run.</param>
    public double[] Errors(ImmutableArray<CollectiveModel> parts, int n, ClaimRun run)
    {
        IReadOnlyList<Vector<double>> meanField = flow(parts[0], Average([.. parts.Select(Start)]), Times);
        ExactResult[] exact = [.. parts.Select(part => run.Exact(part, n, Times))];
        return [.. Times.Select((_, t) => exact.Average(result => Error(result, t, meanField[t])))];
    }

    /// <summary>Theorem 1: from product states the error vanishes like 1/N.</summary>
    /// <param name="run">The run.</param>
    public Finding Vanishes(ClaimRun run) => Finding.All([.. LemmaModels.All.Select(model => Judge([model], run))]);

    /// <summary>
    /// The premise of Theorem 1: from a mixture of two product states the error tends to what the mean fields of the two say, the mean of
    /// <c>sum_a (m_a^(i)(t) - m_a(t))^2</c>, and not to zero.
    /// </summary>
    /// <param name="run">The run.</param>
    public Finding Remains(ClaimRun run) => Finding.All([.. LemmaModels.All.Select(model => Judge([model, Mirrored(model)], run))]);

    /// <summary>The averages of a product start.</summary>
    /// <param name="model">The model, of one block.</param>
    internal static Vector<double> Start(CollectiveModel model)
    {
        PauliVector bloch = ((ProductState)model.Initial).Bloch[0];
        return Vector<double>.Build.Dense([bloch.X, bloch.Y, bloch.Z]);
    }

    /// <summary>The model from the state with the opposite averages along y and z.</summary>
    /// <param name="model">The model, of one block.</param>
    internal static CollectiveModel Mirrored(CollectiveModel model)
    {
        PauliVector bloch = ((ProductState)model.Initial).Bloch[0];
        return model.StartingFrom([new PauliVector(bloch.X, -bloch.Y, -bloch.Z)]) with { Name = $"{model.Name}, mirrored" };
    }

    private Finding Judge(ImmutableArray<CollectiveModel> parts, ClaimRun run)
    {
        int[] sizes = Sizes(run.Effort);
        double[][] errors = [.. sizes.Select(n => Errors(parts, n, run))];
        double[] limits = Limits(parts);
        ImmutableArray<ElementFinding> elements =
        [
            .. Enumerable
                .Range(1, Times.Length - 1)
                .Select(t =>
                    ElementJudge.Judge(
                        "E_N",
                        Times[t],
                        LadderReader.Read([.. sizes.Select((n, i) => new LadderPoint(n, n, errors[i][t], Rounding, null))]),
                        limits[t],
                        Rounding)),
        ];
        bool zeroExcluded =
            parts.Length == 1
            || elements.All(element => element.Limit > ElementJudge.RefutationDistance * element.LimitUncertainty);
        Verdict combined = elements.Select(element => element.Verdict).Combine();
        Verdict verdict = combined == Verdict.Confirmed && !zeroExcluded ? Verdict.Inconclusive : combined;
        string start = parts.Length == 1 ? "from a product state" : "from an equal mixture with its mirror image";
        ElementFinding last = elements[^1];
        return new Finding(
            verdict,
            $"{parts[0].Name}, {start}: at t = {last.Time}, E_N = {Numeral.Of(errors[^1][^1])} at N = "
                + $"{sizes[^1]} with limit {Numeral.Of(last.Limit)} +- {Numeral.Of(last.LimitUncertainty, 1)} "
                + $"(predicted {Numeral.Of(last.Prediction)}), order {last.Order:F2}.",
            [LadderEvidence.Tabulate($"{parts[0].Name}, {start}", elements)]);
    }

    private double[] Limits(ImmutableArray<CollectiveModel> parts)
    {
        IReadOnlyList<Vector<double>> together = flow(parts[0], Average([.. parts.Select(Start)]), Times);
        IReadOnlyList<Vector<double>>[] apart = [.. parts.Select(part => flow(part, Start(part), Times))];
        return [.. Times.Select((_, t) => Scale * apart.Average(path => Square(path[t] - together[t])))];
    }

    private static double Error(ExactResult exact, int t, Vector<double> meanField)
    {
        double variance = Enumerable.Range(0, meanField.Count).Sum(a => exact.Moments.Covariance[t][a, a]) / exact.N;
        return Scale * (variance + Square(Vector<double>.Build.Dense(exact.Moments.Mean[t]) - meanField));
    }

    private static double Square(Vector<double> x) => x * x;

    private static Vector<double> Average(IReadOnlyList<Vector<double>> vectors) => vectors.Aggregate((a, b) => a + b) / vectors.Count;
}
