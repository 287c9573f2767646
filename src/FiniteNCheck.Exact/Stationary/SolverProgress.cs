using FiniteNCheck.Exact.Evolution.Checkpoints;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>How far a solver is between two rounds of steps.</summary>
/// <param name="Steps">Steps so far, over all solutions.</param>
/// <param name="Applications">Applications of the generator so far.</param>
/// <param name="Amplification">The largest factor by which a round moved a solution for the residual that it removed.</param>
/// <param name="NeedsSectors">Whether parts at fixed J are factorised too.</param>
/// <param name="Factors">The numbers in the factors so far.</param>
/// <param name="Solution">The solution that is being improved; <see langword="null"/> where none is.</param>
internal sealed record SolverProgress(
    int Steps, int Applications, double Amplification, bool NeedsSectors, long Factors, UnfinishedSolution? Solution)
{
    /// <summary>Before the first step.</summary>
    public static SolverProgress None { get; } = new(0, 0, 0, false, 0, null);

    /// <summary>Writes everything.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write((long)Steps);
        writer.Write((long)Applications);
        writer.Write(Amplification);
        writer.Write(NeedsSectors ? 1L : 0);
        writer.Write(Factors);
        writer.Write(Solution is null ? 0L : 1);
        Solution?.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="length">The numbers of a solution.</param>
    /// <exception cref="InvalidDataException">No solver of this problem can have written it.</exception>
    public static SolverProgress Read(CheckpointReader reader, int length) => new(
        (int)reader.Whole(0, int.MaxValue),
        (int)reader.Whole(0, int.MaxValue),
        reader.Number(0, double.MaxValue),
        reader.Whole(0, 1) == 1,
        reader.Whole(0),
        reader.Whole(0, 1) == 1 ? UnfinishedSolution.Read(reader, length) : null);
}
