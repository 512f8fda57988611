using System.CommandLine;
using HandoffOffice.Cli.Redline;
using HandoffOffice.Cli.Verify;

namespace HandoffOffice.Cli;

/// <summary>The tool <c>handoff</c>: what an auditor, a script or a build runs, without a server.</summary>
public static class HandoffCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">What stands behind <c>handoff</c>.</param>
    /// <param name="output">For results.</param>
    /// <param name="error">For what went wrong: one line.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(error, parsed.Errors[0].Message);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Refusals.Line(e) is { } line)
        {
            return Refuse(error, line);
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root() => new("Checks and settles AI handoffs without a server.")
    {
        new Command("redline", "Tracked changes of Word documents.")
        {
            CompareCommand.Create(TimeProvider.System),
            EditCommand.Create(TimeProvider.System),
            ListCommand.Create(),
            SettleCommand.Accept(),
            SettleCommand.Reject(),
        },
        new Command("verify", "What was recorded and approved, checked offline.")
        {
            VerifyLedgerCommand.Create(),
            VerifyDocumentCommand.Create(TimeProvider.System),
        },
    };

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine("handoff: " + message.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
