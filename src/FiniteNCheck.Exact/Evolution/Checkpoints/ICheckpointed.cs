namespace FiniteNCheck.Exact.Evolution.Checkpoints;

/// <summary>A computation that can be saved between two of its steps, and go on from there in another process.</summary>
internal interface ICheckpointed
{
    /// <summary>How much is done: larger after every step that is worth saving.</summary>
    long Done { get; }

    /// <summary>How far it is, for people.</summary>
    string Reached { get; }

    /// <summary>Where it begins, for people.</summary>
    string Beginning { get; }

    /// <summary>Writes everything that the next step depends on.</summary>
    /// <param name="writer">The checkpoint.</param>
    void Write(CheckpointWriter writer);

    /// <summary>Restores what <see cref="Write"/> wrote, to the end of the checkpoint; changes nothing where that fails.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <exception cref="InvalidDataException">This computation cannot have written it.</exception>
    void Read(CheckpointReader reader);
}
