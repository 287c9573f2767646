namespace FiniteNCheck.Numerics;

/// <summary>
/// A search of <see cref="KrylovSchur"/> between two applications of its map A: with <c>k</c> vectors <c>V</c> and the last one <c>v</c>,
/// <c>A V = V H + v b'</c>. It never changes. Another search that is given this one goes on bit for bit.
/// </summary>
/// <param name="Applications">The applications of the map in this search.</param>
/// <param name="Restarts">The restarts so far.</param>
/// <param name="IsDone">Whether the search has ended.</param>
/// <param name="Residual">The largest relative residual among the eigenvalues wanted, at the last restart; 1 before.</param>
/// <param name="Moduli">The moduli of the leading eigenvalues at the last restart, the largest first; empty before.</param>
/// <param name="Projected">The <c>k + 1</c> rows of H and b' under it, of <c>k</c> numbers each.</param>
/// <param name="Basis">The vectors of V, then v; empty where the search had nothing to start from.</param>
public sealed record KrylovState(
    int Applications,
    int Restarts,
    bool IsDone,
    double Residual,
    IReadOnlyList<double> Moduli,
    double[,] Projected,
    IReadOnlyList<double[]> Basis);
