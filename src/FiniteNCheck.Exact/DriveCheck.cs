using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Exact;

/// <summary>Checks before a run that what depends on time is a number throughout it.</summary>
internal static class DriveCheck
{
    private const int Samples = 1000;

    /// <summary>Looks at every function of time on a fine grid.</summary>
    /// <param name="model">The model.</param>
    /// <param name="end">The end of the run.</param>
    /// <exception cref="InputException">A parameter is no finite number of usable size at some time.</exception>
    public static void Require(SymmetricModel model, double end)
    {
        foreach (TimeFunction function in model.TimeFunctions)
        {
            for (int k = 0; k <= Samples; k++)
            {
                model.Value(function, end * k / Samples);
            }
        }
    }
}
