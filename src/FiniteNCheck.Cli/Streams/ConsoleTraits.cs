using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Cli.Streams;

/// <summary>The capabilities of the two output streams.</summary>
/// <param name="OutputStyle">Colour and width of tables on standard output.</param>
/// <param name="ErrorIsTerminal">Whether progress can rewrite its line.</param>
/// <param name="Clock">The clock of progress reports; results never depend on it.</param>
public sealed record ConsoleTraits(TextStyle OutputStyle, bool ErrorIsTerminal, TimeProvider Clock)
{
    /// <summary>Both streams redirected: plain text.</summary>
    public static ConsoleTraits Redirected { get; } = new(TextStyle.Plain, ErrorIsTerminal: false, TimeProvider.System);

    /// <summary>Whether standard output is a terminal that can be cleared.</summary>
    public bool OutputCanBeCleared { get; init; }

    /// <summary>Columns of the terminal on standard error: a longer progress line would scroll instead of being rewritten.</summary>
    public int ErrorWidth { get; init; } = 79;

    /// <summary>The traits of this process: colours only on a terminal, and only if <c>NO_COLOR</c> is unset or empty.</summary>
    public static ConsoleTraits OfThisProcess()
    {
        bool understandsEscapes = Environment.GetEnvironmentVariable("TERM") is not "dumb";
        bool color = understandsEscapes && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        TextStyle style = Console.IsOutputRedirected ? TextStyle.Plain : new TextStyle(color, WidthOfTerminal());
        return new ConsoleTraits(style, !Console.IsErrorRedirected, TimeProvider.System)
        {
            OutputCanBeCleared = understandsEscapes && !Console.IsOutputRedirected,
            ErrorWidth = WidthOfTerminal(),
        };
    }

    private static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : TextStyle.Plain.Width;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return TextStyle.Plain.Width;
        }
    }
}
