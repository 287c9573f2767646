using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Calibration;

/// <summary>Random numbers from a seed, rounded to four digits as a user would write them.</summary>
/// <param name="seed">The seed.</param>
// CA5394: nothing here is secret, and a seed must always give the same study.
#pragma warning disable CA5394
public sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number between 0 and 1.</summary>
    public double Next() => random.NextDouble();

    /// <summary>A number between two bounds.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    public double Between(double low, double high) => Math.Round(low + ((high - low) * random.NextDouble()), 4);

    /// <summary>Whether an event of given probability happens.</summary>
    /// <param name="probability">The probability.</param>
    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>One of several choices.</summary>
    /// <typeparam name="T">The type of the choices.</typeparam>
    /// <param name="choices">The choices, at least one.</param>
    public T Of<T>(ImmutableArray<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>A direction, uniformly distributed over the sphere.</summary>
    public PauliVector Direction()
    {
        double z = (2 * random.NextDouble()) - 1;
        double angle = 2 * Math.PI * random.NextDouble();
        double radius = Math.Sqrt(1 - (z * z));
        return new PauliVector(radius * Math.Cos(angle), radius * Math.Sin(angle), z);
    }

    /// <summary>A Bloch vector inside the ball.</summary>
    public PauliVector Bloch() => Rounded(Between(0.1, 0.98) * Direction());

    /// <summary>A vector with its components rounded to four digits.</summary>
    /// <param name="vector">The vector.</param>
    public static PauliVector Rounded(PauliVector vector) => new(Math.Round(vector.X, 4), Math.Round(vector.Y, 4), Math.Round(vector.Z, 4));
}
