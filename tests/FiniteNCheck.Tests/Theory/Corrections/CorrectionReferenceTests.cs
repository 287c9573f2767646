using FiniteNCheck.Theory.Corrections;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>Numbers and closed forms that were found by other means.</summary>
public sealed class CorrectionReferenceTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Kind", "Regression")]
    [InlineData(true, new[] { 0.24834396, 0.32128968, -0.75487207 }, new[] { -0.195166190, 0.000515736, 3.655220420 }, -0.310287078)]
    [InlineData(false, new[] { 0.09560444, 0.15264989, -0.57472119 }, new[] { -0.14024419, -0.01223025, 3.0745855 }, -0.139254646)]
    public void A_moving_retrieval_state_has_the_coefficients_of_an_independent_program(bool ownSite, double[] mu, double[] diagonal, double xz)
    {
        CorrectionResult result = CorrectionTheory.Solve(CorrectionModels.OnePattern(2, 0.2, new(0.2, 0.3, 0.7), ownSite), [0.5]);
        double[,] c1 = result.CovarianceCorrection!.Value[0];
        output.WriteLine($"{string.Join(' ', result.MeanCorrection[0])}; {c1[0, 0]} {c1[1, 1]} {c1[2, 2]}; {c1[0, 2]}; {result.MeanCorrectionError} {result.CovarianceCorrectionError}");
        for (int a = 0; a < 3; a++)
        {
            // The digits that were printed.
            Assert.InRange(result.MeanCorrection[0][a] - mu[a], -1e-8, 1e-8);
            Assert.InRange(c1[a, a] - diagonal[a], -2e-8, 2e-8);
        }

        Assert.InRange(c1[0, 2] - xz, -2e-8, 2e-8);
    }
}
