using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A test that needs a device without any space; skipped where the system has none.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDiskFactAttribute() => Skip = File.Exists(Device) ? null : $"There is no {Device} here.";
}
