using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace HandoffOffice.Redlining;

/// <summary>What a content control holds, as Word's <c>insertOoxml</c> takes it.</summary>
/// <param name="Tag">The control's tag.</param>
/// <param name="FlatOpc">A document with the control's content alone, its tracked changes in it and no comments, as a Flat OPC package.</param>
/// <param name="Accepted">Its paragraphs of text with every change accepted.</param>
/// <param name="Rejected">Its paragraphs of text with every change rejected.</param>
public sealed record SectionFragment(string Tag, string FlatOpc, IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected);

/// <summary>Takes the content of sections out of a document, to be put into the same document where it is open in Word.</summary>
public static class SectionFragments
{
    /// <summary>The content of the controls with these tags; a tag without a control is left out.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="tags">As in <see cref="SectionText.Tag"/>.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<SectionFragment> Of(ReadOnlyMemory<byte> document, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var accepted = SectionDrafting.Existing(document, tags).ToDictionary(section => section.Tag, section => section.Paragraphs);
        var rejected = SectionDrafting.Existing(document, tags, RevisionView.Rejected).ToDictionary(section => section.Tag, section => section.Paragraphs);
        return [.. tags.Where(accepted.ContainsKey).Select(tag => new SectionFragment(tag, FlatOpc(document, tag), accepted[tag], rejected.GetValueOrDefault(tag, [])))];
    }

    private static string FlatOpc(ReadOnlyMemory<byte> document, string tag)
    {
        var package = WordPackage.Open(document);
        var control = SectionControls.Find(package, tag) ?? throw new InvalidOperationException($"The control '{tag}' is there accepted and not as it stands.");
        var content = control.Element(W.SdtContent)!;
        var body = package.Main.Xml.Root!.Element(W.Body)!;
        var blocks = SectionControls.IsInline(control) ? [new XElement(W.P, content.Nodes())] : content.Nodes().ToArray();
        body.ReplaceNodes(blocks);
        Anchors(body).ToList().ForEach(anchor => anchor.Remove());
        package.Changed(package.Main);
        using var stream = new MemoryStream();
        stream.Write(package.ToBytes());
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            // What the content does not need does not travel: Word would take over what it can use of it.
            var main = word.MainDocumentPart!;
            main.DeleteParts(main.Parts.Select(pair => pair.OpenXmlPart).Where(part => part is not (StyleDefinitionsPart or NumberingDefinitionsPart or ImagePart)).ToList());
            main.Document!.Save();
            word.Save();
        }

        stream.Position = 0;
        using var read = WordprocessingDocument.Open(stream, isEditable: false);
        // White space between elements is none of the text, and Word has to read it all the same.
        return read.ToFlatOpcDocument().ToString(SaveOptions.DisableFormatting);
    }

    // Comments are put in by the host, by its own interface; footnotes stay where they are and can't be in the text of a section.
    private static IEnumerable<XElement> Anchors(XElement body) => body.Descendants().Where(element =>
        element.Name.Namespace == W.Ns && element.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference");
}
