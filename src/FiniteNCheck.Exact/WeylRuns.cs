using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>What runs from <c>X = W(r2) rho W(r1)</c> have in common: the starts, the phases of the operators, and the averages.</summary>
/// <param name="runs">The runs.</param>
/// <param name="progress">Receives the progress of all runs together.</param>
/// <param name="cancellationToken">Cancels the runs.</param>
internal sealed class WeylRuns(StartRuns runs, IProgress<ExactProgress>? progress, CancellationToken cancellationToken)
{
    private readonly CollectiveSystem system = runs.System;

    /// <summary>Whether X is Hermitian, <c>r2 = -r1</c>: a product state, turned.</summary>
    /// <param name="left"><c>r1</c>.</param>
    /// <param name="right"><c>r2</c>.</param>
    public static bool IsKick(ImmutableArray<double> left, ImmutableArray<double> right) =>
        left.SequenceEqual(right.Select(component => -component));

    /// <summary>The Hermitian parts of X without the phases of both operators; one where X is Hermitian.</summary>
    /// <param name="left"><c>r1</c>.</param>
    /// <param name="right"><c>r2</c>.</param>
    /// <returns>The parts, and the error of the state in trace norm.</returns>
    public (ImmutableArray<StartMatrix> Parts, double Error) Start(ImmutableArray<double> left, ImmutableArray<double> right) =>
        Turn([null], 0, left, right, IsKick(left, right));

    /// <summary>The phases of both operators, <c>exp(-i (r1 + r2).sqrt(N) m(0))</c>.</summary>
    /// <param name="left"><c>r1</c>.</param>
    /// <param name="right"><c>r2</c>.</param>
    public Complex Phase(ImmutableArray<double> left, ImmutableArray<double> right)
    {
        double[] bloch = [.. system.Members.SelectMany(InModelFrame)];
        return Phase(left, bloch) * Phase(right, bloch);
    }

    /// <summary>The phase of an operator, <c>exp(-i r.sqrt(N) m)</c>.</summary>
    /// <param name="r">Its argument.</param>
    /// <param name="mean">The averages m.</param>
    public Complex Phase(ImmutableArray<double> r, double[] mean) => Complex.FromPolarCoordinates(
        1, -r.Select((component, a) => Math.Sqrt(system.Members[a / 3].Spins) * component * mean[a]).Sum());

    /// <summary><c>sum_h sqrt(N_h) |r_h|</c>: how fast the phase of an operator changes with the averages.</summary>
    /// <param name="r">Its argument.</param>
    public double Steepness(ImmutableArray<double> r) =>
        Vectors(r).Select((vector, h) => Math.Sqrt(system.Members[h].Spins) * vector.Norm).Sum();

    /// <summary><c>tr(X(t) U(r))</c> of the Hermitian parts of X, with U the operator without its phase.</summary>
    /// <param name="start">The parts, the Hermitian one first, and the error of X in trace norm.</param>
    /// <param name="times">The times, counted from the start of the parts.</param>
    /// <param name="r">The argument.</param>
    /// <returns>The values with bounds of their errors.</returns>
    public (Complex Value, double Error)[] Trace(
        (ImmutableArray<StartMatrix> Parts, double Error) start, IReadOnlyList<double> times, ImmutableArray<double> r)
    {
        (Complex Value, double Error)[] sums = [.. times.Select(_ => (Complex.Zero, start.Error))];
        foreach ((int index, StartMatrix part) in start.Parts.Index())
        {
            (Complex Value, double Error)[] read = runs.Run(
                part, times, matrix => WeylExpectation.WithoutPhase(system, matrix, Vectors(r), runs.Threads), progress, cancellationToken);
            for (int t = 0; t < sums.Length; t++)
            {
                Complex factor = index == 0 ? 1 : Complex.ImaginaryOne;
                sums[t] = (sums[t].Value + (factor * read[t].Value), sums[t].Error + read[t].Error);
            }
        }

        return sums;
    }

    /// <summary>
    /// The Hermitian parts of <c>U(right) X(t) U(left)</c>, for operators without their phases in between.
    /// </summary>
    /// <param name="parts">The parts of X, the Hermitian one first; <see langword="null"/> for the initial state.</param>
    /// <param name="time">The time t.</param>
    /// <param name="left">The argument of the operator that stands on the left of the averages, on the right of X.</param>
    /// <param name="right">The argument of the other.</param>
    /// <param name="isHermitian">Whether the product is Hermitian.</param>
    /// <returns>The parts, and the errors of those of X in trace norm together.</returns>
    public (ImmutableArray<StartMatrix> Parts, double Error) Turn(
        ImmutableArray<StartMatrix?> parts,
        double time,
        ImmutableArray<double> left,
        ImmutableArray<double> right,
        bool isHermitian = false)
    {
        (Basis.DensityMatrix State, double Error)[] states =
            [.. parts.Select(part => runs.Run(part, [time], matrix => matrix, progress, cancellationToken)[0])];
        return (
            TurnedParts.Of(
                states[0].State,
                states.Length > 1 ? states[1].State : null,
                new WeylRotation(system, Vectors(left)),
                new WeylRotation(system, Vectors(right)),
                isHermitian,
                runs.Threshold,
                runs.Threads),
            states.Sum(each => each.Error));
    }

    /// <summary>The averages at times, the last of all runs.</summary>
    /// <param name="times">The times.</param>
    public (double[] Mean, double Error)[] Means(IReadOnlyList<double> times) => runs.Run(
        null, times, state => Moments.Measure(system, state, runs.Threads).Mean(), progress, cancellationToken);

    private double[] InModelFrame(BlockMember member)
    {
        PauliVector bloch = system.Bloch[member.Group];
        return
        [
            .. Enumerable.Range(0, 3).Select(a => (member.Rotation[0, a] * bloch.X)
                + (member.Rotation[1, a] * bloch.Y)
                + (member.Rotation[2, a] * bloch.Z)),
        ];
    }

    private ImmutableArray<PauliVector> Vectors(ImmutableArray<double> r) =>
        [.. system.Members.Select((_, h) => new PauliVector(r[3 * h], r[(3 * h) + 1], r[(3 * h) + 2]))];
}
