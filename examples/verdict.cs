#!/usr/bin/env dotnet
// From a model to verdicts: dotnet run examples/verdict.cs
// In a folder of your own, replace the lines #:project by: #:package FiniteNCheck.Verification@0.1.0
#:project ../src/FiniteNCheck.Model/FiniteNCheck.Model.csproj
#:project ../src/FiniteNCheck.Verification/FiniteNCheck.Verification.csproj
#:property PublishAot=false
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

HopfieldNetwork network = new() { Patterns = [[1, -1]], Temperature = 2, TransverseField = 0.2 };
CollectiveModel model = network.ToModel("two-large-spins", new ProductState([new(0, -0.3, 0.6), new(0, 0.3, -0.6)]));
ExpectedPrediction[] predictions = [new(Prediction.MeanField), new(Prediction.CovarianceFull)];
Study study = new() { Model = model, Ladder = [6, 8, 12, 16, 24, 32], Times = [0.5, 2], Predictions = [.. predictions] };
foreach (PredictionFinding finding in StudyRunner.Run(study).Predictions)
{
    Console.WriteLine($"{finding.Prediction}: {finding.Verdict}");
}

// prints:
// mean-field: Confirmed
// covariance-full: Confirmed
