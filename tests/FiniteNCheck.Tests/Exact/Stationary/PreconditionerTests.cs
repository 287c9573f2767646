using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>The preconditioner inverts exactly what the generator does inside a part.</summary>
[Trait("Kind", "CrossCheck")]
public class PreconditionerTests
{
    private const double Shift = 0.3;

    /// <summary>L of a matrix inside one part, projected on the part, is what the factors are of; all models are complex here.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Inside_a_part_it_inverts_the_generator(bool strips)
    {
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, 40).Where(each => each.Spins <= 5))
        {
            var options = new ExactOptions { Representation = Representation.Complex, Threads = 1 };
            PreparedProblem problem = PreparedProblem.Prepare(drawn.Model, drawn.N, [0], options);
            if (problem.System.Jumps.Any(jump => jump.Argument.Any(r => r.X != 0 || r.Y != 0)))
            {
                continue;
            }

            var generator = new StationaryGenerator(
                new SectorOperators(problem.System, new SectorGraph(problem.System.Spins)), Representation.Complex, 1);
            PartPreconditioner preconditioner = strips
                ? PartPreconditioner.OfStrips(generator.Layout, generator.Operators, Shift, 1, default)
                : PartPreconditioner.OfSectors(generator.Layout, generator.Operators, Shift, 1, default);
            var random = new Random(7);
            foreach (IGrouping<string, Strip> part in generator.Layout.Strips.GroupBy(strip => Key(strip, strips)))
            {
                double[] x = new double[generator.Layout.Length];
                foreach (Strip strip in part)
                {
                    for (int i = 0; i < strip.Length * 2; i++)
                    {
                        x[strip.Offset + i] = random.NextDouble() - 0.5;
                    }
                }

                generator.Clean(x);
                double[] image = new double[x.Length];
                generator.Apply(x, image);
                double[] inside = new double[x.Length];
                foreach (int at in part.SelectMany(strip => Enumerable.Range(strip.Offset, strip.Length * 2)))
                {
                    inside[at] = image[at] - (Shift * x[at]);
                }

                double[] solved = new double[x.Length];
                preconditioner.Solve(inside, solved);
                Assert.InRange(x.Zip(solved, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-10);
            }
        }
    }

    private static string Key(Strip strip, bool strips) => strips
        ? string.Join(' ', strip.Sector.Spins.Select((_, h) => strip.Sector.Level(strip.Row, h) - strip.Sector.Level(strip.Column, h)))
        : $"{strip.Sector.Index}";
}
