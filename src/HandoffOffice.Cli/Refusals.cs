using HandoffOffice.Redlining;

namespace HandoffOffice.Cli;

/// <summary>What is wrong with an input, in one line.</summary>
internal static class Refusals
{
    /// <summary>The line, beginning with the stable code where there is one; null when the exception is a fault of ours and not of the input.</summary>
    public static string? Line(Exception exception)
    {
        var line = exception switch
        {
            DocumentRefusedException e => $"{e.Code}: {e.Message}{(e.Place is null ? "" : $" ({e.Place})")}",
            RevisionNotSupportedException e => $"{e.Code}: {e.Message} ({e.Place})",
            IOException or UnauthorizedAccessException or InvalidDataException => exception.Message,
            _ => null,
        };
        return line?.ReplaceLineEndings(" ");
    }
}
