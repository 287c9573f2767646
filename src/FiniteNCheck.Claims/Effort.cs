namespace FiniteNCheck.Claims;

/// <summary>How much work a check may do.</summary>
public enum Effort
{
    /// <summary>Small sizes and coarse grids: a whole ledger takes minutes.</summary>
    Quick,

    /// <summary>Large sizes and fine grids, however long they take.</summary>
    Full,
}
