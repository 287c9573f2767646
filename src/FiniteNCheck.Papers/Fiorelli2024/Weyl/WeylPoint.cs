using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>A model of one block with a product state, its rates along one direction, and the arguments of three Weyl operators.</summary>
/// <param name="Model">The model.</param>
/// <param name="Triple">The arguments r1, r, r2.</param>
internal sealed record WeylPoint(CollectiveModel Model, WeylTriple Triple)
{
    private static readonly WeylTriple between = new([0.4, -0.3, 0.5], [0.5, 0.6, -0.4], [-0.2, 0.5, 0.3]);

    /// <summary>The models of the claims about two times, where Theorem 2 is put to the test.</summary>
    /// <remarks>At T = 0.5 the spins are almost pure, and an argument that is not small tells the forms apart.</remarks>
    public static ImmutableArray<WeylPoint> All { get; } =
    [
        .. TwoTimePoint.All(Effort.Quick).Select((point, k) =>
            new WeylPoint(point.Model, k == 0 ? between with { Inner = [0.9, 0.3, 0.7] } : between)),
    ];

    /// <summary>Models with couplings between the spins.</summary>
    public static ImmutableArray<WeylPoint> Coupled { get; } =
    [
        All[^1],
        new WeylPoint(LemmaModels.Tilted(new PauliVector(0.3, 0.2, -0.6)), between),
        new WeylPoint(LemmaModels.Tilted(new PauliVector(-0.4, 0.6, 0.2)), between with { Inner = [0.9, 0.3, 0.7] }),
    ];

    /// <summary>The Bloch vector of each spin.</summary>
    public PauliVector Bloch => ((ProductState)Model.Initial).Bloch[0];

    /// <summary>The inner argument r.</summary>
    public PauliVector Inner => WeylStart.Vector(Triple.Inner);

    /// <summary>The direction of the arguments of all rates.</summary>
    public PauliVector Axis => Model.Jumps.Select(jump => jump.Argument[0]).First(argument => argument.Norm > 0);

    /// <summary>The point with the opposite arguments.</summary>
    public WeylPoint Opposite => this with { Triple = new(Negative(Triple.Left), Negative(Triple.Inner), Negative(Triple.Right)) };

    private static ImmutableArray<double> Negative(ImmutableArray<double> r) => [.. r.Select(component => -component)];
}
