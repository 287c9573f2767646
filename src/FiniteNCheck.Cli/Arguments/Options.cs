using System.CommandLine;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Cli.Arguments;

/// <summary>
/// The options of all verbs. They accept any text; <see cref="OptionReader"/> checks it, so that
/// every error names what was found and what is allowed.
/// </summary>
internal static class Options
{
    public static readonly Option<string[]> N = Create(
        "--n",
        "N,N,..",
        "Ladder values: a block of share s holds s * N spins. One or more different whole numbers, 1 to 1000000, separated by commas "
        + "without blanks.");
    public static readonly Option<string[]> Modes = Create(
        "--modes", "K", "Number of modes, the slowest first, 1 to 50; one more where that would split a complex pair. Default 1.");
    public static readonly Option<string[]> ResidualTolerance = Create(
        "--tolerance",
        "E",
        "The residual aimed at in trace norm, per time in which a spin flips, 1e-14 to 1e-3; rounding may keep it out of reach. "
        + "Default 1e-12.");
    public static readonly Option<bool> SearchEstimate = new("--estimate")
    {
        Arity = ArgumentArity.Zero,
        Description = "Print what the search would take, and end.",
    };
    public static readonly Option<bool> Prove = new("--prove")
    {
        Arity = ArgumentArity.Zero,
        Description = "Also prove bounds of the errors of means and covariances: one more search for each moment.",
    };
    public static readonly Option<bool> EverySubspace = new("--every-subspace")
    {
        Arity = ArgumentArity.Zero,
        Description = "For sites with levels: also check that the state is positive in every invariant subspace. Two levels are checked in "
            + "every sector in any case.",
    };
    public static readonly Option<string[]> CollapseQuantity = Create(
        "--quantity", "NAME", "The quantity to scale, as the study names it.");
    public static readonly Option<string[]> Critical = Create(
        "--critical", "G", "The critical value of the swept parameter, one of the values swept.");
    public static readonly Option<string[]> Corrections = Create(
        "--corrections", "S", "Exponents approach their limits in powers of N^-S, above 0, up to 1. Default 0.5.");
    public static readonly Option<bool> OnlyReached = new("--reached")
    {
        Arity = ArgumentArity.Zero,
        Description = "Only among the sectors that the initial state reaches; it matters where J of a block is conserved.",
    };
    public static readonly Option<bool> MergeBlocks = new("--merge-blocks")
    {
        Arity = ArgumentArity.Zero,
        Description = "Merge equivalent blocks: faster, but modes that tell them apart are left out.",
    };
    public static readonly Option<string[]> Times = Create(
        "--times",
        "T1,T2,..",
        "Times of output: not negative, increasing, separated by commas without blanks; from:to:step stands for a series, "
        + "such as 0:10:0.1.");
    public static readonly Option<string[]> StudySizes = Create(
        "--n",
        "N,N,..",
        "For a model file: the ladder, four or more increasing whole numbers; with --times. Default: chosen for a minute.");
    public static readonly Option<string[]> StudyTimes = Create(
        "--times", "T1,T2,..", "For a model file: the times, above 0, as for 'exact'. Default: chosen.");
    public static readonly Option<string[]> Set = Create(
        "--set",
        "NAME=X,..",
        "Numbers in place of those of the model file: a name under its 'parameters', or the path of a number such as "
        + "hopfield.temperature. Separated by commas, or --set several times.");
    public static readonly Option<string[]> Observables = Create(
        "--observables",
        "A,B,..",
        "Only these observables, such as z.all: their means and the covariances of every two of them. Pairs may stand in quotes.");
    public static readonly Option<bool> Force = new("--force")
    {
        Arity = ArgumentArity.Zero,
        Description = "With --out: replace files of the same names. Others in the directory stay.",
    };
    public static readonly Option<string[]> Tolerance = Create(
        "--tolerance", "E", "Bound on the error of the state in trace norm, of integration and window, 1e-14 to 1e-3. Default 1e-12.");
    public static readonly Option<string[]> Threads = Create(
        "--threads", "K", "Number of threads, 0 to 1024; 0 for all cores. Results do not depend on it. Default 0.");
    public static readonly Option<string[]> LinearAlgebra = Create(
        "--linear-algebra",
        "L",
        "The library for dense matrices: auto, managed, openblas or mkl. Results say which one ran. Default auto: MKL or OpenBLAS where "
        + "this build has it, else managed code.",
        OptionReader.NamesOf<LinearAlgebraLibrary>);
    public static readonly Option<string[]> Representation = Create(
        "--representation",
        "R",
        "How the state is held: auto, complex, real or populations. Default auto: the smallest that is exact.",
        OptionReader.NamesOf<Representation>);
    public static readonly Option<string[]> Space = Create(
        "--space",
        "S",
        "The basis of symmetric density matrices: sectors (of J, for two levels), occupation (for any number of levels; an independent "
        + "check of the sectors) or auto. Default auto: sectors where they serve.",
        OptionReader.NamesOf<StateSpace>);
    public static readonly Option<string[]> Method = Create(
        "--method",
        "M",
        "How much of the density matrix is held: auto, full or window (a part that follows the state, with a proven error bound). "
        + "Default auto: the smaller.",
        OptionReader.NamesOf<SolutionMethod>);
    public static readonly Option<string[]> StudyMethod = Create(
        "--method",
        "M",
        "How much of the density matrix is held: auto, full or window (a part that follows the state, with a proven error bound). "
        + "Default: what the study says.",
        OptionReader.NamesOf<SolutionMethod>);
    public static readonly Option<string[]> Quantities = Create(
        "--quantities",
        "FILE",
        "Numbers of your own to read off the states: a file with the key 'quantities', such as a study file, that maps names to formulas.");
    public static readonly Option<bool> TwoTime = new("--two-time")
    {
        Arity = ArgumentArity.Zero,
        Description = "Also the two-time functions <F_a(t) F_b(0)> of all pairs of fluctuations, complex. "
            + "At finite N they take complex matrices, in full or in a window as --method says, and two runs for each b.",
    };
    public static readonly Option<string[]> Weyl = Create(
        "--weyl",
        "R1;R;R2",
        "Also G = omega(W(r1) e^(tL)[W_t(r)] W(r2)) with W(q) = exp(i q.F), and its even part: three lists of numbers, one number "
        + "per observable, separated by commas, the lists by semicolons, all in quotes.");
    public static readonly Option<string[]> Frequencies = Create(
        "--frequencies",
        "W1,W2,..",
        "Angular frequencies, finite numbers separated by commas without blanks. Default: 41 up to twice the largest rate of the "
        + "fluctuations.");
    public static readonly Option<string[]> Until = Create(
        "--until", "T", "End of the integral over time, positive. Default: when the fluctuations have decayed to 1e-6 in the limit.");
    public static readonly Option<string[]> MemoryLimit = Create(
        "--memory-limit", "SIZE", "Memory that the run may use, such as 8GB, 500MB or 2GiB. Default: what the machine has.");
    public static readonly Option<bool> Stationary = new("--stationary")
    {
        Arity = ArgumentArity.Zero,
        Description = "In the stationary state instead of from the start of the model.",
    };

