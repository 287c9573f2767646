using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>A test that needs Slurm; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    private const string Search =
        "PATH=$PATH:/usr/sbin; for program in munged slurmctld slurmd sbatch; do command -v $program || exit 1; done";

    public SlurmFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !InstalledProgram.Succeeds("sh", "-c", Search))
        {
            Skip = "No Slurm here. Install it (Debian: slurm-wlm, munge) to run this test.";
        }
    }
}
