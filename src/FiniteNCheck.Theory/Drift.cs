namespace FiniteNCheck.Theory;

/// <summary>The two candidate drifts <c>Q</c> of the covariance equation <c>dSigma/dt = Q Sigma + Sigma Q^T + D</c> (50).</summary>
public enum Drift
{
    /// <summary>The Jacobian of the mean-field flow: every rate responds to the fluctuation of its argument.</summary>
    Full,

    /// <summary>As printed in (35) on 2 February 2024: every rate frozen at its mean-field value.</summary>
    Printed,
}
