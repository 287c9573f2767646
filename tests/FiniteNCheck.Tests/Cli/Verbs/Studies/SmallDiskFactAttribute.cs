using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Studies;

/// <summary>A test that mounts a small file system in its own namespace; skipped if the system does not allow it.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() =>
        Skip = InstalledProgram.Succeeds("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=100k none /tmp")
            ? null
            : "A small file system cannot be mounted here (unshare, mount).";
}
