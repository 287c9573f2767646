using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Every bad command line: one message, exit status 2, nothing run, nothing written.</summary>
[Trait("Kind", "Cli")]
public sealed class BadCommandLineTests : CliTest
{
    /// <summary>
    /// Command lines (MODEL and DIR stand for a valid model file and a directory), each with the required parts of its message.
    /// </summary>
    public static TheoryData<string, string[]> Bad { get; } =
        new()
        {
            { "", ["No verb", "init, exact, theory, spectrum, steady, gap, verify", "--help"] },
            { "exakt MODEL --n 3 --times 1", ["'exakt'", "Did you mean 'exact'?"] },
            {
                "claim",
                [
                    "'claim' is not a verb",
                    "exact, theory, spectrum, steady, gap, verify, slurm, status, report, collapse, "
                        + "claims, figures, reference, doctor, completion",
                    "Did you mean 'claims'?",
                ]
            },
            { "--vresion", ["'--vresion'", "Did you mean '--version'?"] },
            { "--n 3 exact MODEL --times 1", ["'--n'", "before a verb"] },
            { "exact", ["MODEL is missing"] },
            { "exact --n 3 --times 1", ["MODEL is missing"] },
            { "exact DIR/none.yaml --n 3 --times 1", ["none.yaml", "does not exist"] },
            { "exact DIR --n 3 --times 1", ["is a directory"] },
            { "exact MODEL MODEL --n 3 --times 1", ["is not expected after the model file"] },
            { "exact MODEL --n 3 --times 0.5 2", ["'2' is not expected", "commas without blanks"] },
            { "exact MODEL --n 3 --times 1 --tolerence 1e-9", ["'--tolerence'", "Did you mean '--tolerance'?", "allowed are --n"] },
            { "exact MODEL --n 3 --times 1 -x", ["no option '-x'"] },
            { "exact MODEL --times 1", ["--n is missing", "Example: --n 20"] },
            { "exact MODEL --n --times 1", ["--n has no value"] },
            { "exact MODEL --n 0 --times 1", ["--n is '0'", "1 to 1000000"] },
            { "exact MODEL --n -1 --times 1", ["--n is '-1'", "1 to 1000000"] },
            { "exact MODEL --n 1.5 --times 1", ["--n is '1.5'", "whole number"] },
            { "exact MODEL --n ten --times 1", ["--n is 'ten'"] },
            { "exact MODEL --n 1,000 --times 1", ["--n is '1,000'"] },
            { "exact MODEL --n 10,20,20 --times 1", ["--n is '10,20,20'", "'20' is not one", "different"] },
            { "exact MODEL --n 10, --times 1", ["--n is '10,'", "'' is not one"] },
            { "exact MODEL --n 10:20 --times 1", ["--n is '10:20'"] },
            { "exact MODEL --n 3 --times 0:10", ["'0:10' is no series", "from:to:step"] },
            { "exact MODEL --n 3 --times 0:10:0", ["'0:10:0' is no series"] },
            { "exact MODEL --n 3 --times 0:10:-1", ["'0:10:-1' is no series"] },
            { "exact MODEL --n 3 --times 5:1:1", ["'5:1:1' is no series", "from < to"] },
            { "exact MODEL --n 3 --times -1:1:1", ["'-1:1:1' is no series"] },
            { "exact MODEL --n 3 --times 0:1:x", ["'0:1:x' is no series"] },
            { "exact MODEL --n 3 --times 0:NaN:1", ["'0:NaN:1' is no series"] },
            { "exact MODEL --n 3 --times 0:1:1:1", ["'0:1:1:1' is no series"] },
            { "exact MODEL --n 3 --times 0:1e9:1", ["at most 100000 times"] },
            { "exact MODEL --n 3 --times 0:1:1e-300", ["at most 100000 times"] },
            { "exact MODEL --n 3 --times 1:1.0000000000000004:1e-16", ["lost in rounding"] },
            { "exact MODEL --n 3 --times 0:2:1,1.5", ["1.5 does not exceed the time before it"] },
            { "exact MODEL --n 3 --times 1 --set", ["--set has no value"] },
            { "exact MODEL --n 3 --times 1 --set omega", ["--set is 'omega'", "NAME=X", "Example: --set omega=0.3"] },
            { "exact MODEL --n 3 --times 1 --set =1", ["--set is '=1'"] },
            { "exact MODEL --n 3 --times 1 --set omega=big", ["--set is 'omega=big'", "finite number"] },
            { "exact MODEL --n 3 --times 1 --set omega=1e999", ["--set is 'omega=1e999'"] },
            { "exact MODEL --n 3 --times 1 --set omega=1,omega=2", ["--set gives 'omega' twice"] },
            { "exact MODEL --n 3 --times 1 --set omega=1 --set omega=2", ["--set gives 'omega' twice"] },
            { "exact MODEL --n 3 --times 1 --observables", ["--observables has no value"] },
            { "exact MODEL --n 3 --times 1 --observables z.plus,,x.plus", ["--observables is", "names of observables"] },
            { "exact MODEL --n 3 --times 1 --observables z.pls", ["--observables names 'z.pls'", "x.plus, y.plus", "z.plus"] },
            { "exact MODEL --n 3 --times 1 --force", ["--force", "--out, which is missing"] },
            { "theory MODEL --times 0:1:-1", ["'0:1:-1' is no series"] },
            { "theory MODEL --times 1 --set omega=x", ["--set is 'omega=x'"] },
            { "theory MODEL --times 1 --observables w.plus", ["--observables names 'w.plus'"] },
            { "theory MODEL --times 1 --force", ["--force", "--out, which is missing"] },
            { "verify MODEL --n 3,4,5 --times 1", ["--n is '3,4,5'", "at least 4 sizes that increase"] },
            { "verify MODEL --n 6,5,4,3 --times 1", ["--n is '6,5,4,3'", "increase"] },
            { "verify MODEL --n 3,4,5,6", ["--times", "missing"] },
            { "verify MODEL --n 3,4,5,6 --times 0,1", ["--times is '0,1'", "above 0"] },
            { "verify MODEL --times 2,1", ["1 does not exceed the time before it"] },
            { "verify MODEL --set omega", ["--set is 'omega'"] },
            { "verify --observables z.all", ["verify has no option '--observables'"] },
            { "verify --force", ["--force", "--out, which is missing"] },
            { "claims --force", ["--force", "--out, which is missing"] },
            { "status DIR --force", ["--force", "--out, which is missing"] },
            { "doctor now", ["'now' is not expected"] },
            { "doctor --format xml", ["--format is 'xml'", "table, json, csv"] },
            { "exact MODEL --n 99999999999999999999 --times 1", ["--n is '99999999999999999999'"] },
            { "exact MODEL --n 3 --n 4 --times 1", ["--n is given 2 times"] },
            { "exact MODEL --n 3", ["--times is missing", "Example: --times 0.5,2"] },
            { "exact MODEL --n 3 --times=", ["--times has no value"] },
            { "exact MODEL --n 3 --times 1,,2", ["--times is '1,,2'", "'' is not such a number"] },
            { "exact MODEL --n 3 --times -1", ["--times is '-1'", "not negative"] },
            { "exact MODEL --n 3 --times NaN", ["--times is 'NaN'"] },
            { "exact MODEL --n 3 --times 1,Infinity", ["'Infinity' is not such a number"] },
            { "exact MODEL --n 3 --times 1e999", ["--times is '1e999'"] },
            { "exact MODEL --n 3 --times 2,1", ["1 does not exceed the time before it", "increase"] },
            { "exact MODEL --n 3 --times 1,1", ["1 does not exceed the time before it"] },
            { "exact MODEL --n 3 --times soon", ["'soon' is not such a number"] },
            { "exact MODEL --n 3 --times 1 --format xml", ["--format is 'xml'", "table, json, csv"] },
            { "exact MODEL --n 3 --times 1 --format jsn", ["Did you mean 'json'?"] },
            { "exact MODEL --n 3 --times 1 --format 1", ["--format is '1'"] },
            {
                "exact MODEL --n 3 --times 1 --representation quaternion",
                ["--representation is 'quaternion'", "auto, complex, real, populations"]
            },
            { "exact MODEL --n 3 --times 1 --tolerance 0", ["--tolerance is '0'", "1e-14 to 1e-3"] },
            { "exact MODEL --n 3 --times 1 --tolerance tight", ["--tolerance is 'tight'"] },
            { "exact MODEL --n 3 --times 1 --tolerance NaN", ["--tolerance is 'NaN'"] },
            { "exact MODEL --n 3 --times 1 --threads -2", ["--threads is '-2'", "0 (all cores) to 1024"] },
            { "exact MODEL --n 3 --times 1 --threads many", ["--threads is 'many'"] },
            { "gap MODEL --n 3 --linear-algebra atlas", ["--linear-algebra is 'atlas'", "auto, managed, openblas, mkl"] },
            { "gap MODEL --n 3 --linear-algebra mkl", ["--linear-algebra is 'mkl'", "not here", "-p:WithMkl=true", "auto or managed"] },
            { "verify probe --linear-algebra openblas", ["--linear-algebra is 'openblas'", "not here", "-p:WithOpenBlas=true"] },
            { "exact MODEL --n 3 --times 1 --memory-limit plenty", ["--memory-limit is 'plenty'", "8GB"] },
            { "exact MODEL --n 3 --times 1 --memory-limit 0", ["--memory-limit is '0'"] },
            { "exact MODEL --n 3 --times 1 --memory-limit 8XB", ["--memory-limit is '8XB'"] },
            { "exact MODEL --n 3 --times 1 --drift full", ["exact has no option '--drift'"] },
            { "exact MODEL --n 3 --times 1 --out MODEL", ["which is a file"] },
            { "exact MODEL --n 3 --times 1 --out MODEL/below", ["is not a directory"] },
            { "steady", ["MODEL is missing"] },
            { "steady MODEL", ["--n is missing", "Example: --n 20"] },
            { "steady MODEL --n 3,0", ["--n is '3,0'", "'0' is not one", "1 to 1000000"] },
            { "steady MODEL --n 3,,5", ["--n is '3,,5'", "'' is not one"] },
            { "steady MODEL --n 3,5,3", ["--n is '3,5,3'", "several different ones"] },
            { "steady MODEL --n 3 --times 1", ["steady has no option '--times'"] },
            { "steady MODEL --n 3 --tolerance 1", ["--tolerance is '1'", "1e-14 to 1e-3"] },
            { "gap MODEL", ["--n is missing"] },
            { "gap MODEL --n 3 --modes 0", ["--modes is '0'", "1 to 50"] },
            { "gap MODEL --n 3 --modes 51", ["--modes is '51'"] },
            { "exact MODEL --n 3 --times 1 --weyl", ["--weyl has no value"] },
            { "exact MODEL --n 3 --times 1 --weyl 1;2", ["--weyl is '1;2'", "there are 2 lists", "r1; r; r2"] },
            { "exact MODEL --n 3 --times 1 --weyl 1;2;3;4", ["there are 4 lists"] },
            { "exact MODEL --n 3 --times 1 --weyl 1;x;2", ["'x' is not a finite number"] },
            { "exact MODEL --n 3 --times 1 --weyl 1;;2", ["'' is not a finite number"] },
            { "exact MODEL --n 3 --times 1 --weyl 1;NaN;2", ["'NaN' is not a finite number"] },
            {
                "exact MODEL --n 3 --times 1 --weyl 0,0,0,0,0,0;1,2;0,0,0,0,0,0",
                ["r of the Weyl triple has 2 components", "6 observables"]
            },
            {
                "exact MODEL --n 3 --times 1 --weyl 0,0,0,0,0,0;0,0,0,0,0,0;0,0,2e6,0,0,0",
                ["r2 of the Weyl triple is 2000000 for z.plus", "-1000000 to 1000000"]
            },
            { "exact MODEL --n 3 --times 1 --two-time yes", ["'yes' is not expected"] },
            { "theory MODEL --times 1 --weyl 1;2", ["--weyl is '1;2'", "there are 2 lists"] },
            { "theory MODEL --times 1 --weyl 1;2;3", ["r1 of the Weyl triple has 1 components", "6 observables"] },
            { "verify --weyl 1;2;3", ["verify has no option '--weyl'"] },
            { "spectrum MODEL --n 2 --frequencies 1,a", ["--frequencies is '1,a'", "'a' is not such a number"] },
            { "spectrum MODEL --n 2 --until 0", ["--until is '0'", "a positive number"] },
            { "theory", ["MODEL is missing"] },
            { "theory MODEL", ["--times is missing"] },
            { "theory MODEL --times 1 --drift half", ["--drift is 'half'", "full, printed"] },
            { "theory MODEL --times 1 --drift", ["--drift has no value"] },
            { "theory MODEL --times 1 --n 3", ["--n evaluates the expansion", "--order 1", "finitencheck exact"] },
            { "theory MODEL --times 1 --order 2", ["--order is '2'", "0 (the limit) or 1"] },
            { "theory MODEL --times 1 --order 1 --n 0", ["--n is '0'", "1 to 1000000"] },
            { "theory MODEL --times 1 --order 1 --drift printed", ["--order 1", "leave out --drift printed"] },
            { "theory MODEL --times 1 --watch --format csv", ["--watch", "leave out --format and --out"] },
            { "theory MODEL --times 1 --watch --out DIR/f", ["--watch", "leave out --format and --out"] },
            { "theory DIR/none.yaml --times 1 --watch", ["none.yaml", "does not exist"] },
            { "init", ["0 names are given", "Example: finitencheck init my-network"] },
            { "init one two", ["2 names are given"] },
            { "init DIR/name --out DIR/f", ["/name': allowed are up to 60 letters"] },
            { "init ../name --out DIR/f", ["NAME is '../name'"] },
            { "init my.model --out DIR/f", ["NAME is 'my.model'"] },
            { "init 2pi --out DIR/f", ["NAME is '2pi'", "a letter first"] },
            { "init modèle --out DIR/f", ["NAME is 'modèle'"] },
            { "init aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --out DIR/f", ["up to 60 letters"] },
            { "init name --kind full --out DIR/f", ["--kind is 'full'", "hopfield, blocks"] },
            { "init name --out MODEL", ["which is a file"] },
            { "completion", ["0 shells are given", "bash, zsh, fish, powershell"] },
            { "completion bash zsh", ["2 shells are given"] },
            { "completion bsh", ["SHELL is 'bsh'", "Did you mean 'bash'?"] },
            { "verify nonsense", ["'nonsense' is neither a bundled study nor a file", "paramagnetic, retrieval, zero-field"] },
            { "verify retreival", ["Did you mean 'retrieval'?"] },
            { "verify retrieval retrieval", ["given 2 times"] },
            { "verify --format yaml", ["--format is 'yaml'"] },
            { "verify --studies", ["verify has no option '--studies'"] },
            { "verify --list retrieval", ["--list stands alone"] },
            { "verify --list --format json", ["--list stands alone"] },
            { "claims T3", ["'T3'", "Did you mean 'T1'?", "--list' names all 3"] },
            { "claims T1 t2-comutators T9", ["'t2-comutators', 'T9': no claim", "Did you mean 'T2-commutators'?"] },
            { "claims T2 T2", ["ID 'T2' is given 2 times"] },
            { "claims --quick --full", ["--quick and --full exclude each other"] },
            { "claims --list T1", ["--list stands alone"] },
            { "claims --list --format json", ["--list stands alone"] },
            { "claims --list --out DIR", ["--list stands alone"] },
            { "claims --format markdwn", ["table, json, csv, markdown", "Did you mean 'markdown'?"] },
            { "claims --threads many", ["--threads is 'many'"] },
            { "claims --large", ["claims has no option '--large'"] },
            { "claims --out MODEL", ["which is a file"] },
            { "figures", ["--out is missing", "Example: --out results"] },
            { "figures 4 --out DIR/f", ["FIGURE is '4'", "allowed are 2, 3, B1"] },
            { "figures b1 --out DIR/f", ["Did you mean 'B1'?"] },
            { "figures 2 2 --out DIR/f", ["FIGURE '2' is given 2 times"] },
            { "figures --grid 1 --out DIR/f", ["--grid is '1'", "from 2 to 1000"] },
            { "figures --grid 3x4x5 --out DIR/f", ["--grid is '3x4x5'", "12x8"] },
            { "figures --grid 3x --out DIR/f", ["--grid is '3x'"] },
            { "figures --finite-n 101 --out DIR/f", ["--finite-n is '101'", "even numbers"] },
            { "figures --finite-n 100,100 --out DIR/f", ["'100' is not one", "different"] },
            { "figures --finite-n 20000 --out DIR/f", ["2 to 10000"] },
            { "figures --finite-grid 4 --out DIR/f", ["--finite-grid is for --finite-n"] },
            { "figures 2 --finite-n 100 --out DIR/f", ["--finite-n is for figure 3"] },
            { "figures 3 --run DIR/run --out DIR/f", ["--run keeps the exact solutions of --finite-n"] },
            { "figures 3 --finite-n 100 --retry --out DIR/f", ["--retry is about a run directory"] },
            { "figures 3 --finite-n 100 --run MODEL --out DIR/f", ["is a file", "give a directory"] },
            { "figures --format csv --out DIR/f", ["figures has no option '--format'"] },
            { "figures --out MODEL", ["which is a file"] },
            { "verify --format html", ["--format is 'html'", "table, json, csv, markdown, latex"] },
            { "verify --jobs -1", ["--jobs is '-1'", "0 to 1024"] },
            { "verify --jobs 0", ["--jobs is about a run directory", "give --run DIR"] },
            { "verify --retry", ["--retry is about a run directory"] },
            { "verify --checkpoint 60", ["--checkpoint is about a run directory"] },
            { "verify --run DIR/run --checkpoint soon", ["--checkpoint is 'soon'", "0 to 86400"] },
            { "verify --points MODEL", ["--points is"] },
            { "verify --run DIR/run --points DIR/none", ["--points is", "cannot be read", "on each line"] },
            { "verify --run DIR/run --points DIR", ["--points is", "cannot be read"] },
            { "verify --run DIR/run --points MODEL", ["'name: any' is not the id of a point", "32 hexadecimal digits"] },
            { "verify --run DIR/run --points /dev/null", ["names no point"] },
            { "verify --run DIR/run --points /dev/zero", ["larger than 64 MiB"] },
            { "verify --run DIR/run --points MODEL --out DIR/f", ["--points computes some points and makes no report"] },
            { "verify --run MODEL", ["is a file", "give a directory"] },
            { "verify --run DIR", ["holds other files (model.yaml)"] },
            { "status", ["0 directories are given", "give one run directory"] },
            { "status DIR", ["is no run directory"] },
            { "status DIR --format xml", ["--format is 'xml'", "table, json, csv"] },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_command_line_is_refused_with_one_message(string line, string[] expected)
    {
        string[] before = Directory.GetFileSystemEntries(Folder);
        FakeBackend backend = new();
        string[] args = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace("MODEL", ModelPath, StringComparison.Ordinal).Replace("DIR", Folder, StringComparison.Ordinal))];
        (int exit, string output, string error) = Run(backend, args);

        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.All(expected, part => Assert.Contains(part, error, StringComparison.Ordinal));
        Assert.False(backend.Ran, "something was computed");
        Assert.Equal(before, Directory.GetFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData("exact.json")]
    [InlineData("exact.csv")]
    [InlineData("exact.txt")]
    public void A_file_that_exists_is_not_overwritten(string name)
    {
        File.WriteAllText(Path.Combine(Folder, name), "precious");
        FakeBackend backend = new();
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1", "--out", Folder);

        Assert.Equal((2, "", false), (exit, output, backend.Ran));
        Assert.Contains($"already holds {name}: nothing is overwritten", error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Folder, name)));
    }

    [Fact]
    public void With_force_files_of_the_same_name_are_replaced_and_others_stay()
    {
        File.WriteAllText(Path.Combine(Folder, "exact.json"), "old");
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "mine");
        (int exit, _, string error) = Run(new FakeBackend(), "exact", ModelPath, "--n", "3", "--times", "1", "--out", Folder, "--force");

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("{", File.ReadAllText(Path.Combine(Folder, "exact.json")), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "mine.txt")));
        Assert.Empty(Directory.GetFiles(Folder, "*.old"));
    }

    [Fact]
    public void With_force_a_folder_in_the_place_of_a_file_is_refused_and_what_was_there_is_kept()
    {
        File.WriteAllText(Path.Combine(Folder, "exact.csv"), "precious");
        Directory.CreateDirectory(Path.Combine(Folder, "exact.txt"));
        (int exit, _, _) = Run(new FakeBackend(), "exact", ModelPath, "--n", "3", "--times", "1", "--out", Folder, "--force");

        Assert.NotEqual(0, exit);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Folder, "exact.csv")));
        Assert.False(File.Exists(Path.Combine(Folder, "exact.json")));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_refused()
    {
        // Nobody, not even root, creates files there; other systems have no such directory.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        FakeBackend backend = new();
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1", "--out", "/proc/results");
        Assert.Equal((2, "", false), (exit, output, backend.Ran));
        Assert.Contains("nothing can be written in '/proc'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_file_with_a_name_like_an_option_is_reached_behind_two_dashes()
    {
        (int exit, _, string error) = Run(new FakeBackend(), "exact", "--n", "3", "--times", "1", "--", "--odd");
        Assert.Equal(2, exit);
        Assert.Contains("The model file '--odd' does not exist", error, StringComparison.Ordinal);
    }
}
