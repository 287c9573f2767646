using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Reference;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Cli.Verbs.References;

/// <summary><c>reference</c>: recomputes stored numbers and compares them; they change only on request.</summary>
internal sealed class ReferenceVerb : Verb
{
    private const string DefaultFolder = "reference-data";
    private static readonly string[] Actions = ["list", "check", "regenerate", "accept"];

    /// <inheritdoc/>
    public override string Name => "reference";

    /// <inheritdoc/>
    public override string Description => "List, recompute and compare the reference data, and accept new ones.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck reference list | check [SET ...] | regenerate SET | accept SET [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck reference list", "The sets in ./reference-data, with what each is for."),
        ("finitencheck reference check", "Recompute the quick sets and compare; --all for the slow ones too."),
        ("finitencheck reference check gibbs-p1-t2 gibbs-p2 --format json", "These two, as one JSON document."),
        ("finitencheck reference regenerate gibbs-p2", "Compute it, write gibbs-p2.received.csv and compare."),
        ("finitencheck reference accept gibbs-p2", "Make gibbs-p2.received.csv the stored numbers."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
        [Options.Data, Options.All, Options.Threads, Options.LinearAlgebra, Options.Format, Options.Out, Options.Force];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("ACTION")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "list, check, regenerate or accept, then the names of sets. check without a name takes all quick sets.",
    };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) => operands switch
    {
        [] => Candidates.Of(Actions.Select(action => (action, ""))),
        ["list", ..] => Candidates.None,
        _ => Candidates.Of(ReferenceSets.Load(Folder(options)).All.Select(set => (set.Name, set.Purpose))).Except(operands),
    };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        if (operands.Count == 0 || !Actions.Contains(operands[0], StringComparer.Ordinal))
        {
            string found = operands.Count == 0 ? "ACTION is missing" : $"ACTION is '{operands[0]}'";
            throw new InputException(
                $"{found}: allowed are {string.Join(", ", Actions)}.{(operands.Count == 0 ? "" : Suggestion.For(operands[0], Actions))} "
                + "Example: finitencheck reference check.");
        }

        int threads = options.Threads();
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        bool all = options.Has(Options.All);
        string action = operands[0];
        if (all && (action is not "check" || operands.Count > 1))
        {
            throw new InputException(
                "--all is for 'check' without SET: it takes every set, slow ones included. Leave out --all or the names.");
        }

        ReferenceSets sets = ReferenceSets.Load(Folder(options));
        ImmutableArray<ReferenceSet> wanted = Wanted(sets, action, [.. operands.Skip(1)], all);
        ResultDirectory? directory = CheckOut(options);
        Provenance provenance = ProvenanceSource.Collect(
            threads, [("verb", $"reference {action}"), ("data", sets.Folder), ("sets", string.Join(", ", wanted.Select(set => set.Name)))]);
        if (action is "list")
        {
            ReferenceList list = new([.. sets.All.Select(set => (set, File.Exists(sets.VerifiedPath(set))))], provenance);
            Publish(context, format, directory, list.ToJson, list.ToCsv, list.ToTable);
            return ExitCode.Success;
        }

        ImmutableArray<ReferenceFinding> findings = action is "accept"
            ? [.. wanted.Select(set => new ReferenceFinding(set, sets.Accept(set), $"accepted as {sets.VerifiedPath(set)}."))]
            : Compute(sets, wanted, action is "regenerate", threads, context);
        ReferenceReport report = new(findings, provenance);
        Publish(
            context,
            format,
            directory,
            () => ReferenceCheckJson.Render(report),
            () => ReferenceCheckCsv.Render(report),
            style => ReferenceCheckTable.Render(report, style));
        return report.AllAgree || action is "accept" ? ExitCode.Success : ExitCode.Unexpected;
    }

    private static string Folder(OptionReader options)
    {
        string folder = options.Raw(Options.Data) ?? DefaultFolder;
        return File.Exists(Path.Combine(folder, ReferenceSets.Catalogue))
            ? folder
            : throw new InputException(
                $"There is no {ReferenceSets.Catalogue} in '{folder}' (looked from '{Directory.GetCurrentDirectory()}'): "
                + "give the folder of the reference data with --data, such as --data reference-data.");
    }

    private static ImmutableArray<ReferenceSet> Wanted(ReferenceSets sets, string action, string[] names, bool all)
    {
        string[] known = [.. sets.All.Select(set => set.Name)];
        if (names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new InputException(
                $"SET '{unknown}' is not in the catalogue: allowed are {string.Join(", ", known)}.{Suggestion.For(unknown, known)}");
        }

        if (action is "regenerate" or "accept" ? names.Length != 1 : action is "list" && names.Length > 0)
        {
            throw new InputException(
                action is "list"
                    ? "'reference list' takes no SET: it lists all of them. Leave out the names."
                    : $"'reference {action}' takes one SET, found {names.Length}: it changes files, so they are named one by one. "
                        + $"Example: finitencheck reference {action} {known[0]}.");
        }

        // A duplicate name is computed once.
        return names.Length > 0 ? [.. sets.All.Where(set => names.Contains(set.Name, StringComparer.Ordinal))]
            : all ? sets.All
            : sets.Quick;
    }

    private static ImmutableArray<ReferenceFinding> Compute(
        ReferenceSets sets, ImmutableArray<ReferenceSet> wanted, bool keep, int threads, RunContext context)
    {
        if (!keep)
        {
            // Every stored file is read before anything runs.
            foreach (ReferenceSet set in wanted)
            {
                _ = ReferenceFile.Read(sets.VerifiedPath(set));
            }
        }

        using ProgressLine line = new(context);
        List<ReferenceFinding> findings = [];
        for (int index = 0; index < wanted.Length; index++)
        {
            int done = index;
            context.Cancellation.ThrowIfCancellationRequested();
            Relay<StudyProgress> progress = new(state =>
                line.Report((done + state.Fraction) / wanted.Length, $"{state.Study} (set {done + 1} of {wanted.Length}), {state.Stage}"));
            ReferenceFile fresh = context.Backend.GenerateReference(sets, wanted[index], threads, progress, context.Cancellation);
            findings.Add(
                keep ? Regenerated(sets, wanted[index], fresh) : new ReferenceFinding(wanted[index], sets.Compare(wanted[index], fresh)));
        }

        return [.. findings];
    }

    private static ReferenceFinding Regenerated(ReferenceSets sets, ReferenceSet set, ReferenceFile fresh)
    {
        string received = sets.ReceivedPath(set);
        fresh.Write(received);
        return File.Exists(sets.VerifiedPath(set))
            ? new ReferenceFinding(set, sets.Compare(set, fresh), $"written to {received}.")
            : new ReferenceFinding(
                set,
                Comparison: null,
                $"written to {received}; nothing is stored yet. To accept it: finitencheck reference accept {set.Name}.");
    }
}
