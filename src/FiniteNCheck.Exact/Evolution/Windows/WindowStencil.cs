using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>Which elements a generator connects, and with it what a window has to store around its active strips.</summary>
internal sealed class WindowStencil
{
    private readonly SectorGraph graph;
    private readonly Representation representation;
    private readonly ImmutableArray<Displacement> displacements;
    private readonly bool[] movesJ;
    private readonly bool[] movesM;

    /// <summary>Finds the displacements of a generator.</summary>
    /// <param name="operators">The operators of the generator; banded.</param>
    /// <param name="representation">How the state is held.</param>
    public WindowStencil(SectorOperators operators, Representation representation)
    {
        graph = operators.Graph;
        this.representation = representation;
        displacements = Displacement.FindAll(operators, representation);
        movesJ = [.. graph.Spins.Select((_, block) => displacements.Any(change => change.In(block).J != 0))];
        movesM = [.. graph.Spins.Select((_, block) => displacements.Any(change => change.In(block) is not { Row: 0, Column: 0 }))];
    }

    /// <summary>The active strips and the ring around them: every element that feeds an active one or is fed by one.</summary>
    /// <param name="active">The active strips.</param>
    public StripSet WithRing(StripSet active)
    {
        var stored = new StripSet();
        foreach (Strip strip in active.Strips)
        {
            stored.Add(strip);
        }

        stored.Spread(graph, displacements);
        return stored;
    }

    /// <summary>
    /// Adds room for the state to move in J and M, and for coherences, whose distance from the diagonal changes more slowly.
    /// </summary>
    /// <param name="strips">The strips to widen.</param>
    /// <param name="margin">Elements in J and M.</param>
    /// <param name="side">Elements away from the main diagonal.</param>
    public void AddMargin(StripSet strips, int margin, int side)
    {
        int blocks = graph.Spins.Length;
        for (int block = 0; block < blocks; block++)
        {
            // A coherence between extreme levels can move along its diagonal only once it has moved sideways, and a highest level to a
            // smaller J only once M is smaller.
            foreach (int reach in Doublings(representation == Representation.Populations ? 0 : side))
            {
                strips.Spread(graph, movesM[block] ? BothWays(block, (0, reach, 0)) : []);
            }

            foreach (int reach in Doublings(margin))
            {
                strips.Spread(graph, movesM[block] ? BothWays(block, (0, reach, reach)) : []);
                strips.Spread(graph, movesJ[block] ? BothWays(block, (reach, 0, 0)) : []);
            }
        }

        IEnumerable<Displacement> BothWays(int block, (int J, int Row, int Column) change) =>
        [
            Displacement.InBlock(blocks, block, change),
            Displacement.InBlock(blocks, block, (-change.J, -change.Row, -change.Column)),
        ];
    }

    // 1, 2, 4, ... and the remainder: spreading by no more than the width reached before leaves no gaps.
    private static IEnumerable<int> Doublings(int margin)
    {
        for (int reach = 1; margin > 0; reach *= 2)
        {
            yield return Math.Min(reach, margin);
            margin -= reach;
        }
    }
}
