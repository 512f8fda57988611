using System.Diagnostics;

namespace HandoffOffice.EndToEnd;

/// <summary>Another office's reading of a document.</summary>
internal static class LibreOffice
{
    /// <summary>The paragraphs that LibreOffice shows in the body of a document.</summary>
    public static async Task<string[]> Paragraphs(string docx)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-soffice-");
        try
        {
            var start = new ProcessStartInfo(
                "soffice",
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.FullName, docx])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process office = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await office.WaitForExitAsync(limit.Token);
            string text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, Path.ChangeExtension(Path.GetFileName(docx), ".txt")));
            return [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
