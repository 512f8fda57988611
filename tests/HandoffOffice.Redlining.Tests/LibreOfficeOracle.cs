using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

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

/// <summary>What LibreOffice reads.</summary>
/// <param name="Paragraphs">The paragraphs of the body in order, those of tables, text boxes and notes among them, empty ones left out, tabs and line breaks as spaces.</param>
/// <param name="Settled">Whether it then knows of no change. Where it does, it did not accept or reject all that it was told to, and is no judge.</param>
internal sealed record OracleText(IReadOnlyList<string> Paragraphs, bool Settled);

/// <summary>
/// Another office's opinion on tracked changes: it accepts or rejects them itself and says what text the body then has. One process
/// reads all documents of a call, by a macro in a profile of its own.
/// </summary>
internal static class LibreOfficeOracle
{
    public const string Absent = "LibreOffice is not installed (soffice).";

    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

    // Each line of the list: document, result, command. What it can't do it writes beside the result. (Its filter for plain text leaves the
    // tables of some documents out, and writes the numbers of lists; so the result is OpenDocument, read here.)
    private const string Macro = """
        Sub Settle(listFile As String)
          Dim row As String, task, component, dispatcher, inFile As Integer, outFile As Integer
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          Dim flat(0) As New com.sun.star.beans.PropertyValue
          flat(0).Name = "FilterName"
          flat(0).Value = "OpenDocument Text Flat XML"
          hidden(0).Name = "Hidden"
          hidden(0).Value = True
          dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
          inFile = FreeFile
          Open listFile For Input As #inFile
          Do While Not Eof(inFile)
            Line Input #inFile, row
            task = Split(row, "|")
            On Error Goto Failed
            component = StarDesktop.loadComponentFromURL(ConvertToURL(task(0)), "_blank", 0, hidden())
            If Len(task(2)) > 0 Then dispatcher.executeDispatch(component.CurrentController.Frame, task(2), "", 0, Array())
            component.storeToURL(ConvertToURL(task(1)), flat())
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

    /// <summary>What it reads in each document, once it did with it as it was told.</summary>
    /// <param name="documents">Any .docx files, and what to do with each.</param>
    /// <exception cref="InvalidOperationException">LibreOffice did not answer for one; it says for which.</exception>
    public static async Task<IReadOnlyList<OracleText>> Texts(IReadOnlyList<(byte[] File, OracleView View)> documents)
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
            return [.. tasks.Select(task => Read(task.Result))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Line, string Result) TaskFor(DirectoryInfo folder, byte[] file, OracleView view, int number)
    {
        var document = Path.Combine(folder.FullName, number.ToString(CultureInfo.InvariantCulture) + ".docx");
        File.WriteAllBytes(document, file);
        var command = view switch { OracleView.Accepted => ".uno:AcceptAllTrackedChanges", OracleView.Rejected => ".uno:RejectAllTrackedChanges", _ => "" };
        return ($"{document}|{document}.fodt|{command}", document + ".fodt");
    }

    private static OracleText Read(string result)
    {
        if (!File.Exists(result))
        {
            throw new InvalidOperationException($"LibreOffice gave nothing for {Path.GetFileName(result)}: "
                + (File.Exists(result + ".failed") ? File.ReadAllText(result + ".failed") : "no reason given"));
        }

        var body = XDocument.Load(result, LoadOptions.PreserveWhitespace).Descendants(Office + "text").First();
        var changes = body.Elements(Text + "tracked-changes").ToList();
        changes.ForEach(element => element.Remove());
        var paragraphs = body.Descendants().Where(e => (e.Name == Text + "p" || e.Name == Text + "h") && !e.Ancestors(Office + "annotation").Any())
            .Select(paragraph => Words(paragraph).Trim()).Where(text => text.Length > 0);
        return new OracleText([.. paragraphs], !changes.Any(element => element.HasElements));
    }

    // What hangs on a paragraph has paragraphs of its own: text boxes, notes, comments.
    private static string Words(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name: var name } when name == Text + "tab" || name == Text + "line-break" => " ",
        XElement { Name: var name } spaces when name == Text + "s" => new string(' ', (int?)spaces.Attribute(Text + "c") ?? 1),
        XElement { Name: var name } when name == Text + "note" || name == Office + "annotation" || name.Namespace == Drawing => "",
        // Today's date, in a format that is not always the same.
        XElement { Name: var name } when name == Text + "date" || name == Text + "time" => "[now]",
        XElement inner => Words(inner),
        _ => "",
    }));

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
