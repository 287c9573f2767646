namespace FiniteNCheck.Model;

/// <summary>Why a model, or a study of one, cannot be used.</summary>
/// <param name="Key">
/// Where, as the key path of its file written out in full: <c>jumps[2].rate</c>, list items counted from 1.
/// </param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Remedy">What to do: one sentence with its full stop.</param>
public sealed record ModelProblem(string Key, string Found, string Allowed, string Remedy)
{
    /// <summary>The problem on one line.</summary>
    public override string ToString() => Wording.OneLine($"{Key}: found {Found}; allowed: {Allowed}. {Remedy}");
}
