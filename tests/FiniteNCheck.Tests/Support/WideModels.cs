using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// Models with sizes and starts of every kind that a user may ask for: one to three blocks, poles, equator, mixed, maximally
/// mixed, near a pole, beyond the sphere by rounding; no field or strong ones, no coupling or strong ones, no jumps or stiff
/// ones; 2 to 2,000 spins per block, tolerances of 1e-6 to 1e-12.
/// </summary>
internal sealed class WideModels(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>The next run.</summary>
    public (CollectiveModel Model, int N, double Time, ExactOptions Options) Next()
    {
        int blocks = Pick(1, 1, 1, 1, 2, 2, 3);
        var model = new CollectiveModel
        {
            Name = "wide",
            Blocks = [.. Enumerable.Range(0, blocks).Select(h => new Block($"b{h}", Pick(1, 1, 2)))],
            Fields = [.. Enumerable.Range(0, blocks).Select(_ => Field())],
            Couplings =
            [
                .. Enumerable.Range(0, Pick(0, 0, 1, 1, 2)).Select(_ =>
                    new PairCoupling(random.Next(blocks), Axis(), random.Next(blocks), Axis(), Sign() * Strength())),
            ],
            Jumps = [.. Enumerable.Range(0, Pick(0, 1, 1, 2, 3)).Select(_ => Jump(blocks))],
            Initial = new ProductState([.. Enumerable.Range(0, blocks).Select(_ => Start())]),
        };
        double largest = blocks switch { 1 => 2000, 2 => 60, _ => 12 };
        int n = (int)Decades(2, largest);
        return (model, n, Decades(0.05, 5), new ExactOptions { Threads = 2, Tolerance = Decades(1e-12, 1e-6), AllowLong = true });
    }

    private PauliVector Start() => random.Next(8) switch
    {
        0 => PauliVector.Along(Axis()),
        1 => -1 * PauliVector.Along(Axis()),
        2 => PauliVector.Zero,
        3 => new PauliVector(0, 0, Sign() * random.NextDouble()),
        4 => Direction(1 + 1e-15),
        5 => new PauliVector(1e-9, 0, Sign() * (1 + 2e-16)),
        6 => Direction(random.NextDouble()),
        _ => Direction(1),
    };

    private PauliVector Field() => random.Next(6) switch
    {
        0 => PauliVector.Zero,
        1 => new PauliVector(Strength(), 0, 0),
        2 => new PauliVector(0, 0, Strength()),
        _ => Direction(Strength()),
    };

    private JumpChannel Jump(int blocks)
    {
        SpinOperator[] operators =
        [
            SpinOperator.Lower, SpinOperator.Lower, SpinOperator.Raise, SpinOperator.Pauli(PauliAxis.Z), SpinOperator.Pauli(PauliAxis.X),
            new(0.25, new Complex(0.5, 0.25), new Complex(0, -0.375), -0.125),
        ];
        double amplitude = Math.Sqrt(Strength());
        CollectiveRate rate = random.Next(3) switch
        {
            0 => new ExponentialRate(amplitude, 2 * Sign() * random.NextDouble()),
            1 => new PolynomialRate([amplitude, amplitude * random.NextDouble()]),
            _ => new PolynomialRate([amplitude]),
        };
        return new JumpChannel(
            random.Next(blocks),
            operators[random.Next(operators.Length)],
            rate,
            [.. Enumerable.Range(0, blocks).Select(_ => new PauliVector(0, 0, (2 * random.NextDouble()) - 1))]);
    }

    // Mostly of order one, sometimes a hundred times that.
    private double Strength() => random.Next(6) == 0 ? Decades(2, 100) : Decades(0.05, 2);

    private PauliVector Direction(double length)
    {
        var vector = new PauliVector(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        return length / vector.Norm * vector;
    }

    private PauliAxis Axis() => (PauliAxis)random.Next(3);

    private int Sign() => random.Next(2) == 0 ? -1 : 1;

    private int Pick(params int[] choices) => choices[random.Next(choices.Length)];

    private double Decades(double from, double to) => from * Math.Pow(to / from, random.NextDouble());
}
