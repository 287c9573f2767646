namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>How many terms of each kind there are in a cell. Lists of terms have the kinds in this order.</summary>
/// <param name="ByRow">Terms with a table of the row alone.</param>
/// <param name="ByColumn">Terms with a table of the column alone.</param>
/// <param name="Products">Terms with tables of both.</param>
/// <param name="Ramps">Terms with both and a factor that changes along rows or from row to row.</param>
/// <param name="DoubleRamps">The same with two factors that change along rows.</param>
internal record struct TermClasses(int ByRow, int ByColumn, int Products, int Ramps, int DoubleRamps)
{
    /// <summary>The class of a term: its place in this order, from 0.</summary>
    /// <param name="term">The term.</param>
    public static int Of(in KernelTerm term) =>
        term.Second.IsRamp ? 4
        : term.First.IsRamp || term.First.OfRow != 0 || term.Second.OfRow != 0 ? 3
        : term.Column == 0 ? 0
        : term.Row == 0 ? 1
        : 2;

    /// <summary>Counts one term more.</summary>
    /// <param name="index">Its class.</param>
    public void Add(int index)
    {
        switch (index)
        {
            case 0:
                ByRow++;
                break;
            case 1:
                ByColumn++;
                break;
            case 2:
                Products++;
                break;
            case 3:
                Ramps++;
                break;
            default:
                DoubleRamps++;
                break;
        }
    }
}
