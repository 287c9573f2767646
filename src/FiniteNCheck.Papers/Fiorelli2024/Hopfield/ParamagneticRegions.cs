using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// The regions I to V of the paramagnetic state against the Jacobian of the general flow, in three points per region
/// with 1, 2 and 3 patterns.
/// </summary>
/// <param name="regions">The regions; every point lies in one.</param>
internal sealed class ParamagneticRegions(IReadOnlyList<ParamagneticRegion> regions)
{
    private static readonly PhasePoint[] Points =
    [
        new(0.5, 0.2), new(0.8, 0.1), new(0.4, 0.3),
        new(0.5, 0.365), new(0.4, 0.47), new(0.3, 0.62),
        new(0.6, 0.6), new(0.5, 0.45), new(0.4, 0.6),
        new(0.7, 0.3), new(0.8, 0.5), new(1.5, 0.2),
        new(1.25, 0.05), new(1.05, 0.1), new(4, 0.05),
    ];

    /// <summary>The regions of appendix B.1 as printed, with a complex pair in region II.</summary>
    public static ImmutableArray<ParamagneticRegion> Printed { get; } = Regions(second: StabilityKind.UnstableSpiral);

    /// <summary>The same with two positive real eigenvalues in region II.</summary>
    public static ImmutableArray<ParamagneticRegion> Corrected { get; } = Regions(second: StabilityKind.UnstableNode);

    /// <summary>The points as networks of 1, 2 and 3 patterns in the paramagnetic state.</summary>
    public static IEnumerable<NetworkPoint> Networks =>
        Points.Select(
            (point, index) =>
            {
                HopfieldNetwork network = point.Network with
                {
                    Patterns = HopfieldNetwork.AllColumns((index % HopfieldNetwork.MaxPatternsInFull) + 1),
                };
                return new NetworkPoint(network, Vector<double>.Build.Dense(3 * network.BlockCount));
            });

    /// <summary>
    /// The eigenvalues printed after (B.3), <c>[beta - 3/2 +- sqrt((beta - 1/2)^2 - 16 Omega^2)]/2</c>: real and
    /// imaginary parts by row.
    /// </summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> PrintedEigenvalues(NetworkPoint point)
    {
        double omega = point.Network.TransverseField;
        Complex root = Complex.Sqrt(((point.Beta - 0.5) * (point.Beta - 0.5)) - (16 * omega * omega));
        return Rows((point.Beta - 1.5 + root) / 2, (point.Beta - 1.5 - root) / 2);
    }

    /// <summary>The eigenvalues of the general Jacobian on the overlap with the first pattern.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> Eigenvalues(NetworkPoint point)
    {
        (Complex first, Complex second) = StabilityKind.Eigenvalues(NetworkFlow.JacobianOfOverlap(point));
        return Rows(first, second);
    }

    /// <summary>Two eigenvalues as real and imaginary parts by row.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    public static Matrix<double> Rows(Complex first, Complex second) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { first.Real, first.Imaginary }, { second.Real, second.Imaginary } });

    /// <summary>Compares the kinds.</summary>
    public Finding Check() => OutcomeJudge.Judge(
        "the kind of the paramagnetic state by region against the eigenvalues of the Jacobian of the mean-field flow (22)",
        ["Re lambda_1", "Im lambda_1", "Re lambda_2", "Im lambda_2"],
        Points.Zip(Networks, Outcome));

    private PointOutcome Outcome(PhasePoint point, NetworkPoint network)
    {
        ParamagneticRegion region = regions.Single(each => each.Contains(point));
        Matrix<double> jacobian = NetworkFlow.JacobianOfOverlap(network);
        string place = string.Create(
            CultureInfo.InvariantCulture,
            $"region {region.Name}, p = {network.Network.Patterns.Length}, {point.Name}");
        return new PointOutcome(place, region.Kind, StabilityKind.Classify(jacobian), [.. Eigenvalues(network).ToRowMajorArray()]);
    }

    private static ImmutableArray<ParamagneticRegion> Regions(string second)
    {
        return
        [
            new(
                "V",
                point => !Saddle(point) && point.Beta < 1.5 && Math.Abs(point.Beta - 0.5) > 4 * point.TransverseField,
                StabilityKind.StableNode),
            new(
                "IV",
                point => !Saddle(point) && point.Beta < 1.5 && Math.Abs(point.Beta - 0.5) < 4 * point.TransverseField,
                StabilityKind.StableSpiral),
            new(
                "III",
                point => !Saddle(point) && point.Beta > 1.5 && point.Beta < (4 * point.TransverseField) + 0.5,
                StabilityKind.UnstableSpiral),
            new("II", point => !Saddle(point) && point.Beta > 1.5 && point.Beta > (4 * point.TransverseField) + 0.5, second),
            new("I", Saddle, StabilityKind.Saddle),
        ];

        static bool Saddle(PhasePoint point) => point.Beta > 1 + (8 * point.TransverseField * point.TransverseField);
    }
}
