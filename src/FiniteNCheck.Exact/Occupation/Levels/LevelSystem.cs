using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>A model of sites with levels at one size, in local bases in which every argument is diagonal.</summary>
/// <param name="Sites">The number of sites of each block.</param>
/// <param name="Bins">The bins into which sites are sorted.</param>
/// <param name="Bases">The local basis of each block.</param>
/// <param name="Fields">The constant fields.</param>
/// <param name="DrivenFields">The fields that depend on time.</param>
/// <param name="Couplings">The couplings, with strengths at this size.</param>
/// <param name="Jumps">The jumps of single sites.</param>
/// <param name="CollectiveJumps">The jumps of whole blocks.</param>
/// <param name="Observables">The operators whose averages are reported, for each block.</param>
/// <param name="Start">The initial state.</param>
internal sealed record LevelSystem(
    ImmutableArray<int> Sites,
    OccupationBins Bins,
    ImmutableArray<LocalBasis> Bases,
    ImmutableArray<LocalOperator> Fields,
    ImmutableArray<LevelField> DrivenFields,
    ImmutableArray<LevelCoupling> Couplings,
    ImmutableArray<LevelJumpTerm> Jumps,
    ImmutableArray<LevelCollectiveTerm> CollectiveJumps,
    ImmutableArray<ImmutableArray<LocalOperator>> Observables,
    LevelSystemStart Start)
{
    /// <summary>The start and the observables in basis vectors with other phases, <c>|a> -> e^(-i phi_a) |a></c>.</summary>
    /// <param name="phases">One phase for each level, numbered through.</param>
    public LevelSystem WithPhases(double[] phases)
    {
        Complex Turn(int h, int level) => Complex.FromPolarCoordinates(1, phases[Bins.Level(h, level)]);
        LocalOperator Turned(LocalOperator a, int h) => LocalOperator.Of(
            a.Dimension, (row, column) => a[row, column] * Turn(h, row) * Complex.Conjugate(Turn(h, column)));
        return this with
        {
            Observables = [.. Observables.Select((operators, h) => operators.Select(v => Turned(v, h)).ToImmutableArray())],
            Start = Start with
            {
                Products =
                [
                    .. Start.Products.Select(each => each with { States = [.. each.States.Select(Turned)] }),
                ],
                Terms =
                [
                    .. Start.Terms.Select(term => term with
                    {
                        Vectors =
                        [
                            .. term.Vectors.Select((vector, h) => vector.Select((v, level) => v * Turn(h, level)).ToImmutableArray()),
                        ],
                    }),
                ],
                Overlaps =
                [
                    .. Start.Overlaps.Select((overlap, h) =>
                        LocalOperator.Of(overlap.Dimension, (row, column) => Turn(h, row) * overlap[row, column])),
                ],
            },
        };
    }

    /// <summary>Prepares a model.</summary>
    /// <param name="model">The model, valid.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">It has no such size, or arguments do not commute.</exception>
    public static LevelSystem Of(LevelModel model, int n)
    {
        ImmutableArray<int> sites = model.SpinsAt(n);
        ImmutableArray<LocalBasis> bases =
        [
            .. model.Blocks.Select((block, h) => LocalBasis.Of(
                block,
                [
                    .. model.Jumps.Select(jump => jump.Argument[h])
                        .Concat(model.CollectiveJumps.Select(jump => jump.Argument[h]))
                        .Distinct(),
                ])),
        ];
        return new LevelSystem(
            sites,
            new OccupationBins([.. model.Blocks.Select(block => block.Dimension)]),
            bases,
            [.. model.Fields.Select((field, h) => bases[h].Rotate(field))],
            [.. model.DrivenFields.Select(field => field with { Operator = bases[field.Block].Rotate(field.Operator) })],
            [
                .. model.Couplings.Select(pair => pair with
                {
                    FirstOperator = bases[pair.FirstBlock].Rotate(pair.FirstOperator),
                    SecondOperator = bases[pair.SecondBlock].Rotate(pair.SecondOperator),
                    Strength = pair.StrengthAt(n),
                    Scale = 0,
                }),
            ],
            [
                .. model.Jumps.Select(jump => new LevelJumpTerm(
                    jump.Block, bases[jump.Block].Rotate(jump.Operator), Argument(jump.Rate, jump.Argument), jump.OwnSite, jump.Drive)),
            ],
            [
                .. model.CollectiveJumps.Select(jump => new LevelCollectiveTerm(
                    [.. jump.Operators.Select((o, h) => (Complex)(1 / Math.Sqrt(n)) * bases[h].Rotate(o))],
                    Argument(jump.Rate, jump.Argument),
                    jump.Drive)),
            ],
            [.. model.Blocks.Select((block, h) => LevelBasis.Of(block).Select(bases[h].Rotate).ToImmutableArray())],
            LevelSystemStart.Of(model, n, bases));

        DiagonalArgument Argument(CollectiveRate rate, ImmutableArray<LocalOperator> operators) => new(
            rate, [.. operators.SelectMany((r, h) => bases[h].DiagonalOf(r).Select(each => each / sites[h]))]);
    }
}
