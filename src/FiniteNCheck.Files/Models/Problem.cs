using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>Turns validation problems into errors with a position in the file.</summary>
internal static class Problem
{
    /// <summary>Throws for the first problem, with the line of its key or of the nearest key above it.</summary>
    /// <param name="map">The map that holds the model.</param>
    /// <param name="problems">The problems.</param>
    /// <exception cref="InputFileException">There is a problem.</exception>
    internal static void ThrowFirst(YamlMap map, IEnumerable<ModelProblem> problems)
    {
        if (problems.FirstOrDefault() is { } problem)
        {
            string key = map.Key.Length == 0 ? problem.Key : $"{map.Key}.{problem.Key}";
            throw new InputFileException(map.File, map.Nearest(problem.Key).Line, key, problem.Found, problem.Allowed, problem.Remedy);
        }
    }
}
