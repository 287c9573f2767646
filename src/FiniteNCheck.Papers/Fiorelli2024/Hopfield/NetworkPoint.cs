using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>A Hopfield network with averages at which formulas are compared.</summary>
/// <param name="Network">The network.</param>
/// <param name="Averages">The averages, x, y, z of one block after the other.</param>
internal sealed record NetworkPoint(HopfieldNetwork Network, Vector<double> Averages)
{
    private const int Axes = 3;

    /// <summary>The point in words.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"p = {Network.Patterns.Length} on {Network.BlockCount} blocks, T = {Network.Temperature}, Omega = {Network.TransverseField}");

    /// <summary>The inverse temperature <c>beta</c>.</summary>
    public double Beta => 1 / Network.Temperature;

    /// <summary>The number of fluctuations, three per block.</summary>
    public int Dimension => Averages.Count;

    /// <summary>The network as a model of the general class, for Theory.</summary>
    public CollectiveModel Model => Network.ToModel(Name, new ProductState([.. Enumerable.Repeat(PauliVector.Zero, Network.BlockCount)]));

    /// <summary>The average of one block along one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="block">Index of the block.</param>
    public double M(PauliAxis axis, int block) => Averages[(Axes * block) + (int)axis];

    /// <summary><c>Delta_h = sum_k w_hk m_z,k</c> (54).</summary>
    /// <param name="h">Index of a block.</param>
    public double Delta(int h) => Enumerable.Range(0, Network.BlockCount).Sum(k => Network.Weight(h, k) * M(PauliAxis.Z, k));

    /// <summary><c>cosh(beta Delta_h)</c>.</summary>
    /// <param name="h">Index of a block.</param>
    public double Cosh(int h) => Math.Cosh(Beta * Delta(h));

    /// <summary><c>sinh(beta Delta_h)</c>.</summary>
    /// <param name="h">Index of a block.</param>
    public double Sinh(int h) => Math.Sinh(Beta * Delta(h));

    /// <summary>A matrix over all averages from its elements.</summary>
    /// <param name="element">The element at axis, block, axis, block.</param>
    public Matrix<double> Matrix(Func<PauliAxis, int, PauliAxis, int, double> element) => Matrix<double>.Build.Dense(
        Dimension,
        Dimension,
        (i, k) => element((PauliAxis)(i % Axes), i / Axes, (PauliAxis)(k % Axes), k / Axes));

    /// <summary>
    /// The part <c>Gamma^2 G^sym</c> of the diffusion: the Gram matrix of the model whose rates are constants, with
    /// the values that they have here.
    /// </summary>
    public Matrix<double> FrozenRateDiffusion()
    {
        CollectiveModel model = Model;
        CollectiveModel frozen = model with
        {
            Jumps = [.. model.Jumps.Select(jump => jump with { Rate = new PolynomialRate([jump.Rate.Value(Delta(jump.Block))]) })],
        };
        return new Fluctuations(frozen).Diffusion(Averages);
    }

    /// <summary>The part <c>sigma S^sym sigma^T</c> of the diffusion: what the rates' slopes add.</summary>
    public Matrix<double> SlopeDiffusion() => new Fluctuations(Model).Diffusion(Averages) - FrozenRateDiffusion();
}
