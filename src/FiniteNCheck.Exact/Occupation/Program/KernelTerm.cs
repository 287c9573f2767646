namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>A term as the kernel needs it: everything that does not depend on the cell.</summary>
/// <param name="Scale">The real or imaginary part of the constant.</param>
/// <param name="IsImaginary">Which of the two it is.</param>
/// <param name="Displacement">The index of the displacement of the bins off the diagonal.</param>
/// <param name="RowShift">The index of the displacement of the diagonal bins.</param>
/// <param name="Row">The place of the row's table among the weights.</param>
/// <param name="Column">The place of the column's table.</param>
/// <param name="Part">The part of the generator.</param>
/// <param name="First">The first factor; one that changes along a row where there is any.</param>
/// <param name="Second">The second factor.</param>
internal readonly record struct KernelTerm(
    double Scale,
    bool IsImaginary,
    int Displacement,
    int RowShift,
    int Row,
    int Column,
    int Part,
    KernelFactor First,
    KernelFactor Second);
