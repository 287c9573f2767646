using FiniteNCheck.Exact.Evolution.Checkpoints;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>A solution of a linear equation between two rounds of steps.</summary>
/// <param name="Solution">The solution after the last round.</param>
/// <param name="Best">The one with the smallest residual so far.</param>
/// <param name="BestNorm">The norm of that residual.</param>
/// <param name="FirstNorm">The norm of the residual at the beginning.</param>
/// <param name="StepsBefore">The steps that the solver had taken by then.</param>
internal sealed record UnfinishedSolution(double[] Solution, double[] Best, double BestNorm, double FirstNorm, int StepsBefore)
{
    /// <summary>Writes everything.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write(Solution.AsSpan());
        writer.Write(Best.AsSpan());
        writer.Write(BestNorm);
        writer.Write(FirstNorm);
        writer.Write((long)StepsBefore);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="length">The numbers of a solution.</param>
    /// <exception cref="InvalidDataException">It has other lengths, or impossible numbers.</exception>
    public static UnfinishedSolution Read(CheckpointReader reader, int length) => new(
        reader.Numbers(length),
        reader.Numbers(length),
        reader.Number(0, double.MaxValue),
        reader.Number(0, double.MaxValue),
        (int)reader.Whole(0, int.MaxValue));
}
