using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Support;

/// <summary>Named models of sites with three levels.</summary>
public static class LevelModels
{
    /// <summary>Which transitions of a Potts-Hopfield network are driven.</summary>
    public enum Drive
    {
        None,
        OnePair,
        Chiral,
        Triangle,
    }

    /// <summary>Six rate channels between three levels, each favouring the fuller level, with a drive.</summary>
    public static LevelModel Potts(Drive drive) => OneBlock(
        "Potts",
        drive switch
        {
            Drive.OnePair => Hermitian((0, 1, 0.5)),
            Drive.Chiral => Hermitian((0, 1, new Complex(0, 0.5)), (1, 2, new Complex(0, 0.5)), (2, 0, new Complex(0, 0.5))),
            Drive.Triangle => Hermitian((0, 1, 0.5), (1, 2, 0.5), (2, 0, 0.5)),
            _ => LocalOperator.Zero(3),
        },
        LocalOperator.Diagonal([0.5, 0.3, 0.2]),
        [
            .. from to in Enumerable.Range(0, 3)
               from fro in Enumerable.Range(0, 3)
               where to != fro
               let argument = Enumerable.Range(0, 3).Select(a => a == to ? 1.0 : a == fro ? -1 : 0)
               select Jump(to, fro, new ExponentialRate(0.7, 1), [.. argument]),
        ]);

    /// <summary>Two collective decays from one excited level, with drives and local decays if asked for.</summary>
    public static LevelModel Lambda(bool isDriven, bool hasLocalDecay) => OneBlock(
        "Lambda",
        isDriven ? Hermitian((0, 2, 0.4), (1, 2, 0.3)) : LocalOperator.Zero(3),
        LocalOperator.Diagonal([0.2, 0.1, 0.7]),
        hasLocalDecay ? [Jump(0, 2, new PolynomialRate([0.5]), 0, 0, 0), Jump(1, 2, new PolynomialRate([0.4]), 0, 0, 0)] : []) with
    {
        CollectiveJumps =
        [
            new LevelCollectiveJump([LocalOperator.Unit(3, 0, 2)], new PolynomialRate([0.8]), [LocalOperator.Zero(3)]),
            new LevelCollectiveJump([LocalOperator.Unit(3, 1, 2)], new PolynomialRate([0.6]), [LocalOperator.Zero(3)]),
        ],
    };

    /// <summary>A model of one block with levels a, b, c.</summary>
    public static LevelModel OneBlock(string name, LocalOperator field, LocalOperator start, params LevelJump[] jumps) => new()
    {
        Name = name,
        Blocks = [new Block("all", 1) { Levels = ["a", "b", "c"] }],
        Fields = [field],
        Jumps = [.. jumps],
        Initial = new LevelProduct([start]),
    };

    /// <summary>A jump from one level to another.</summary>
    public static LevelJump Jump(int to, int from, CollectiveRate rate, params double[] argument) =>
        new(0, LocalOperator.Unit(3, to, from), rate, [LocalOperator.Diagonal(argument)]);

    /// <summary>The Hermitian matrix with given elements above or below the diagonal.</summary>
    public static LocalOperator Hermitian(params (int Row, int Column, Complex Value)[] elements) => elements.Aggregate(
        LocalOperator.Zero(3),
        (sum, each) => sum + (each.Value * LocalOperator.Unit(3, each.Row, each.Column))
            + (Complex.Conjugate(each.Value) * LocalOperator.Unit(3, each.Column, each.Row)));
}
