namespace FiniteNCheck.Reporting.Parts;

/// <summary>The name of a figure of a report, and of its files.</summary>
/// <param name="Folder">The folder of its files, beside the page.</param>
/// <param name="Id">The name, which no other figure of the page has.</param>
internal readonly record struct FigureName(string Folder, string Id)
{
    /// <summary>The file with its picture, seen from the page.</summary>
    public string Picture => $"{Folder}/{Id}.svg";

    /// <summary>The file with its numbers, seen from the page.</summary>
    public string Numbers => $"{Folder}/{Id}.csv";

    /// <summary>A longer name in the same folder.</summary>
    /// <param name="suffix">What is added.</param>
    public FigureName Append(string suffix) => this with { Id = Id + suffix };
}
