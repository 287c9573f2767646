using Xunit;

namespace FiniteNCheck.Tests.Install;

/// <summary>A test of the native program; skipped where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute()
    {
        Skip = PublishedProgram.Missing;
    }
}
