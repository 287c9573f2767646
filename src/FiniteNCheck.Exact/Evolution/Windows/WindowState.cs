using FiniteNCheck.Exact.Evolution.Checkpoints;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>What a windowed evolution carries from one step to the next besides its density matrix and its strips.</summary>
internal sealed class WindowState
{
    /// <summary>The modulus below which elements were dropped last.</summary>
    public double Threshold { get; set; }

    /// <summary>The time at which the window was cut last.</summary>
    public double CutAt { get; set; }

    /// <summary>Bound of what was dropped so far, in trace norm.</summary>
    public double Dropped { get; set; }

    /// <summary>Bound of what has left the window so far, in trace norm.</summary>
    public double Leaked { get; set; }

    /// <summary>The longest step that the window allows; infinite at first.</summary>
    public double MaxStep { get; set; } = double.PositiveInfinity;

    /// <summary>Trace norm of what leaves the window now, per unit of time.</summary>
    public double Leak { get; set; }

    /// <summary>The number of elements by which the state may move in J and M.</summary>
    public int Margin { get; set; }

    /// <summary>The number of elements by which coherences may spread away from the main diagonal.</summary>
    public int Side { get; set; }

    /// <summary>How many steps in a row were halved.</summary>
    public int Halvings { get; set; }

    /// <summary>Steps since the window was cut last.</summary>
    public int StepsSinceCut { get; set; }

    /// <summary>The largest number of real numbers stored at any time so far.</summary>
    public long MaxNumbers { get; set; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <exception cref="InvalidDataException">A number is out of its range.</exception>
    public static WindowState Read(CheckpointReader reader) => new()
    {
        Threshold = reader.Number(0, double.MaxValue),
        CutAt = reader.Number(0, double.MaxValue),
        Dropped = reader.Number(0, double.MaxValue),
        Leaked = reader.Number(0, double.MaxValue),
        MaxStep = reader.Number(0, double.PositiveInfinity),
        Leak = reader.Number(0, double.MaxValue),
        Margin = (int)reader.Whole(0, int.MaxValue / 4),
        Side = (int)reader.Whole(0, int.MaxValue / 4),
        Halvings = (int)reader.Whole(0, int.MaxValue),
        StepsSinceCut = (int)reader.Whole(0, int.MaxValue),
        MaxNumbers = reader.Whole(0, int.MaxValue),
    };

    /// <summary>Writes every number, in the order of the properties.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write(Threshold);
        writer.Write(CutAt);
        writer.Write(Dropped);
        writer.Write(Leaked);
        writer.Write(MaxStep);
        writer.Write(Leak);
        writer.Write((long)Margin);
        writer.Write((long)Side);
        writer.Write((long)Halvings);
        writer.Write((long)StepsSinceCut);
        writer.Write(MaxNumbers);
    }
}
