namespace FiniteNCheck.Model;

/// <summary>One reason why a model, or a study of one, is invalid.</summary>
/// <param name="Key">
/// The full key path in the file, such as <c>jumps[2].rate</c>. List items count from 1.
/// </param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Remedy">What to do, a full sentence.</param>
public sealed record ModelProblem(string Key, string Found, string Allowed, string Remedy)
{
    /// <summary>The problem on one line.</summary>
    public override string ToString() => Wording.OneLine($"{Key}: found {Found}; allowed: {Allowed}. {Remedy}");
}
