using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// The generator <c>rho' = G rho + rho G+ + sum_K K rho K+</c>, <c>G = -iH - 1/2 sum_K K+ K</c>, as terms of the occupation basis.
/// </summary>
internal sealed class GeneratorTerms
{
    private readonly LevelSystem system;
    private readonly OccupationBins bins;
    private readonly List<OccupationTerm> terms = [];
    private readonly List<GeneratorPart> parts = [];

    private GeneratorTerms(LevelSystem system)
    {
        this.system = system;
        bins = system.Bins;
        CountOperator zero = CountOperator.Zero(bins);
        parts.Add(new GeneratorPart(null, false, zero, zero));
        AddHamiltonian();
        AddJumps();
        AddCollectiveJumps();
        for (int part = 0; part < parts.Count; part++)
        {
            AddDrift((-Complex.ImaginaryOne * parts[part].Hamiltonian) + ((Complex)(-0.5) * parts[part].Decay), part);
        }
    }

    /// <summary>The terms.</summary>
    public ImmutableArray<OccupationTerm> Terms => [.. terms];

    /// <summary>The parts that have a factor of their own; the first is constant.</summary>
    public ImmutableArray<GeneratorPart> Parts => [.. parts];

    /// <summary>Derives the terms of a system.</summary>
    /// <param name="system">The system.</param>
    public static GeneratorTerms Of(LevelSystem system) => new(system);

    private int PartOf(TimeFunction? drive, bool isSquared)
    {
        if (drive is null)
        {
            return 0;
        }

        int found = parts.FindIndex(part => drive.Equals(part.Drive) && part.IsSquared == isSquared);
        if (found < 0)
        {
            CountOperator zero = CountOperator.Zero(bins);
            parts.Add(new GeneratorPart(drive, isSquared, zero, zero));
            found = parts.Count - 1;
        }

        return found;
    }

    private void AddHamiltonian()
    {
        for (int h = 0; h < system.Sites.Length; h++)
        {
            Add(CountOperator.Sum(bins, h, system.Fields[h]), null);
        }

        foreach (LevelField field in system.DrivenFields)
        {
            Add(CountOperator.Sum(bins, field.Block, field.Operator), field.Strength);
        }

        foreach (LevelCoupling pair in system.Couplings)
        {
            var first = CountOperator.Sum(bins, pair.FirstBlock, pair.FirstOperator);
            var second = CountOperator.Sum(bins, pair.SecondBlock, pair.SecondOperator);
            Add((Complex)(pair.Strength / 2) * ((first * second) + (second * first)), pair.Drive);
        }

        void Add(CountOperator h, TimeFunction? drive)
        {
            int part = PartOf(drive, isSquared: false);
            parts[part] = parts[part] with { Hamiltonian = parts[part].Hamiltonian + h };
        }
    }

    private void AddDecay(CountOperator decay, int part) => parts[part] = parts[part] with { Decay = parts[part].Decay + decay };

    private void AddJumps()
    {
        foreach (LevelJumpTerm jump in system.Jumps)
        {
            int part = PartOf(jump.Drive, isSquared: true);
            LocalOperator square = jump.Operator.Adjoint() * jump.Operator;
            if (jump.OwnSite)
            {
                var rate = CountOperator.Diagonal(bins, counts => jump.Rate.At(counts));
                AddDecay(rate * CountOperator.Sum(bins, jump.Block, square) * rate, part);
            }
            else
            {
                AddDecay(CountOperator.Sum(bins, jump.Block, square, (counts, level) => Squared(jump, counts, level)), part);
            }

            AddGain(jump, part);
        }

        double Squared(LevelJumpTerm jump, int[] counts, int level)
        {
            double rate = jump.Rate.Without(counts, bins.Level(jump.Block, level));
            return rate * rate;
        }
    }

