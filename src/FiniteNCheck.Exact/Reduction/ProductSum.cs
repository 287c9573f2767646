using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>A product state, a mixture of such states, or a superposition of pure ones.</summary>
/// <param name="IsCoherent">Whether the terms are superposed.</param>
/// <param name="Terms">The terms; a superposition is normalised where it is used.</param>
internal sealed record ProductSum(bool IsCoherent, ImmutableArray<ProductTerm> Terms) : SystemStart
{
    // A superposition whose squared norm is this small, relative to the largest that its amplitudes allow, is lost to rounding.
    private const double MinNorm = 1e-12;

    // Phases of products are off by this for each spin.
    private const double PhaseRounding = 4e-15;

    /// <inheritdoc/>
    public override bool IsDiagonal => !IsCoherent && Terms.All(term => term.Bloch.All(IsAlongZ));

    /// <summary>A product state.</summary>
    /// <param name="bloch">The Bloch vector of each block.</param>
    public static ProductSum Product(ImmutableArray<PauliVector> bloch) => new(IsCoherent: false, [Term(1, bloch)]);

    /// <summary>A mixture.</summary>
    /// <param name="mixture">The mixture.</param>
    public static ProductSum Mixture(Mixture mixture)
    {
        double sum = mixture.Components.Sum(component => component.Weight);
        return new(IsCoherent: false, [.. mixture.Components.Select(component => Term(component.Weight / sum, component.Bloch))]);
    }

    /// <summary>A superposition.</summary>
    /// <param name="superposition">The superposition.</param>
    /// <param name="model">The model that starts so.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">Its terms cancel at this size.</exception>
    public static ProductSum Superposition(Superposition superposition, CollectiveModel model, int n)
    {
        ProductTerm[] terms =
        [
            .. superposition.Terms.Where(term => term.Amplitude != Complex.Zero).Select(term => Term(term.Amplitude, term.Bloch)),
        ];
        if (terms.Length == 1)
        {
            return Product(terms[0].Bloch);
        }

        ImmutableArray<int> spins = model.SpinsAt(n);
        double norm = terms.Sum(a => terms.Sum(b => (Complex.Conjugate(a.Factor) * b.Factor * Overlap(a, b, spins)).Real));
        double largest = Math.Pow(terms.Sum(term => term.Factor.Magnitude), 2);
        return norm > MinNorm * largest
            ? new(IsCoherent: true, [.. terms])
            : throw new InputException(
                $"n is {n}: the terms of initial.superposition cancel, which leaves a squared norm of {Numeral.Of(norm, 3)}. "
                + "Correct the amplitudes, or choose another n.");
    }

    /// <inheritdoc/>
    public override bool IsReal(ImmutableArray<int> spins) =>
        Terms.All(term => term.Bloch.All(vector => vector.Y == 0)) && (!IsCoherent || Terms.All(term => IsInPhase(term, spins.Sum())));

    /// <inheritdoc/>
    public override bool IsSymmetric(int group) => Terms.All(term => Purity.Mixedness(term.Bloch[group]) == 0);

    /// <inheritdoc/>
    public override IEnumerable<PauliVector> VectorsOf(int group) => Terms.Select(term => term.Bloch[group]);

    /// <inheritdoc/>
    public override ProductSum Rotate(IReadOnlyList<SpinRotation> rotations, ImmutableArray<int> spins) => this with
    {
        Terms = [.. Terms.Select(term => Rotate(term, rotations, spins))],
    };

    /// <inheritdoc/>
    public override bool AreAlike(int first, int second, Func<PauliVector, PauliVector, bool> same) =>
        Terms.All(term => same(term.Bloch[first], term.Bloch[second]));

    /// <inheritdoc/>
    public override ProductSum Keep(IReadOnlyList<int> kept) => this with
    {
        Terms = [.. Terms.Select(term => term with { Bloch = [.. kept.Select(group => term.Bloch[group])] })],
    };

    /// <inheritdoc/>
    public override ProductSum Resize(ImmutableArray<int> from, ImmutableArray<int> to) => this;

    private static ProductTerm Term(Complex factor, ImmutableArray<PauliVector> bloch) =>
        new(factor, [.. bloch.Select(vector => vector.InsideSphere())]);

    private ProductTerm Rotate(ProductTerm term, IReadOnlyList<SpinRotation> rotations, ImmutableArray<int> spins)
    {
        ImmutableArray<PauliVector> turned = [.. term.Bloch.Select((vector, g) => rotations[g].Apply(vector))];
        if (!IsCoherent)
        {
            return term with { Bloch = turned };
        }

        // The rotated spin has the phase convention of its new Bloch vector times a phase, which every spin contributes.
        Complex factor = term.Factor;
        for (int g = 0; g < turned.Length; g++)
        {
            Spinor image = Spinor.Of(term.Bloch[g]).Apply(rotations[g].Unitary);
            double phase = Spinor.Of(turned[g]).Overlap(image).Phase;
            factor *= Complex.FromPolarCoordinates(1, phase * spins[g]);
        }

        return new ProductTerm(factor, turned);
    }

    // The phase of all terms together does not matter.
    private bool IsInPhase(ProductTerm term, double spins)
    {
        Complex relative = term.Factor * Complex.Conjugate(Terms[0].Factor);
        return Math.Abs(relative.Imaginary) <= PhaseRounding * (1 + spins) * relative.Magnitude;
    }

    private static Complex Overlap(ProductTerm a, ProductTerm b, ImmutableArray<int> spins)
    {
        Complex product = 1;
        for (int g = 0; g < spins.Length; g++)
        {
            product *= Complex.Pow(Spinor.Of(a.Bloch[g]).Overlap(Spinor.Of(b.Bloch[g])), spins[g]);
        }

        return product;
    }
}
