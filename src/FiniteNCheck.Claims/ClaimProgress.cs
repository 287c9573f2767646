namespace FiniteNCheck.Claims;

/// <summary>How far a run over claims has come.</summary>
/// <param name="Id">The claim that is being checked.</param>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Count">The number of claims in the list.</param>
/// <param name="Stage">The current stage, such as a model and a size; empty at the start of a check.</param>
/// <param name="Fraction">
/// The fraction of the checks that are done, 0 to 1. A correction is a separate check, and all checks count alike.
/// </param>
public sealed record ClaimProgress(string Id, int Number, int Count, string Stage, double Fraction);
