using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// Strips that contain every element above a threshold of an initial state: for a mixture those of all components in one window, for a
/// symmetric pure state part of one sector, for a fluctuation times a state its strips and one element around, for a matrix that was
/// computed before what is stored of it.
/// </summary>
internal static class InitialStrips
{
    /// <summary>The strips, at most one on each diagonal, sector by sector.</summary>
    /// <param name="start">The initial state, a fluctuation times that of the system, or a matrix computed before.</param>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="logThreshold">Logarithm of the threshold.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <remarks>
    /// The elements below the threshold add up to at most the threshold times their number in each component, and so do their averages
    /// over the components.
    /// </remarks>
    public static IEnumerable<Strip> Of(
        StartMatrix start,
        CollectiveSystem system,
        SectorGraph graph,
        Representation representation,
        double logThreshold,
        int threads,
        CancellationToken cancellationToken)
    {
        if (start is SymmetricDensity pure)
        {
            return OfVector(pure.Amplitudes, graph.Vertices[0], representation, Math.Exp(logThreshold));
        }

        if (start is StoredMatrix stored)
        {
            return stored.Layout.Strips;
        }

        // F rho is made of the elements of rho in neighbouring rows, and rho F in neighbouring columns.
        int? fluctuating = start switch
        {
            InitialDensity => null,
            ProductPart { Fluctuating: { } each } => each,
            _ => throw new InvalidOperationException($"A start of type {start.GetType().Name} has no window yet."),
        };
        logThreshold -= fluctuating is { } one ? Math.Log(FluctuationBlock.Amplification(system.Spins[one])) : 0;
        ProductTerm[] terms = [.. ((ProductSum)system.Start).Terms];
        if (terms.Length == 1 && fluctuating is null)
        {
            return OfTerm(terms[0]);
        }

        var all = new StripSet();
        foreach (Strip strip in terms.SelectMany(OfTerm))
        {
            all.Add(strip);
        }

        if (fluctuating is { } group)
        {
            (int J, int Row, int Column)[] changes = [(0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)];
            all.Spread(graph, changes.Select(change => Displacement.InBlock(system.Groups, group, change)));
        }

        return all.Ordered();

        IEnumerable<Strip> OfTerm(ProductTerm term) =>
            new InitialWindow(system.Spins, term.Bloch, representation, logThreshold, threads, cancellationToken).Strips(graph);
    }

    /// <summary>About how many elements the strips hold, as a rule more than that where the state is no product.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="logThreshold">Logarithm of the threshold.</param>
    /// <param name="threads">The number of threads.</param>
    public static double CountElements(CollectiveSystem system, Representation representation, double logThreshold, int threads)
    {
        if (system.Start is ProductSum { IsCoherent: false } sum)
        {
            return sum.Terms.Sum(term => InitialWindow.CountElements(system.Spins, term.Bloch, representation, logThreshold, threads));
        }

        var top = new Sector(0, system.Spins, system.Spins);
        double threshold = Math.Exp(logThreshold);
        double rows = ((SymmetricDensity)InitialDensity.Of(system, top)).Amplitudes.Count(each => each.Magnitude >= threshold);
        return representation == Representation.Populations ? rows : rows * (rows + 1) / 2;
    }

    private static IEnumerable<Strip> OfVector(Complex[] amplitudes, Sector top, Representation representation, double threshold)
    {
        double[] moduli = [.. amplitudes.Select(each => each.Magnitude)];
        int inner = top.InnerDimension;
        int outer = top.Dimension / inner;
        double[] largest = [.. Enumerable.Range(0, outer).Select(block => moduli.Skip(block * inner).Take(inner).Max())];
        for (int row = 0; row < outer; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                if (largest[row] * largest[column] < threshold || (representation == Representation.Populations && row != column))
                {
                    continue;
                }

                int below = row == column ? 0 : 1 - inner;
                int above = representation == Representation.Populations ? 0 : inner - 1;
                for (int difference = below; difference <= above; difference++)
                {
                    if (OnDiagonal(row * inner, column * inner, difference) is { } strip)
                    {
                        yield return strip;
                    }
                }
            }
        }

        Strip? OnDiagonal(int row, int column, int difference)
        {
            (int first, int last) = (-1, -1);
            for (int r = Math.Max(0, difference); r < inner + Math.Min(0, difference); r++)
            {
                if (moduli[row + r] * moduli[column + r - difference] >= threshold)
                {
                    first = first < 0 ? r : first;
                    last = r;
                }
            }

            return first < 0 ? null : new Strip(top, row + first, column + first - difference, last - first + 1);
        }
    }
}
