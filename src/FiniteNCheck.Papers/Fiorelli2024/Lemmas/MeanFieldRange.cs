using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 4 along trajectories from random product states: <c>|m_a(t)| &lt;= ||v_a||</c> (in the Pauli basis, 1), and
/// uniqueness as what it rests on: two trajectories part no faster than <c>e^(Lt)</c>, <c>L</c> the largest norm of
/// the Jacobian between them.
/// </summary>
/// <param name="flow">Where averages are after a list of times, from the model and the start.</param>
internal sealed class MeanFieldRange(Func<CollectiveModel, Vector<double>, double[], IReadOnlyList<Vector<double>>> flow)
{
    private const int Seed = 4;
    private const int Starts = 5;
    private const double End = 20;
    private const int Samples = 80;

    // Ten times the integrator's local error times the number of its steps.
    private const double Rounding = 1e-9;

    // Far above the integrator's error, and small enough that the Jacobian is the same between the two.
    private const double Separation = 1e-4;

    /// <summary>Follows the trajectories.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run)
    {
        (Bound Range, Bound Parting)[] bounds = [.. Trajectories(run)];
        return Finding.All(
            BoundJudge.Judge(
                $"largest |m_a(t)| up to t = {End} against ||v_a||",
                bounds.Select(bound => bound.Range),
                Rounding),
            BoundJudge.Judge(
                $"distance of two trajectories that start {Separation} apart against e^(Lt) "
                    + "times it, at the time where the ratio is largest",
                bounds.Select(bound => bound.Parting),
                Rounding));
    }

    private IEnumerable<(Bound Range, Bound Parting)> Trajectories(ClaimRun run)
    {
        var random = new Random(Seed);
        double[] times = [.. Enumerable.Range(1, Samples).Select(k => End * k / Samples)];
        foreach (CollectiveModel model in LemmaModels.All.Concat(ModelPoints.Generic().Take(3).Select(point => point.Model)))
        {
            var meanField = new MeanField(model);
            for (int k = 0; k < Starts; k++)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                Vector<double> start = Start(random, model.Blocks.Length);
                IReadOnlyList<Vector<double>> path = flow(model, start, times);
                string name = $"{model.Name}; random start {k + 1}";
                yield return (
                    new Bound(name, null, path.Max(m => m.AbsoluteMaximum()), 1),
                    Parting(name, meanField, start, path, times, flow(model, (1 - Separation) * start, times)));
            }
        }
    }

    private static Bound Parting(
        string name,
        MeanField meanField,
        Vector<double> start,
        IReadOnlyList<Vector<double>> path,
        double[] times,
        IReadOnlyList<Vector<double>> beside)
    {
        double apart = Separation * start.L2Norm();
        double lipschitz = path.Prepend(start).Max(m => meanField.Jacobian(m).L2Norm());
        return times
            .Select((t, i) => new Bound(name, null, (path[i] - beside[i]).L2Norm(), apart * Math.Exp(lipschitz * t)))
            .MaxBy(bound => bound.Ratio)!;
    }

    // A Bloch vector inside the unit sphere per block, half of them on its surface.
    private static Vector<double> Start(Random random, int blocks)
    {
        var start = Vector<double>.Build.Dense(3 * blocks);
        for (int block = 0; block < blocks; block++)
        {
            Vector<double> direction = Vector<double>.Build.Dense(3, _ => (2 * random.NextDouble()) - 1).Normalize(2);
            double length = random.NextDouble() < 0.5 ? 1 : random.NextDouble();
            start.SetSubVector(3 * block, 3, length * direction);
        }

        return start;
    }
}
