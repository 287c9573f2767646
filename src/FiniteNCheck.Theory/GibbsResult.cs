namespace FiniteNCheck.Theory;

/// <summary>The moments of the stationary state at one finite size.</summary>
/// <param name="Mean">The averages <c>&lt;m_a&gt;</c>, in the order of <see cref="Model.SymmetricModel.ObservableNames"/>.</param>
/// <param name="Covariance">The covariance <c>Sigma</c> (30), Pauli basis.</param>
/// <param name="Error">The estimated rounding error of every element.</param>
public sealed record GibbsResult(double[] Mean, double[,] Covariance, double Error);