    // sum_i j_i Gamma rho Gamma j_i+: the site of bin (a', b') in the result comes from bin (a, b).
    private void AddGain(LevelJumpTerm jump, int part)
    {
        int d = jump.Operator.Dimension;
        var sides = new SideWeight[d, d];
        for (int to = 0; to < d; to++)
        {
            for (int from = 0; from < d; from++)
            {
                sides[to, from] = Side(jump, bins.Level(jump.Block, to), bins.Level(jump.Block, from));
            }
        }

        (int To, int From)[] elements =
        [
            .. from to in Enumerable.Range(0, d) from fro in Enumerable.Range(0, d) where jump.Operator[to, fro] != 0 select (to, fro),
        ];
        foreach ((int rowTo, int rowFrom) in elements)
        {
            foreach ((int columnTo, int columnFrom) in elements)
            {
                int target = bins.Index(jump.Block, rowTo, columnTo);
                var walk = new BinWalk(bins);
                walk.Move(target, bins.Index(jump.Block, rowFrom, columnFrom));
                Complex constant = jump.Operator[rowTo, rowFrom] * Complex.Conjugate(jump.Operator[columnTo, columnFrom]);
                terms.Add(walk.Term(sides[rowTo, rowFrom], sides[columnTo, columnFrom], constant, part));
            }
        }
    }

    private static SideWeight Side(LevelJumpTerm jump, int target, int source) => new(counts =>
    {
        if (counts[target] == 0)
        {
            return 0;
        }

        double move = target == source ? 1 : CountOperator.MoveWeight(counts, target, source);
        counts[target]--;
        counts[source]++;
        double rate = jump.OwnSite ? jump.Rate.At(counts) : jump.Rate.Without(counts, source);
        counts[target]++;
        counts[source]--;
        return move * rate;
    });

    private void AddCollectiveJumps()
    {
        foreach (LevelCollectiveTerm jump in system.CollectiveJumps)
        {
            var rate = CountOperator.Diagonal(bins, counts => jump.Rate.At(counts));
            CountOperator sum = CountOperator.Zero(bins);
            CountOperator adjoint = CountOperator.Zero(bins);
            for (int h = 0; h < jump.Operators.Length; h++)
            {
                sum += CountOperator.Sum(bins, h, jump.Operators[h]);
                adjoint += CountOperator.Sum(bins, h, jump.Operators[h].Adjoint());
            }

            CountOperator jumpOperator = sum * rate;
            int part = PartOf(jump.Drive, isSquared: true);
            AddDecay(rate * adjoint * jumpOperator, part);
            foreach (CountWord row in jumpOperator.Words)
            {
                var rowWeight = new SideWeight(row.Weight);
                foreach (CountWord column in jumpOperator.Words)
                {
                    Func<int[], Complex> weight = column.Weight;
                    AddWords(row.Moves, column.Moves, rowWeight, new SideWeight(counts => Complex.Conjugate(weight(counts))), part);
                }
            }
        }
    }

    private void AddDrift(CountOperator drift, int part)
    {
        foreach (CountWord word in drift.Words)
        {
            Func<int[], Complex> weight = word.Weight;
            AddWords(word.Moves, [], new SideWeight(weight), null, part);
            AddWords([], word.Moves, null, new SideWeight(counts => Complex.Conjugate(weight(counts))), part);
        }
    }

    // One term for every choice of the other side's level of each site that moves.
    private void AddWords(
        ImmutableArray<LevelMove> rows, ImmutableArray<LevelMove> columns, SideWeight? row, SideWeight? column, int part)
    {
        LevelMove[] moves = [.. rows, .. columns];
        int[] other = new int[moves.Length];
        while (true)
        {
            var walk = new BinWalk(bins);
            for (int m = 0; m < moves.Length; m++)
            {
                (int h, int to, int from) = moves[m];
                walk.Move(
                    m < rows.Length ? bins.Index(h, to, other[m]) : bins.Index(h, other[m], to),
                    m < rows.Length ? bins.Index(h, from, other[m]) : bins.Index(h, other[m], from));
            }

            terms.Add(walk.Term(row, column, 1, part));
            int last = moves.Length - 1;
            while (last >= 0 && ++other[last] == bins.Dimensions[moves[last].Block])
            {
                other[last--] = 0;
            }

            if (last < 0)
            {
                return;
            }
        }
    }
}
