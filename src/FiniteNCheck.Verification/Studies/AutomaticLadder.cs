// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>Sizes that the program chooses, within a budget.</summary>
/// <param name="Budget">
/// Seconds of one thread that the exact solutions may take together, by estimate; 1 to 30 days.
/// </param>
/// <param name="Memory">Memory that each of them may use, in bytes; <see langword="null"/> for what the run may use.</param>
public sealed record AutomaticLadder(double Budget = AutomaticLadder.DefaultBudget, long? Memory = null)
{
    /// <summary>The budget where none is stated, in seconds.</summary>
    public const double DefaultBudget = 60;
}
