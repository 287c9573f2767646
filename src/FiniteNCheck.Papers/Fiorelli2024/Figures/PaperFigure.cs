namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>The figures of the paper that hold computed numbers.</summary>
public enum PaperFigure
{
    /// <summary>Figure 2: the phase diagram.</summary>
    PhaseDiagram,

    /// <summary>Figure 3: discord and classical correlations between the two large spins.</summary>
    Correlations,

    /// <summary>Figure B1: the limit cycle.</summary>
    LimitCycle,
}
