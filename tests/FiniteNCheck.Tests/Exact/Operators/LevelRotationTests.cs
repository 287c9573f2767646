using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Operators;

/// <summary>Rotations of one spin J against symmetric powers of the rotation of a spin 1/2, which are computed in another way.</summary>
public sealed class LevelRotationTests
{
    public static TheoryData<int, double, double, double> Cases => new()
    {
        { 0, 0.3, -0.2, 0.5 },
        { 1, 0.3, -0.2, 0.5 },
        { 6, 0, 0, 0 },
        { 7, 0, 0, 1.3 },
        { 20, 0.9, 0, 0 },
        { 60, -0.05, 0.1, 0.02 },
        { 200, 0.03, 0.02, -0.05 },
        { 20, 2.5, -2, 3 },
        { 11, 3e5, -1e5, 2e5 },
    };

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Cases))]
    public void It_is_the_symmetric_power_of_that_of_one_spin(int twiceJ, double x, double y, double z)
    {
        var v = new PauliVector(x, y, z);
        Complex[,] expected = Power(twiceJ, v);
        var all = new LevelRange(0, twiceJ + 1);
        Assert.InRange(Distance(new LevelRotation(twiceJ, v).Block(all, all), expected, 0, 0), 0, LevelRotation.Rounding(twiceJ, v));
    }

    /// <summary>A change of the angle by some 1e-9 is seen.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void Another_angle_is_seen()
    {
        var v = new PauliVector(0.03, 0.02, -0.05);
        var all = new LevelRange(0, 201);
        Complex[,] other = new LevelRotation(200, (1 + 1e-9) * v).Block(all, all);
        Assert.InRange(Distance(other, Power(200, v), 0, 0), 10 * LevelRotation.Rounding(200, v), 1);
    }

    /// <summary>Part of a matrix is the same numbers, whatever the part.</summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void A_block_is_part_of_the_whole()
    {
        var v = new PauliVector(0.03, 0.02, -0.05);
        Complex[,] part = new LevelRotation(200, v).Block(new LevelRange(70, 40), new LevelRange(95, 3));
        Assert.InRange(Distance(part, Power(200, v), 70, 95), 0, LevelRotation.Rounding(200, v));
    }

    /// <summary>What leaves the levels that a state reaches is below rounding: columns keep their norm, at 10,000 spins too.</summary>
    [Fact]
    [Trait("Kind", "Invariant")]
    public void Nothing_leaves_the_levels_it_reaches()
    {
        var rotation = new LevelRotation(10_000, new PauliVector(0.006, -0.008, 0.004));
        var columns = new LevelRange(5_100, 5);
        LevelRange rows = rotation.From(columns);
        Assert.InRange(rows.Count, 100, 500);
        Complex[,] block = rotation.Block(rows, columns);
        for (int column = 0; column < columns.Count; column++)
        {
            double norm = Enumerable.Range(0, rows.Count).Sum(row => Math.Pow(block[row, column].Magnitude, 2));
            Assert.Equal(1, norm, 1e-12);
        }
    }

    /// <summary>The rotation by -v undoes that by v on the middle index of an array.</summary>
    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_rotation_back_undoes_it()
    {
        var v = new PauliVector(0.1, 0.2, -0.05);
        var random = new Random(3);
        var levels = new LevelRange(20, 7);
        Complex[] x = [.. Enumerable.Range(0, 2 * 7 * 19).Select(_ => new Complex(random.NextDouble(), random.NextDouble()))];
        var rotation = new LevelRotation(50, v);
        LevelRange reached = rotation.From(levels);
        Complex[] turned = rotation.Turn(x, 2, levels, reached, 19);
        Complex[] back = new LevelRotation(50, -1 * v).Turn(turned, 2, reached, levels, 19);
        Assert.All(back.Zip(x), pair => Assert.InRange((pair.First - pair.Second).Magnitude, 0, 1e-13));
        Assert.Contains(turned.Zip(x), pair => (pair.First - pair.Second).Magnitude > 0.1);
    }

    private static double Distance(Complex[,] part, Complex[,] whole, int row, int column)
    {
        double largest = 0;
        for (int i = 0; i < part.GetLength(0); i++)
        {
            for (int j = 0; j < part.GetLength(1); j++)
            {
                largest = Math.Max(largest, (part[i, j] - whole[row + i, column + j]).Magnitude);
            }
        }

        return largest;
    }

    private static Complex[,] Power(int twiceJ, PauliVector v)
    {
        double angle = v.Norm;
        Complex sine = angle == 0 ? 0 : new Complex(0, Math.Sin(angle) / angle);
        var u = new SpinOperator(
            Math.Cos(angle) + (sine * v.Z),
            sine * new Complex(v.X, -v.Y),
            sine * new Complex(v.X, v.Y),
            Math.Cos(angle) - (sine * v.Z));
        return SymmetricPower.UpTo(u, twiceJ).Last();
    }
}
