using System.Diagnostics;
using System.Globalization;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What LibreOffice is asked to do with the changes of a document before it says what the document's text is.</summary>
internal enum OracleView
{
    /// <summary>Nothing: for documents that have none left.</summary>
    AsIs,

    /// <summary>Accept all.</summary>
    Accepted,

    /// <summary>Reject all.</summary>
    Rejected,
}

/// <summary>
/// Another office's opinion on tracked changes: it accepts or rejects them itself and says what text the body then has. One process
/// reads all documents of a call, by a macro in a profile of its own.
/// </summary>
internal static class LibreOfficeOracle
{
    public const string Absent = "LibreOffice is not installed (soffice).";

    // Each line of the list: document, text, command. What it can't do it writes beside the text.
    private const string Macro = """
        Sub Settle(listFile As String)
          Dim row As String, task, component, dispatcher, inFile As Integer, outFile As Integer
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          Dim asText(1) As New com.sun.star.beans.PropertyValue
          hidden(0).Name = "Hidden"
          hidden(0).Value = True
          asText(0).Name = "FilterName"
          asText(0).Value = "Text (encoded)"
          asText(1).Name = "FilterOptions"
          asText(1).Value = "UTF8,LF"
          dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
          inFile = FreeFile
          Open listFile For Input As #inFile
          Do While Not Eof(inFile)
            Line Input #inFile, row
            task = Split(row, "|")
            On Error Goto Failed
            component = StarDesktop.loadComponentFromURL(ConvertToURL(task(0)), "_blank", 0, hidden())
            If Len(task(2)) > 0 Then dispatcher.executeDispatch(component.CurrentController.Frame, task(2), "", 0, Array())
            component.storeToURL(ConvertToURL(task(1)), asText())
            component.close(True)
            Goto Done
        Failed:
            outFile = FreeFile
            Open task(1) + ".failed" For Output As #outFile
            Print #outFile, Error$
            Close #outFile
            Resume Done
        Done:
            On Error Goto 0
          Loop
          Close #inFile
          StarDesktop.terminate()
        End Sub
        """;

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>The paragraphs of the body (those of tables among them, empty ones left out) of each document.</summary>
    /// <param name="documents">Any .docx files, and what to do with each.</param>
    /// <exception cref="InvalidOperationException">LibreOffice did not answer for one; it says for which.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> Texts(IReadOnlyList<(byte[] File, OracleView View)> documents)
    {
        var folder = Directory.CreateTempSubdirectory("redline-oracle-");
        try
        {
            // A profile is filled when the office first starts with it; a macro that was there before is gone then.
            await Run(folder, "--terminate_after_init");
            WriteMacro(folder);
            var tasks = documents.Select((document, number) => TaskFor(folder, document.File, document.View, number)).ToList();
            var list = Path.Combine(folder.FullName, "list.txt");
            await File.WriteAllLinesAsync(list, tasks.Select(task => task.Line));
            await Run(folder, $"macro:///Standard.Oracle.Settle(\"{list}\")");
            return [.. tasks.Select(task => Read(task.Text))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Line, string Text) TaskFor(DirectoryInfo folder, byte[] file, OracleView view, int number)
    {
        var document = Path.Combine(folder.FullName, number.ToString(CultureInfo.InvariantCulture) + ".docx");
        File.WriteAllBytes(document, file);
        var command = view switch { OracleView.Accepted => ".uno:AcceptAllTrackedChanges", OracleView.Rejected => ".uno:RejectAllTrackedChanges", _ => "" };
        return ($"{document}|{document}.txt|{command}", document + ".txt");
    }

    private static IReadOnlyList<string> Read(string text) => File.Exists(text)
        ? [.. File.ReadAllText(text).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)]
        : throw new InvalidOperationException($"LibreOffice gave no text for document {Path.GetFileName(text)}: "
            + (File.Exists(text + ".failed") ? File.ReadAllText(text + ".failed") : "no reason given"));

    private static void WriteMacro(DirectoryInfo folder)
    {
        var library = folder.CreateSubdirectory("profile/user/basic/Standard").FullName;
        File.WriteAllText(Path.Combine(library, "script.xlb"), $"{Head("library", "library:library")}<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\"><library:element library:name=\"Oracle\"/></library:library>");
        File.WriteAllText(Path.Combine(library, "Oracle.xba"), $"{Head("module", "script:module")}<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Oracle\" script:language=\"StarBasic\">{Macro.Replace(">", "&gt;", StringComparison.Ordinal)}</script:module>");
    }

    private static string Head(string schema, string root) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE {root} PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"{schema}.dtd\">\n";

    private static async Task Run(DirectoryInfo folder, string what)
    {
        var start = new ProcessStartInfo("soffice",
            [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--norestore", "--nologo", what])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var office = Process.Start(start) ?? throw new InvalidOperationException("soffice did not start.");
        var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await office.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            office.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"LibreOffice did not finish: {string.Join(' ', await said)}");
        }

        await said;
    }
}
