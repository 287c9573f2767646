using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>Tests that set the working directory of the process: they run after all others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WorkingDirectory
{
    public const string Name = "Working directory";
}
