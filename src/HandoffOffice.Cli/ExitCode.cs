namespace HandoffOffice.Cli;

/// <summary>What the tool tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Done; the answer is yes.</summary>
    public const int Done = 0;

    /// <summary>Done; the answer is no: nothing matched.</summary>
    public const int No = 1;

    /// <summary>The input or the command line was bad; one line on standard error says why.</summary>
    public const int BadInput = 2;
}
