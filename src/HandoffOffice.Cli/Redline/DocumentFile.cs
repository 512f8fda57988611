using System.CommandLine;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>The document a command works on.</summary>
internal static class DocumentFile
{
    public static Argument<string> Argument() => new("FILE") { Description = "A Word document (.docx)." };

    /// <summary>Reads the file, one that is too large only up to its length.</summary>
    public static byte[] Read(string path)
    {
        var limit = DocumentLimits.Default.MaxFileBytes;
        return new FileInfo(path) is { Exists: true } file && file.Length > limit
            ? throw new DocumentRefusedException(RefusalCodes.TooLarge, $"The file is larger than {limit} bytes.")
            : File.ReadAllBytes(path);
    }
}
