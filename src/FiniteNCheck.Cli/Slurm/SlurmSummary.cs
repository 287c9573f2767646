using System.Globalization;
using System.Text;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>The output of <c>slurm</c>.</summary>
internal static class SlurmSummary
{
    /// <summary>Summarizes what was written: one line in total, and one for each array.</summary>
    /// <param name="job">The submission.</param>
    /// <param name="work">The points that the studies need.</param>
    public static string Render(SlurmJob job, SlurmWork work)
    {
        StringBuilder text = new();
        int points = work.Plan.Points.Length;
        int missing = job.Arrays.Sum(array => PointsOf(array));
        text.Append(
            CultureInfo.InvariantCulture, $"{Count(missing, "point")} in {Count(job.Arrays.Sum(array => array.Tasks.Length), "task")}");
        text.Append(points > missing ? $"; {points - missing - work.Failed} of {points} are computed already" : "");
        text.Append(work.Failed > 0 ? $", {work.Failed} failed (--retry tries them again).\n" : ".\n");
        foreach (SlurmArray array in job.Arrays)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {array.Script}: {Count(PointsOf(array), "point")} in {Count(array.Tasks.Length, "task")}, "
                + $"the longest {Numeral.Duration(array.Seconds)}, ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"each asking for {Count(array.Cpus, "CPU")}, {array.Mebibytes} MiB and {array.Minutes} minutes\n");
        }

        return text.ToString();
    }

    /// <summary>Explains that there is nothing to submit.</summary>
    /// <param name="job">The empty submission.</param>
    /// <param name="work">The points that the studies need.</param>
    public static string Nothing(SlurmJob job, SlurmWork work)
    {
        int points = work.Plan.Points.Length;
        string found =
            work.Failed == 0
                ? $"{job.Run} holds all {Count(points, "point")}"
                : $"of {Count(points, "point")}, {job.Run} holds {points - work.Failed}, "
                    + $"and {work.Failed} failed (--retry tries them again)";
        string[] large = job.Large ? ["--large"] : [];
        return $"Nothing to submit: {found}. For the report: "
            + $"{ShellWord.Join(["finitencheck", "verify", .. job.Studies, .. large, "--run", job.Run, "--jobs", "0"])}\n";
    }

    /// <summary>Renders the commands that submit the jobs.</summary>
    /// <param name="job">The submission.</param>
    public static string Commands(SlurmJob job)
    {
        StringBuilder text = new("To submit:\n");
        foreach (SlurmArray array in job.Arrays)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  job{array.Number}=$(sbatch --parsable {ShellWord.Quote(Path.Combine(job.Folder, array.Script))})\n");
        }

        string after = string.Concat(job.Arrays.Select(array => $":${{job{array.Number}%%;*}}"));
        text.Append(
            CultureInfo.InvariantCulture,
            $"  sbatch --dependency=afterany{after} {ShellWord.Quote(Path.Combine(job.Folder, SlurmScript.Merge))}\n");
        return text.ToString();
    }

    /// <summary>Lists the submitted jobs, and how to follow them.</summary>
    /// <param name="job">The submission.</param>
    /// <param name="ids">The ids of the arrays, then that of the merge job.</param>
    public static string Submitted(SlurmJob job, IReadOnlyList<string> ids)
    {
        StringBuilder text = new();
        for (int index = 0; index < job.Arrays.Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Job {ids[index]}: {job.Arrays[index].Script}\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"Job {ids[^1]}: {SlurmScript.Merge}, after {(job.Arrays.Length == 1 ? "it" : "them")}; "
            + $"the report will be in {Path.Combine(job.Folder, SlurmScript.Results)}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"To look: squeue --jobs={string.Join(',', ids)}\n         finitencheck status {ShellWord.Quote(job.Run)}\n");
        return text.ToString();
    }

    private static int PointsOf(SlurmArray array) => array.Tasks.Sum(task => task.Points.Length);

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
