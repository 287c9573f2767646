namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>A factor of a term: one that is constant in a cell, constant in a row, or changes by one from number to number.</summary>
/// <param name="Bin">The place of a bin off the diagonal; -1 where the factor is another one.</param>
/// <param name="Shift">What is added to the occupation of that bin.</param>
/// <param name="OfRow">The index of a factor that is constant in a row; 0 stands for 1.</param>
/// <param name="Ramp">The place of the factor's values along a row among the weights.</param>
/// <param name="RampPerLength">How this place changes with the length of the row less one.</param>
/// <param name="IsRamp">Whether it changes along a row.</param>
internal readonly record struct KernelFactor(int Bin, int Shift, int OfRow, int Ramp, int RampPerLength, bool IsRamp);
