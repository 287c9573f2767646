#!/usr/bin/env dotnet
// A formula of one's own, put to the test: dotnet run examples/own-theory.cs
#:project ../src/FiniteNCheck.Model/FiniteNCheck.Model.csproj
#:project ../src/FiniteNCheck.Files/FiniteNCheck.Files.csproj
#:project ../src/FiniteNCheck.Verification/FiniteNCheck.Verification.csproj
#:property PublishAot=false
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

const string CurieWeiss = """
    name: curie-weiss
    parameters: { beta: 0.5 }
    blocks: [{ name: all, share: 1 }]
    jumps:
      - { block: all, operator: raise, rate: { expression: "exp(beta*x/2)" }, argument: { all: [0, 0, 1] } }
      - { block: all, operator: lower, rate: { expression: "exp(-beta*x/2)" }, argument: { all: [0, 0, 1] } }
    initial: { all: [0, 0, 0] }
    """;

Study study = new()
{
    Model = ModelFile.Parse(CurieWeiss, "curie-weiss.yaml"),
    Ladder = [8, 12, 18, 27, 40, 60, 90],
    Times = [0.5, 1],
    Predictions = [new(new ProgramPrediction("susceptibility", (request, _) => Susceptibility(request)))],
};
foreach (PredictionFinding finding in StudyRunner.Run(study).Predictions)
{
    Console.WriteLine($"{finding.Prediction}: {finding.Verdict}");
}

// The variance of the magnetisation: (1 - beta exp(-4 (1 - beta) t)) / (1 - beta).
static PredictedValues Susceptibility(PredictionRequest request)
{
    double beta = request.Parameters["beta"];
    double At(double t) => (1 - (beta * Math.Exp(-4 * (1 - beta) * t))) / (1 - beta);
    return new PredictedValues(new Dictionary<string, IReadOnlyList<double?>>
    {
        ["z.all,z.all"] = [.. request.Times.Select(t => (double?)At(t))],
    });
}

// prints:
// susceptibility: Confirmed
