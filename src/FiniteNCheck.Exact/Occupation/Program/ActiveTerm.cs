namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>A term that does not vanish in a cell.</summary>
internal struct ActiveTerm
{
    /// <summary>The factor of the source for the real part of the result.</summary>
    public double Scale;

    /// <summary>The factor of the other source for the imaginary part.</summary>
    public double OtherScale;

    /// <summary>The place of the source's cell.</summary>
    public int Source;

    /// <summary>The place of the source for the imaginary part.</summary>
    public int OtherSource;

    /// <summary>Where the first places of the source's rows are listed.</summary>
    public int Starts;

    /// <summary>The place of the row's table among the weights.</summary>
    public int Row;

    /// <summary>The place of the column's table.</summary>
    public int Column;

    /// <summary>The index of a factor that is constant in a row; 0 stands for 1.</summary>
    public int OfRow;

    /// <summary>The index of another such factor.</summary>
    public int OfRowToo;

    /// <summary>The place of a factor's values along a row among the weights.</summary>
    public int Ramp;

    /// <summary>How this place changes with the length of the row less one.</summary>
    public int RampPerLength;

    /// <summary>The place of another such factor's values.</summary>
    public int SecondRamp;

    /// <summary>How this place changes with the length of the row less one.</summary>
    public int SecondRampPerLength;
}