    public static readonly Option<bool> Long = new("--long")
    {
        Arity = ArgumentArity.Zero,
        Description = "Also start what is estimated to take more than a day.",
    };
    public static readonly Option<bool> AllowCommands = new("--allow-commands")
    {
        Arity = ArgumentArity.Zero,
        Description = "Run the commands that predictions of the study files name.",
    };
    public static readonly Option<string[]> DriftOption = Create(
        "--drift",
        "D",
        "Drift of the covariance: full (Jacobian of the mean-field flow) or printed (the same with rates frozen). Default full.",
        () => [.. Drift.Known.Select(drift => drift.Name)]);
    public static readonly Option<string[]> Order = Create(
        "--order", "K", "Order in 1/n: 0 for the limit, 1 for the coefficients of 1/n too (full drift). Default 0.", () => ["0", "1"]);
    public static readonly Option<string[]> Component = Create(
        "--component", "J", "The component of a model that starts from a mixture: 1 for the first. The limit is one of each component.");
    public static readonly Option<string[]> EvaluatedAt = Create(
        "--n", "N", "With --order 1: also limit plus correction at this ladder value. Whole number, 1 to 1000000.");
    public static readonly Option<string[]> Format = Create(
        "--format", "F", "What goes to standard output: table, json or csv. Default table.", OptionReader.NamesOf<OutputFormat>);
    public static readonly Option<string[]> Out = Create(
        "--out", "DIR", "Also write the result to DIR in all formats. Existing files are not overwritten without --force.");
    public static readonly Option<string[]> Data = Create("--data", "DIR", "Folder of the reference data. Default ./reference-data.");
    public static readonly Option<bool> All = new("--all")
    {
        Arity = ArgumentArity.Zero,
        Description = "check: also the slow sets, which take minutes to hours.",
    };
    public static readonly Option<bool> Estimate = new("--estimate")
    {
        Arity = ArgumentArity.Zero,
        Description = "Print what the run would take in full and in a window, and end.",
    };
    public static readonly Option<bool> Large = new("--large")
    {
        Arity = ArgumentArity.Zero,
        Description = "Run the studies at their large sizes, up to 10,000 spins: minutes to hours.",
    };
    public static readonly Option<string[]> Run = Create(
        "--run",
        "DIR",
        "Run directory, existing or new: keeps every finished size, so that a run goes on where it was stopped. "
        + "Several processes may share it.");
    public static readonly Option<string[]> Jobs = Create(
        "--jobs",
        "K",
        "Sizes computed at the same time, sharing the threads and the memory. Default: 1, in a sweep the number of threads. "
        + "0, with --run: compute nothing, judge what is there.");
    public static readonly Option<string[]> Points = Create(
        "--points", "FILE", "With --run: compute only the points whose ids stand in FILE, one per line, and make no report.");
    public static readonly Option<bool> Retry = new("--retry")
    {
        Arity = ArgumentArity.Zero,
        Description = "With --run: also try again what failed.",
    };
    public static readonly Option<string[]> Checkpoint = Create(
        "--checkpoint", "S", "With --run: seconds between two checkpoints of a size. Default 180.");
    public static readonly Option<bool> List = new("--list")
    {
        Arity = ArgumentArity.Zero,
        Description = "List the bundled studies and end.",
    };
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Arity = ArgumentArity.Zero,
        Description = "Print every prediction's reason and elements; without it a study takes 25 lines at most.",
    };
    public static readonly Option<string[]> ReportFormat = Create(
        "--format",
        "F",
        "What goes to standard output: table, json, csv, markdown or latex. Default table.",
        OptionReader.NamesOf<ReportFormat>);
    public static readonly Option<bool> ListClaims = new("--list") { Arity = ArgumentArity.Zero, Description = "List the claims and end." };
    public static readonly Option<bool> Quick = new("--quick")
    {
        Arity = ArgumentArity.Zero,
        Description = "Short ladders: the whole ledger in under two minutes. The default.",
    };
    public static readonly Option<bool> Full = new("--full")
    {
        Arity = ArgumentArity.Zero,
        Description = "Long ladders and fine grids, for as long as it takes.",
    };
    public static readonly Option<string[]> Grid = Create(
        "--grid", "K", "Points of a map: K per axis, or KxL for K temperatures and L fields, 2 to 1000. Default 45.");
    public static readonly Option<string[]> FiniteN = Create(
        "--finite-n",
        "N,N,..",
        "Numbers of spins of both blocks together for the exact counterpart of figure 3: even, 2 to 10000. Default: none.");
    public static readonly Option<string[]> FiniteGrid = Create(
        "--finite-grid",
        "K",
        "Points of the exact counterpart, as for --grid. Default 45x45 up to 100 spins, 23x23 up to 400, else 12x12: "
        + "hours for 100,400,1600.");
    public static readonly Option<string[]> FiguresOut = Create(
        "--out", "DIR", "The directory for the files, existing or new. Existing files are not overwritten without --force.");
    public static readonly Option<string[]> SlurmOut = Create(
        "--out",
        "DIR",
        "The directory for scripts, logs, points and report, existing or new, which the nodes must see under the same path. "
        + "Existing files are never overwritten.");
    public static readonly Option<string[]> SlurmRun = Create(
        "--run", "DIR", "Run directory with points of before: only what is missing is computed. Default: run, in the directory of --out.");
    public static readonly Option<string[]> Tasks = Create(
        "--tasks", "K", "Number of array tasks, 1 to 1000; fewer where there are fewer points. Default: tasks of about half an hour.");
    public static readonly Option<string[]> Cpus = Create(
        "--cpus", "C", "CPUs of a task, 1 to 1024: so many of its points run at a time, with one thread each. Default 1.");
    public static readonly Option<string[]> SbatchOptions = Create(
        "--sbatch", "WORDS", "More options for sbatch, in one word of the command line: they replace those of the scripts.");
    public static readonly Option<bool> Submit = new("--submit")
    {
        Arity = ArgumentArity.Zero,
        Description = "Also submit the jobs, with the sbatch on PATH.",
    };
    public static readonly Option<string[]> ReportOut = Create(
        "--out", "DIR", "The directory for the report, existing or new. Existing files are not overwritten without --force.");
    public static readonly Option<string[]> InitOut = Create(
        "--out", "DIR", "The directory for the files, existing or new. Default: the current one. Existing files are never overwritten.");
    public static readonly Option<string[]> Kind = Create(
        "--kind",
        "K",
        "Which model: hopfield (the shorthand of a Hopfield network) or blocks (written out in full). Default hopfield.",
        OptionReader.NamesOf<ModelTemplate>);
    public static readonly Option<bool> Watch = new("--watch")
    {
        Arity = ArgumentArity.Zero,
        Description = "Print again whenever the model file is saved, until Ctrl-C. Tables on standard output only.",
    };
    public static readonly Option<string[]> Current = Create(
        "--current", "WORD", "words: the beginning of the word to be completed, possibly empty.");
    public static readonly Option<bool> Help = new("--help", "-h", "-?")
    {
        Arity = ArgumentArity.Zero,
        Recursive = true,
        Description = "Show this help.",
    };
    public static readonly Option<bool> Version = new("--version") { Arity = ArgumentArity.Zero, Description = "Show the version." };

    /// <summary>
    /// Creates an option with a value. The arity is open, since repeated options are reported by <see cref="OptionReader"/>.
    /// </summary>
    private static Option<string[]> Create(string name, string helpName, string description, Func<IEnumerable<string>>? values = null)
    {
        Option<string[]> option = new(name) { Arity = ArgumentArity.ZeroOrMore, HelpName = helpName, Description = description };
        if (values is not null)
        {
            option.CompletionSources.Add(_ => values());
        }

        return option;
    }
}
