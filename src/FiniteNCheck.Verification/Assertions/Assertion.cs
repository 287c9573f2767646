using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>What a prediction claims of its numbers as N grows, and how that is judged.</summary>
public abstract record Assertion
{
    private protected Assertion()
    {
    }

    /// <summary>What is claimed beyond the numbers, such as <c>at order 2</c>; empty where that goes without saying.</summary>
    internal abstract string Description { get; }

    /// <summary>Whether findings measure distances from a limit in uncertainties.</summary>
    internal virtual bool HasDistances => true;

    /// <summary>
    /// What is wrong with the claim, as <c>found ...; allowed: .... What to do.</c>; <see langword="null"/> if nothing is.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="times">The times.</param>
    /// <param name="sizes">The ladder values with their total numbers of spins.</param>
    internal virtual string? FindProblem(
        SymmetricModel model, ImmutableArray<double> times, ImmutableArray<(int N, int Spins)> sizes) => null;

    /// <summary>Judges one predicted number against exact values.</summary>
    /// <param name="comparison">The number and the exact values.</param>
    /// <returns>One finding, or one for each number that is claimed.</returns>
    internal abstract IEnumerable<ElementFinding> Judge(Comparison comparison);
}
