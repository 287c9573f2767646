using Xunit;

namespace FiniteNCheck.Tests.Install;

/// <summary>Tests of the native program; skipped where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute()
    {
        Skip = PublishedProgram.Missing;
    }
}
