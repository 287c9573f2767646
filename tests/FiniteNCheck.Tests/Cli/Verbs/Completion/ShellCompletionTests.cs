using System.Diagnostics;
using System.Text;
using FiniteNCheck.Cli;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Completion;

/// <summary>The scripts complete command lines in the shells that they are for.</summary>
[Trait("Kind", "Cli")]
public sealed class ShellCompletionTests : CliTest
{
    /// <summary>A hang is a failure, not a wait: far longer than any of these takes.</summary>
    private const int PatienceMs = 120_000;

    /// <summary>A folder with a file and a folder to complete, and the program by its name.</summary>
    public ShellCompletionTests()
    {
        File.WriteAllText(Path.Combine(Folder, "retry study.yaml"), "");
        Directory.CreateDirectory(Path.Combine(Folder, "results"));
        Directory.CreateDirectory(Path.Combine(Folder, "bin"));
        string program = Path.Combine(Folder, "bin", "finitencheck");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet exec '{typeof(CommandLine).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [ShellFact("bash")]
    public void Bash()
    {
        const string Script = """
            source <(finitencheck completion bash)
            of() {
                COMP_WORDS=(finitencheck "$@") COMP_CWORD=$#
                [ "$(complete -p finitencheck)" = "complete -F _finitencheck finitencheck" ] && _finitencheck
                (IFS='|'; echo "${COMPREPLY[*]}")
            }
            of cl
            of theory my.yaml --d
            of theory my.yaml --drift ''
            of verify ret
            of report --out re
            of exact my.yaml --n ''
            """;
        Assert.Equal("""
            claims
            --drift
            full|printed
            retrieval|retry study.yaml
            results


            """, Output("bash", "--norc", "-c", Script));
    }

    [ShellFact("fish")]
    public void Fish()
    {
        const string Script = """
            finitencheck completion fish | source
            for line in 'cl' 'theory my.yaml --d' 'theory my.yaml --drift ' 'verify ret' 'report --out re' 'exact my.yaml --n '
                string join -- '|' (complete --do-complete "finitencheck $line" | string split --fields 1 \t)
            end
            """;
        Assert.Equal("""
            claims
            --drift
            full|printed
            retrieval|retry study.yaml
            results/

            """, Output("fish", "--no-config", "-c", Script));
    }

    /// <summary>
    /// Zsh completes only at a prompt: keys go to one through a pseudo-terminal, and the completed line prints its words.
    /// </summary>
    [ShellFact("zsh")]
    public void Zsh()
    {
        const string Script = """
            zmodload zsh/zpty
            zpty prompt zsh -f -i
            zpty -w prompt 'PROMPT=; TERM=dumb; unsetopt zle_bracketed_paste; '\
            'autoload -Uz compinit; compinit -u -D; source <(finitencheck completion zsh)'
            zpty -w prompt 'finitencheck() { if [[ $1 = completion ]]; then command finitencheck "$@"; '\
            'else print -r -- "[${(j:|:)@}]"; fi }; print rea""dy'
            zpty -r -m prompt line '*ready*'
            for keys in $'cl\t' $'theory --dr\t' $'theory --drift f\t' $'verify retri\t' $'verify retr\ty\t' $'report --out res\t'; do
                zpty -w prompt "finitencheck $keys"
                zpty -r -m prompt line '*\[*\]*'
                print -r -- "${${line##*\[}%%\]*}"
            done
            """;
        Assert.Equal("""
            claims
            theory|--drift
            theory|--drift|full
            verify|retrieval
            verify|retry study.yaml
            report|--out|results

            """, Output("zsh", "-f", "-c", Script));
    }

    [ShellFact("pwsh")]
    public void PowerShell()
    {
        const string Script = """
            finitencheck completion powershell | Out-String | Invoke-Expression
            foreach ($line in 'cl', 'theory my.yaml --d', 'theory my.yaml --drift ', 'verify retri') {
                $text = "finitencheck $line"
                (TabExpansion2 -inputScript $text -cursorColumn $text.Length).CompletionMatches.CompletionText -join '|'
            }
            """;
        Assert.Equal("""
            claims
            --drift
            full|printed
            retrieval

            """, Output("pwsh", "-NoProfile", "-Command", Script));
    }

    private string Output(string shell, params string[] arguments)
    {
        ProcessStartInfo start = new(shell, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = $"{Path.Combine(Folder, "bin")}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = Folder;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{shell} did not start.");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(PatienceMs))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{shell} did not end");
        }

        return error.Result.Length == 0 ? output.Result : output.Result + error.Result;
    }
}
