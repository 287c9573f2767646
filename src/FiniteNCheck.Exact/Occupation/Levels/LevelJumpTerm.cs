using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>One jump of each site of a block, in the final bases.</summary>
/// <param name="Block">The block.</param>
/// <param name="Operator">The one-site operator.</param>
/// <param name="Rate">The rate.</param>
/// <param name="OwnSite">Whether the argument contains the term of the jumping site.</param>
/// <param name="Drive">The factor of the rate that depends on time.</param>
internal sealed record LevelJumpTerm(int Block, LocalOperator Operator, DiagonalArgument Rate, bool OwnSite, TimeFunction? Drive);
