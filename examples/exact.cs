#!/usr/bin/env dotnet
// Exact numbers of a model file, with bounds of their errors: dotnet run examples/exact.cs
#:project ../src/FiniteNCheck.Model/FiniteNCheck.Model.csproj
#:project ../src/FiniteNCheck.Files/FiniteNCheck.Files.csproj
#:project ../src/FiniteNCheck.Exact/FiniteNCheck.Exact.csproj
#:property PublishAot=false
using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;

// Ten spins that decay, each on its own: m_z = 2 exp(-t) - 1.
const string Decay = """
    name: decay
    blocks: [{ name: all, share: 1 }]
    jumps: [{ block: all, operator: lower, rate: { polynomial: [1] }, argument: { all: [0, 0, 0] } }]
    initial: { all: [0, 0, 1] }
    """;

CollectiveModel model = ModelFile.Parse(Decay, "decay.yaml");
ExactResult result = ExactSolver.Solve(model, 10, [0.5, 1]);
for (int time = 0; time < result.Moments.Times.Length; time++)
{
    string mean = result.Moments.Mean[time][2].ToString("F6", CultureInfo.InvariantCulture);
    string when = result.Moments.Times[time].ToString(CultureInfo.InvariantCulture);
    Console.WriteLine($"t = {when}: {mean}, to 1e-9: {result.MeanError(time) < 1e-9}");
}

// prints:
// t = 0.5: 0.213061, to 1e-9: True
// t = 1: -0.264241, to 1e-9: True
