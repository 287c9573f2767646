using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// One pattern without a transverse field in its stationary state, which detailed balance gives in closed form at
/// every size: an element of the zz covariance against ladders of sizes, at temperatures above the transition.
/// </summary>
/// <param name="patterns">The pattern, one sign per block.</param>
/// <param name="second">The block whose covariance with the first is meant; 0 for the variance of the first.</param>
/// <param name="ladder">The spins per block.</param>
/// <param name="limit">The limit under test, from <c>beta</c>.</param>
internal sealed class ZeroField(ImmutableArray<int> patterns, int second, ImmutableArray<int> ladder, Func<double, double> limit)
{
    private const int Axes = 3;
    private static readonly ImmutableArray<double> Temperatures = [1.5, 2, 4];

    /// <summary>Reads the limits and compares.</summary>
    public Finding Check() => Finding.All([.. Temperatures.Select(Judge)]);

    private Finding Judge(double temperature)
    {
        var network = new HopfieldNetwork { Patterns = [patterns], Temperature = temperature };
        string name = string.Create(CultureInfo.InvariantCulture, $"T = {temperature}, {patterns.Length} blocks");
        CollectiveModel model = network.ToModel(name, network.Paramagnetic());
        LadderReading reading = LadderReader.Read([.. ladder.Select(n => Exact(model, n))]);
        string element = $"zz covariance of blocks 1 and {second + 1}";
        ElementFinding finding = ElementJudge.Judge(
            element,
            double.PositiveInfinity,
            reading,
            limit(1 / temperature),
            predictionError: 1e-15);
        string numbers = string.Create(
            CultureInfo.InvariantCulture,
            $"claimed {Numeral.Of(finding.Prediction, 6)}, limit {Numeral.Of(finding.Limit, 6)}");
        return new Finding(
            finding.Verdict,
            $"{name}: {numbers}; {finding.Reason}",
            [LadderEvidence.Tabulate(name, [finding])]);
    }

    private LadderPoint Exact(CollectiveModel model, int n)
    {
        GibbsResult moments = GibbsMoments.Compute(model, n);
        return new LadderPoint(
            n,
            n * patterns.Length,
            moments.Covariance[(int)PauliAxis.Z, (Axes * second) + (int)PauliAxis.Z],
            moments.Error,
            null);
    }
}
