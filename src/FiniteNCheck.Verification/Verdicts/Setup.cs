using FiniteNCheck.Model;
using FiniteNCheck.Model.Description;

namespace FiniteNCheck.Verification.Verdicts;

/// <summary>Writes down what a study solves.</summary>
internal static class Setup
{
    /// <summary>The setup of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="model">Its model, with the initial state resolved where it could be.</param>
    /// <param name="tolerance">The tolerance of the exact solution.</param>
    public static StudySetup Of(Study study, SymmetricModel model, double tolerance) => new()
    {
        Hamiltonian = ModelFormulas.Hamiltonian(model),
        Jumps = ModelFormulas.Jumps(model),
        Start = ModelFormulas.Start(model),
        StartedFrom = ModelFormulas.KindOf(study.Model.Initial),
        Parameters = model.Parameters,
        Times = study.Times,
        Tolerance = tolerance,
        Files = study.Files,
    };
}
