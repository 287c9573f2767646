using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>Study operands: names of bundled studies, or paths of study files.</summary>
internal static class StudyOperands
{
    /// <summary>Creates the argument; it is optional where there are default studies.</summary>
    /// <param name="description">Which studies are taken by default.</param>
    public static Argument<string[]> Create(string description) => new("STUDY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"Names of bundled studies, or paths of study or model files (YAML). {description}",
    };

    /// <summary>Completes the next operand.</summary>
    /// <param name="operands">The operands before it.</param>
    /// <param name="context">The context, whose backend knows the bundled studies.</param>
    public static Candidates Complete(IReadOnlyList<string> operands, RunContext context)
    {
        Candidates names = Candidates.Of(context.Backend.BundledStudies.Select(study => (study.Name, "bundled study")));
        return names.Except(operands) with { Paths = PathKind.Files };
    }

    /// <summary>Checks that each operand is a bundled study or a file; without operands, returns the default studies.</summary>
    /// <param name="operands">The operands.</param>
    /// <param name="bundled">The bundled studies.</param>
    /// <exception cref="InputException">One is neither, or is a duplicate.</exception>
    public static ImmutableArray<string> Find(IReadOnlyList<string> operands, ImmutableArray<BundledStudy> bundled)
    {
        if (operands.GroupBy(operand => operand, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InputException($"STUDY '{duplicate.Key}' is given {duplicate.Count()} times: give it once.");
        }

        string[] names = [.. bundled.Select(study => study.Name)];
        if (operands.FirstOrDefault(operand => !names.Contains(operand, StringComparer.Ordinal) && !File.Exists(operand)) is { } unknown)
        {
            throw new InputException(
                $"STUDY '{unknown}' is neither a bundled study nor a file: bundled are {string.Join(", ", names)}; "
                + $"or give the path of a study file.{Suggestion.For(unknown, names)}");
        }

        ImmutableArray<string> wanted =
            operands.Count > 0 ? [.. operands] : [.. bundled.Where(study => study.IsDefault).Select(study => study.Name)];
        return wanted.IsEmpty
            ? throw new InputException(
                "STUDY is missing, and no default study lies beside the program (folder 'studies'): give the path of a study file, "
                + "or build the program again.")
            : wanted;
    }

    /// <summary>Reads and checks studies: a file with a sweep is one study per cell.</summary>
    /// <param name="wanted">Names or paths, each found.</param>
    /// <param name="large">Whether to run them at their large sizes.</param>
    /// <param name="context">The backend.</param>
    /// <param name="changes">What is changed; <see langword="null"/> for nothing.</param>
    /// <exception cref="InputException">One cannot be used.</exception>
    public static ImmutableArray<Study> Load(
        ImmutableArray<string> wanted, bool large, RunContext context, StudyChanges? changes = null) =>
    [
        .. wanted
            .SelectMany(study => Load(study, context, changes ?? StudyChanges.None))
            .Select(study => large ? study.AtLargeSizes() : study),
    ];

    private static ImmutableArray<Study> Load(string study, RunContext context, StudyChanges changes)
    {
        try
        {
            return context.Backend.BundledStudies.Any(bundled => string.Equals(bundled.Name, study, StringComparison.Ordinal))
                ? context.Backend.LoadBundledStudy(study, changes)
                : context.Backend.LoadStudyFile(study, changes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The study '{study}' cannot be read ({exception.Message}): check the permissions of its file and of its model file.",
                exception);
        }
    }
}
