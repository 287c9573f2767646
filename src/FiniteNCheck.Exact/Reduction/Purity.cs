using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>How far states of single spins are from pure ones.</summary>
internal static class Purity
{
    // 1 - |b|^2 of a pure state whose vector was rounded. Treating such a state as pure changes it by at most N times this.
    private const double MaxMixednessOfPure = 2 * 2.220446049250313e-16;

    /// <summary>The difference <c>1 - |b|^2</c> to the last digit, by compensated summation; 0 for a pure state.</summary>
    /// <param name="bloch">The Bloch vector; length at most 1 up to rounding.</param>
    public static double Mixedness(PauliVector bloch)
    {
        double mixedness = 1;
        double rest = 0;
        foreach (double component in new[] { bloch.X, bloch.Y, bloch.Z })
        {
            double square = component * component;
            double next = mixedness - square;
            double seen = mixedness - next;
            rest += ((mixedness - (next + seen)) + (seen - square)) - Math.FusedMultiplyAdd(component, component, -square);
            mixedness = next;
        }

        mixedness += rest;
        return mixedness < MaxMixednessOfPure ? 0 : mixedness;
    }
}
