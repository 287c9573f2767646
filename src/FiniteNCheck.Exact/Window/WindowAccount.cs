using FiniteNCheck.Exact.Checkpoints;

namespace FiniteNCheck.Exact.Window;

/// <summary>What a windowed evolution carries from one step to the next beside its state and its strips.</summary>
/// <param name="Threshold">The modulus below which elements were dropped last.</param>
/// <param name="CutAt">The time at which the window was cut last.</param>
/// <param name="Dropped">Bound of what was dropped so far, in trace norm.</param>
/// <param name="Leaked">Bound of what has left the window so far, in trace norm.</param>
/// <param name="LongestStep">The longest step that the window allows; infinite at first.</param>
/// <param name="Leak">Norm of what leaves the window now, per unit of time.</param>
/// <param name="Margin">Elements that the state may move by in J and M.</param>
/// <param name="Side">Elements that coherences may spread by, away from the main diagonal.</param>
/// <param name="Halvings">Steps halved in a row up to now.</param>
/// <param name="StepsSinceCut">Steps since the window was cut last.</param>
/// <param name="MostNumbers">The most real numbers held at any time so far.</param>
internal readonly record struct WindowAccount(
    double Threshold, double CutAt, double Dropped, double Leaked, double LongestStep, double Leak, int Margin, int Side, int Halvings, int StepsSinceCut, long MostNumbers)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <exception cref="InvalidDataException">A number is out of its range.</exception>
    public static WindowAccount Read(CheckpointReader reader) => new(
        reader.Number(0, double.MaxValue),
        reader.Number(0, double.MaxValue),
        reader.Number(0, double.MaxValue),
        reader.Number(0, double.MaxValue),
        reader.Number(0, double.PositiveInfinity),
        reader.Number(0, double.MaxValue),
        (int)reader.Whole(0, int.MaxValue / 4),
        (int)reader.Whole(0, int.MaxValue / 4),
        (int)reader.Whole(0, int.MaxValue),
        (int)reader.Whole(0, int.MaxValue),
        reader.Whole(0, int.MaxValue));

    /// <summary>Writes the account.</summary>
    /// <param name="writer">Receives it.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write(Threshold);
        writer.Write(CutAt);
        writer.Write(Dropped);
        writer.Write(Leaked);
        writer.Write(LongestStep);
        writer.Write(Leak);
        writer.Write((long)Margin);
        writer.Write((long)Side);
        writer.Write((long)Halvings);
        writer.Write((long)StepsSinceCut);
        writer.Write(MostNumbers);
    }
}
