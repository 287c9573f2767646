namespace FiniteNCheck.Reporting.Doctor;

/// <summary>One thing that a machine has or lacks.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Present">Whether it is there.</param>
/// <param name="Found">What was found, or what is missing.</param>
/// <param name="Remedy">What it is for and how to get it; <see langword="null"/> where it is there.</param>
public sealed record MachineFact(string Name, bool Present, string Found, string? Remedy = null);
