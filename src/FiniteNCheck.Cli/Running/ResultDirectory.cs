using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;

namespace FiniteNCheck.Cli.Running;

/// <summary>
/// The directory of <c>--out</c>. It is checked before anything runs and written at the very end:
/// each file under a temporary name beside its final one, and then all are moved. Existing files are
/// replaced only with <c>--force</c>, links in the directory are not followed, and a failure leaves the directory as it was.
/// </summary>
internal sealed class ResultDirectory
{
    private readonly string _path;
    private readonly bool _replace;

    private ResultDirectory(string path, bool replace) => (_path, _replace) = (path, replace);

    /// <summary>Checks that the files can be written.</summary>
    /// <param name="path">The directory, which need not exist.</param>
    /// <param name="files">The names of the files and folders to be written.</param>
    /// <param name="replace">Whether existing files are replaced.</param>
    /// <exception cref="InputException">They cannot be written, or one of them exists.</exception>
    public static ResultDirectory Check(string path, IReadOnlyCollection<string> files, bool replace = false)
    {
        if (File.Exists(path))
        {
            throw new InputException($"--out is '{path}', which is a file: give a directory, existing or new.");
        }

        IEnumerable<string> folders = files.Select(name => Path.GetDirectoryName(Path.Combine(path, name))!);
        if (folders.FirstOrDefault(folder => IsLinkBelow(path, folder)) is { } link)
        {
            throw new InputException(
                $"--out is '{path}', but '{link}' in it is a link, which is not followed: give another directory, "
                + "or replace the link by a directory.");
        }

        if (!replace && files.FirstOrDefault(name => Path.Exists(Path.Combine(path, name))) is { } taken)
        {
            throw new InputException(
                $"--out is '{path}', which already holds {taken}: nothing is overwritten. Give another directory, move that file away, "
                + "or add --force where the verb has it.");
        }

        string root = Path.GetFullPath(path);
        while (!Directory.Exists(root))
        {
            string? parent = Path.GetDirectoryName(root);
            if (parent is null || File.Exists(root))
            {
                throw new InputException($"--out is '{path}', but '{root}' is not a directory: give a directory, existing or new.");
            }

            root = parent;
        }

        Probe(path, root);
        return new ResultDirectory(path, replace);
    }

    /// <summary>The directory in quotes, as messages name it.</summary>
    public override string ToString() => $"'{_path}'";

    /// <summary>Writes all files or none.</summary>
    /// <param name="files">The files; folders in their names are created.</param>
    /// <param name="cancellationToken">Checked before the first file takes its final name.</param>
    /// <exception cref="IOException">A file cannot be written, or has appeared since the check.</exception>
    public void Write(IReadOnlyList<ResultFile> files, CancellationToken cancellationToken)
    {
        List<string> created = [];
        List<string> toRemove = [];
        List<(string Kept, string Final)> replaced = [];
        try
        {
            CreateDirectory(_path, created);
            List<(string Temporary, string Final)> moves = [];
            foreach (ResultFile file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                string final = PathOf(file.Name);
                string folder = Path.GetDirectoryName(final)!;
                CreateDirectory(folder, created);
                if (IsLinkBelow(_path, folder))
                {
                    throw new IOException($"'{folder}' has become a link, which is not followed.");
                }

                string temporary = $"{final}.{UniqueName.Next()}.tmp";
                toRemove.Add(temporary);
                File.WriteAllBytes(temporary, file.Content.Span);
                moves.Add((temporary, final));
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach ((string temporary, string final) in moves)
            {
                if (_replace && File.Exists(final))
                {
                    string kept = $"{final}.{UniqueName.Next()}.old";
                    File.Move(final, kept);
                    replaced.Add((kept, final));
                }

                File.Move(temporary, final, overwrite: false);
                toRemove.Remove(temporary);
                toRemove.Add(final);
            }
        }
        catch
        {
            CleanUp(toRemove, created);
            foreach ((string kept, string final) in replaced)
            {
                File.Move(kept, final);
            }

            throw;
        }

        CleanUp([.. replaced.Select(pair => pair.Kept)], []);
    }

    /// <summary>Creates the directory and a file in it, and removes both: the only way to detect names that are too long.</summary>
    private static void Probe(string path, string existing)
    {
        List<string> created = [];
        try
        {
            CreateDirectory(path, created);
            string probe = Path.Combine(path, $".finitencheck-{UniqueName.Next()}.tmp");
            using FileStream stream = new(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"--out is '{path}', but nothing can be written in '{existing}' ({exception.GetType().Name}): "
                + "give a directory that you may write to.",
                exception);
        }
        finally
        {
            CleanUp([], created);
        }
    }

    /// <summary>Whether a folder below the directory is a link, or is reached through one.</summary>
    private static bool IsLinkBelow(string directory, string folder)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        for (string? step = Path.GetFullPath(folder); step is not null && step.Length > root.Length; step = Path.GetDirectoryName(step))
        {
            if (new DirectoryInfo(step).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The path of a file, checked to lie inside the directory.</summary>
    private string PathOf(string name)
    {
        string root = Path.GetFullPath(_path);
        string path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"The file '{name}' would lie outside of '{root}'.", nameof(name));
    }

    /// <summary>Creates a directory with its parents, and records what it has created, innermost first.</summary>
    private static void CreateDirectory(string path, List<string> created)
    {
        List<string> missing = [];
        string? directory = Path.GetFullPath(path);
        while (directory is not null && !Directory.Exists(directory))
        {
            missing.Add(directory);
            directory = Path.GetDirectoryName(directory);
        }

        created.InsertRange(0, missing);
        Directory.CreateDirectory(path);
    }

    private static void CleanUp(List<string> files, List<string> directories)
    {
        foreach (string file in files.Where(File.Exists))
        {
            File.Delete(file);
        }

        foreach (string directory in directories.Where(IsEmpty))
        {
            Directory.Delete(directory);
        }
    }

    private static bool IsEmpty(string directory) =>
        Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any();
}
