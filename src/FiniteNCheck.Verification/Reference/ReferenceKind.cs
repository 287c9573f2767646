namespace FiniteNCheck.Verification.Reference;

/// <summary>The kinds of reference files.</summary>
public enum ReferenceKind
{
    /// <summary>Exact means and covariances at finite N; rows by n, then time.</summary>
    Exact,

    /// <summary>Mean field and covariance for N to infinity; rows by time.</summary>
    Limit,

    /// <summary>Stationary moments at zero transverse field, in closed form; rows by n.</summary>
    Gibbs,

    /// <summary>Any other table, such as that of a program that only uses the comparer.</summary>
    Table,
}
