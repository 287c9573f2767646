using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>Validates the jump channels of a model.</summary>
internal static class JumpValidation
{
    /// <summary>The problems of a model's jump channels.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(CollectiveModel model) => model.Jumps.IsDefault
        ? [new("jumps", "an uninitialised list", "a list", "Use an empty list where there are no jumps.")]
        : model.Jumps.SelectMany((jump, l) => ChannelProblems($"jumps[{l + 1}]", jump, model.Blocks))
            .Concat(CollectiveProblems(model));

    private static IEnumerable<ModelProblem> ChannelProblems(string key, JumpChannel jump, ImmutableArray<Block> blocks)
    {
        if (jump.Block < 0 || jump.Block >= blocks.Length)
        {
            yield return ModelValidation.NoSuchBlock($"{key}.block", jump.Block, blocks.Length);
        }

        if (!IsUsable(jump.Operator))
        {
            yield return UnusableOperator($"{key}.operator");
        }

        List<ModelProblem> problems = AmplitudeProblems(key, jump.Rate, jump.Argument, blocks);
        foreach (ModelProblem problem in problems.Count == 0 ? OwnSiteProblems(key, jump) : problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<ModelProblem> CollectiveProblems(CollectiveModel model)
    {
        if (model.CollectiveJumps.IsDefault)
        {
            yield return new("collective-jumps", "an uninitialised list", "a list", "Use an empty list where there are none.");
            yield break;
        }

        for (int l = 0; l < model.CollectiveJumps.Length; l++)
        {
            string key = $"collective-jumps[{l + 1}]";
            CollectiveJump jump = model.CollectiveJumps[l];
            if (jump.Operators.IsDefault || jump.Operators.Length != model.Blocks.Length)
            {
                yield return new(
                    $"{key}.operator",
                    $"a list of {(jump.Operators.IsDefault ? 0 : jump.Operators.Length)}",
                    $"one operator per block, {model.Blocks.Length} in all",
                    "Give one for each block, in the order of the blocks; the zero matrix for a block that takes no part.");
                yield break;
            }

            for (int h = 0; h < model.Blocks.Length; h++)
            {
                if (!IsUsable(jump.Operators[h]))
                {
                    yield return UnusableOperator($"{key}.operator.{model.Blocks[h].Name}");
                }
            }

            foreach (ModelProblem problem in AmplitudeProblems(key, jump.Rate, jump.Argument, model.Blocks))
            {
                yield return problem;
            }
        }
    }

    // What can be wrong about Gamma(Delta), of jumps of either kind.
    private static List<ModelProblem> AmplitudeProblems(
        string key, CollectiveRate rate, ImmutableArray<PauliVector> argument, ImmutableArray<Block> blocks)
    {
        List<ModelProblem> problems = [.. ModelValidation.VectorProblems($"{key}.argument", blocks, argument, "argument vector")];

        // |Delta| <= sum_k |r_k|, since the spectrum of u . m_k lies in [-1, 1] for every unit vector u.
        double largest = problems.Count == 0 ? argument.Sum(r => r.Norm) : 0;
        return [.. problems, .. RateValidation.Problems($"{key}.rate", rate, problems.Count == 0 ? (-largest, largest) : null)];
    }

    private static ModelProblem UnusableOperator(string key) =>
        Magnitude.OutOfRange(key, "a matrix with an element that is too large, infinite or undefined");

    private static bool IsUsable(SpinOperator j) =>
        IsUsable(j.UpUp) && IsUsable(j.UpDown) && IsUsable(j.DownUp) && IsUsable(j.DownDown);

    private static bool IsUsable(Complex element) => Magnitude.IsUsable(element.Real) && Magnitude.IsUsable(element.Imaginary);

    private static IEnumerable<ModelProblem> OwnSiteProblems(string key, JumpChannel jump)
    {
        if (jump.OwnSite)
        {
            yield break;
        }

        if (jump.Argument.Any(r => r.X != 0 || r.Y != 0))
        {
            yield return new(
                $"{key}.own-site",
                "the own-site term left out of an argument with an x or y component",
                "own-site: false for arguments along z only",
                "Set own-site to true, or keep the z components alone.");
        }

        if (jump.Operator != SpinOperator.Raise
            && jump.Operator != SpinOperator.Lower
            && jump.Operator != SpinOperator.Pauli(PauliAxis.Z))
        {
            yield return new(
                $"{key}.own-site",
                "the own-site term left out for a general operator",
                "own-site: false for the operators raise, lower and z only",
                "Set own-site to true, or use raise, lower or z.");
        }
    }
}
