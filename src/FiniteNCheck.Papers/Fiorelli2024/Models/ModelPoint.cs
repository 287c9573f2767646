using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Models;

/// <summary>A model with averages at which formulas are compared.</summary>
/// <param name="Name">The name of the point in evidence.</param>
/// <param name="Model">The model.</param>
/// <param name="Averages">The averages, x, y, z of one block after the other.</param>
public sealed record ModelPoint(string Name, CollectiveModel Model, Vector<double> Averages);
