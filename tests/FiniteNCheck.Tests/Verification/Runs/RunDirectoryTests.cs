using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Runs;

[Trait("Kind", "Unit")]
public sealed class RunDirectoryTests : IDisposable
{
    private readonly RunFolder folder = new();

    [Fact]
    public void A_result_comes_back_as_the_same_bits()
    {
        Study study = BundledStudies.Load("zero-field") with { Ladder = [2, 3, 4, 5], Times = [0.3, 1] };
        StudiesRun run = new([study], folder.Open());
        run.Compute();
        StudiesRun other = new([study], folder.Open());
        IPointStore store = folder.Open().Directory!;
        foreach (RunPoint point in other.Plan.Points)
        {
            ExactResult stored = store.Find(point)!;
            ExactResult direct = Verified.Solve(point.Model!, point.N, study.Times, new StudyOptions().ForExact(study));
            Assert.Equal(PointDocument.Write("", direct), PointDocument.Write("", stored));
        }
    }

    [Fact]
    public void The_files_are_json_that_any_program_reads()
    {
        folder.Run(new Fakes());
        using var document = JsonDocument.Parse(File.ReadAllText(folder.Points[0]));

        Assert.Equal(2, document.RootElement.GetProperty("mean").GetArrayLength());
        Assert.StartsWith("finitencheck ", document.RootElement.GetProperty("identity").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_do_not_exist_are_kept_too()
    {
        folder.Run(new Fakes { IntegrationError = double.PositiveInfinity, Hermiticity = _ => double.NaN });

        Assert.Equal(Outcome.Inconclusive, folder.Run(new Fakes { BeforeExact = _ => Assert.Fail("computed again") })[0].Outcome);
    }

    [Fact]
    public void A_damaged_file_is_noticed_named_and_computed_again()
    {
        folder.Run(new Fakes());
        Dictionary<string, byte[]> sound = folder.Contents;
        Random random = new((int)Seed.Value);
        foreach ((string name, byte[] bytes) in sound)
        {
            string path = Path.Combine(folder.Path, "points", name);
            for (int trial = 0; trial < 40; trial++)
            {
                byte[] damaged = [.. bytes];
                if (trial % 2 == 0)
                {
                    damaged = damaged[..random.Next(damaged.Length)];
                }
                else
                {
                    damaged[random.Next(damaged.Length - 1)] ^= (byte)(1 << random.Next(8));
                }

                File.WriteAllBytes(path, damaged);
                folder.Warnings.Clear();
                StudiesRun run = new([new Fakes().Study], folder.Open(), new Fakes().Solvers());
                Assert.True(run.Missing.Length == 1, $"damage went unnoticed, {Seed.Description}, trial {trial}");
                Assert.Contains("is damaged", Assert.Single(folder.Warnings), StringComparison.Ordinal);
            }

            folder.Run(new Fakes());
            Assert.Equal(bytes, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void The_file_of_another_point_is_not_taken_for_this_one()
    {
        folder.Run(new Fakes());
        string[] files = folder.Points;
        File.Copy(files[0], files[1], overwrite: true);

        Assert.Single(new StudiesRun([new Fakes().Study], folder.Open(), new Fakes().Solvers()).Missing);
    }

    [Fact]
    public void A_damaged_plan_stops_the_look_and_not_the_run()
    {
        folder.Run(new Fakes());
        string plan = Path.Combine(folder.Path, "plan.json");
        File.WriteAllText(plan, File.ReadAllText(plan)[..100]);

        Assert.Contains(
            "is damaged",
            Assert.Throws<InputException>(() => RunDirectory.OpenExisting(folder.Path).Status()).Message,
            StringComparison.Ordinal);
        folder.Run(new Fakes { BeforeExact = _ => Assert.Fail("computed again") });
        Assert.Equal(7, RunDirectory.OpenExisting(folder.Path).Status().Count(PointState.Done));
    }

    [Fact]
    public void A_running_point_is_seen_and_its_lock_ends_with_its_holder()
    {
        StudiesRun run = new([new Fakes().Study], folder.Open(), new Fakes().Solvers());
        IPointStore store = folder.Open().Directory!;
        RunPoint point = run.Plan.Points[0];
        using (IDisposable? held = store.TryTake(point))
        {
            Assert.NotNull(held);
            Assert.Null(store.TryTake(point));
            PointStatus status = RunDirectory.OpenExisting(folder.Path).Status().Points[0];
            Assert.Equal(
                (PointState.Running, Environment.ProcessId, Environment.MachineName),
                (status.State, status.Holder!.Process, status.Holder.Host));
        }

        Assert.Equal(PointState.Missing, RunDirectory.OpenExisting(folder.Path).Status().Points[0].State);

        // What a killed process leaves: the file without the lock.
        File.WriteAllText(Path.Combine(folder.Path, "locks", $"{point.Id}.lock"), "{");
        Assert.Equal(PointState.Missing, RunDirectory.OpenExisting(folder.Path).Status().Points[0].State);
        using IDisposable? again = store.TryTake(point);
        Assert.NotNull(again);
    }

    [Fact]
    public void Times_of_files_decide_nothing()
    {
        folder.Run(new Fakes());
        foreach (string file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(file.Length % 90));
        }

        Assert.Equal(Outcome.AsExpected, folder.Run(new Fakes { BeforeExact = _ => Assert.Fail("computed again") })[0].Outcome);
        Assert.Equal(7, RunDirectory.OpenExisting(folder.Path).Status().Count(PointState.Done));
    }

    [Fact]
    public void Folders_that_are_no_run_directories_are_refused_and_left_alone()
    {
        Directory.CreateDirectory(folder.Path);
        string foreign = Path.Combine(folder.Path, "thesis.tex");
        File.WriteAllText(foreign, "mine");

        Assert.Contains(
            "holds other files (thesis.tex)",
            Assert.Throws<InputException>(() => RunDirectory.Open(folder.Path)).Message,
            StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Throws<InputException>(() => RunDirectory.Open(foreign)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "no plan.json", Assert.Throws<InputException>(() => RunDirectory.OpenExisting(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing can be written",
            Assert.Throws<InputException>(() => RunDirectory.Open(Path.Combine(foreign, "run"))).Message,
            StringComparison.Ordinal);
        Assert.Equal([foreign], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_link_out_of_the_run_directory_is_refused()
    {
        string elsewhere = Directory.CreateDirectory(folder.Path + "-elsewhere").FullName;
        Directory.CreateDirectory(folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "points"), elsewhere);

        Assert.Contains(
            "is a link to", Assert.Throws<InputException>(() => RunDirectory.Open(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_result_that_cannot_be_written_stops_the_run_and_loses_nothing()
    {
        folder.Run(new Fakes(), options => options with { Only = [RunPlan.Create([new Fakes().Study]).Points[0].Id] });
        string[] kept = folder.Points;
        Fakes breaking = new() { BeforeExact = n => { if (n == 24) { Break(); } } };
        StudiesRun run = new([breaking.Study], folder.Open(options => options with { Jobs = 1 }), breaking.Solvers());

        Assert.ThrowsAny<IOException>(() => run.Compute());
        Mend();
        Assert.Subset(folder.Points.ToHashSet(StringComparer.Ordinal), kept.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(Outcome.AsExpected, folder.Run(new Fakes())[0].Outcome);

        // A file in the place of the folder: writing fails for every user, root included.
        void Break()
        {
            Directory.Move(Path.Combine(folder.Path, "points"), Path.Combine(folder.Path, "aside"));
            File.WriteAllText(Path.Combine(folder.Path, "points"), "");
        }

        void Mend()
        {
            File.Delete(Path.Combine(folder.Path, "points"));
            Directory.Move(Path.Combine(folder.Path, "aside"), Path.Combine(folder.Path, "points"));
        }
    }

    public void Dispose() => folder.Dispose();
}
