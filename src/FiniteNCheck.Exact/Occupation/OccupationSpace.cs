using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Exact.Occupation.Program;
using FiniteNCheck.Exact.Occupation.Reduction;
using FiniteNCheck.Exact.Occupation.State;
using FiniteNCheck.Exact.Occupation.Terms;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Occupation;

/// <summary>
/// The occupation basis of a system, reduced to what the state can reach: how a state is held, and the terms of the generator. Known before
/// anything large is allocated.
/// </summary>
internal sealed class OccupationSpace
{
    // Tables of more counts than this are not made: the state would not fit either.
    private const double MaxCounts = 3e7;

    private readonly CellEnumerator cells;
    private readonly WeightTables tables;

    private OccupationSpace(
        LevelSystem system, OccupationOrder order, CellEnumerator cells, Reduced reduced, ImmutableArray<GeneratorPart> parts)
    {
        (System, Order, this.cells, Parts) = (system, order, cells, parts);
        (Representation, Terms, tables) = (reduced.Representation, reduced.Terms, reduced.Tables);
        Size = cells.Count();
        Amplitudes = new CountWeights(order);
    }

    /// <summary>The system, in its final bases.</summary>
    public LevelSystem System { get; }

    /// <summary>The order of blocks, levels and bins.</summary>
    public OccupationOrder Order { get; }

    /// <summary>How the state is held.</summary>
    public Representation Representation { get; }

    /// <summary>The terms of the generator.</summary>
    public ImmutableArray<WeightedTerm> Terms { get; }

    /// <summary>The parts of the generator.</summary>
    public ImmutableArray<GeneratorPart> Parts { get; }

    /// <summary>The weak symmetries.</summary>
    public required Charges Charges { get; init; }

    /// <summary>How large a state is.</summary>
    public SpaceSize Size { get; }

    /// <summary>Real numbers in a state.</summary>
    public double Numbers => Size.Numbers * (Representation == Representation.Complex ? 2 : 1);

    /// <summary>The numbers of words.</summary>
    public CountWeights Amplitudes { get; }

    /// <summary>The tables of weights.</summary>
    public IReadOnlyList<double[]> WeightTables => tables.Tables;

    /// <summary>The number of tables of weights.</summary>
    public int Tables => tables.Tables.Count;

    /// <summary>Reduces a system.</summary>
    /// <param name="name">The name of the model, for messages.</param>
    /// <param name="n">The ladder value, for messages.</param>
    /// <param name="system">The system.</param>
    /// <param name="asked">How the state is to be held; complex keeps every bin and every number.</param>
    /// <exception cref="InputException">The representation asked for is not exact, or the system is too large.</exception>
    public static OccupationSpace Of(string name, int n, LevelSystem system, Representation asked)
    {
        RequireSize(name, n, system);
        var generator = GeneratorTerms.Of(system);
        bool isWhole = asked == Representation.Complex;
        bool[] active = isWhole
            ? [.. Enumerable.Repeat(true, system.Bins.Count)]
            : ActiveBins.Close(StartBins.Populated(system), generator.Terms);
        ImmutableArray<OccupationTerm> terms = ActiveBins.Prune(active, generator.Terms);
        var order = new OccupationOrder(system.Sites, system.Bins, active);
        Charges charges = isWhole
            ? Charges.None(order.OffDiagonalBins)
            : Charges.Of(order.OffDiagonalBins, StartBins.Vectors(system), terms);
        var evaluated = new WeightTables(order.Counts);
        ImmutableArray<WeightedTerm> weighted = WeightedTerm.Of(terms, active, evaluated);
        bool isDiagonal = order.OffDiagonalBins.IsEmpty;
        if (isDiagonal)
        {
            // On the diagonal the imaginary terms of a number with itself cancel: -iH against its conjugate.
            weighted =
            [
                .. weighted.Select(term => term.IsDiagonal ? term with { Constant = term.Constant.Real } : term)
                    .Where(term => term.Constant != 0),
            ];
        }

        Reduced? real = isWhole ? null : RealOf(ref system, order, weighted, evaluated, isDiagonal);
        Reduced reduced = real ?? new Reduced(Representation.Complex, weighted, evaluated);
        if (asked == Representation.Populations && !isDiagonal || asked == Representation.Real && real is null)
        {
            throw new InputException(
                $"representation is {asked}: model '{name}' and its initial state allow {reduced.Representation}. Use it, or auto.");
        }

        var allowed = new CellEnumerator(order, charges.Zero, charges.Even);
        return new OccupationSpace(system, order, allowed, reduced, generator.Parts) { Charges = charges };
    }

    /// <summary>Lays out a state.</summary>
    public OccupationLayout Layout() => new(Order, cells, Representation == Representation.Complex);

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="threads">The number of threads.</param>
    public OccupationGenerator Generator(OccupationLayout layout, int threads) => new(layout, Terms, tables, Parts, threads);

    private static void RequireSize(string name, int n, LevelSystem system)
    {
        double counts = 1;
        for (int h = 0; h < system.Sites.Length; h++)
        {
            int d = system.Bins.Dimensions[h];
            for (int part = 1; part < d; part++)
            {
                counts *= (system.Sites[h] + part) / (double)part;
            }
        }

        if (counts > MaxCounts)
        {
            throw new InputException(
                $"n is {n}: the sites of model '{name}' can be distributed over their levels in {Numeral.Of(counts)} ways, and up to "
                + $"{Numeral.Of(MaxCounts)} are possible. Use a smaller n, fewer blocks or fewer levels.");
        }
    }

    private static Reduced? RealOf(
        ref LevelSystem system, OccupationOrder order, ImmutableArray<WeightedTerm> terms, WeightTables evaluated, bool isDiagonal)
    {
        OccupationBins bins = system.Bins;
        if (PhaseChoice.Find(system, terms) is not { } phases)
        {
            return null;
        }

        ImmutableArray<WeightedTerm> turned = [.. terms.Select(term => PhaseChoice.Apply(bins, term, phases))];
        LevelSystem turnedSystem = system.WithPhases(phases);
        if (!turned.All(term => term.IsReal) || !IsReal(turnedSystem, order))
        {
            return null;
        }

        system = turnedSystem;
        return new Reduced(
            isDiagonal ? Representation.Populations : Representation.Real,
            [.. turned.Select(term => term with { Constant = term.Constant.Real })],
            evaluated);
    }

    private static bool IsReal(LevelSystem system, OccupationOrder order)
    {
        const double rounding = 1e-12;
        if (!system.Start.Products.IsEmpty)
        {
            return true;
        }

        Complex[] amplitudes = SymmetricAmplitudes.Of(system, order, new CountWeights(order)).Amplitudes;
        Complex largest = amplitudes.MaxBy(each => each.Magnitude);
        return amplitudes.All(each => Math.Abs((each * Complex.Conjugate(largest)).Imaginary) <= rounding * largest.Magnitude);
    }

    private sealed record Reduced(Representation Representation, ImmutableArray<WeightedTerm> Terms, WeightTables Tables);
}
