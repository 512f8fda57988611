using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Takes out of a document what its readers do not need and what tells how it came about: revisions, comments, hidden text, names and times of editing,
/// the tags of controls, bookmarks that nothing leads to, data for software. Whether its text is still the same is for the caller to compare: hidden text
/// that goes was text.
/// </summary>
public static class CleanCopy
{
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string ExtendedType = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    private const string CustomType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    // Everything else of the core properties (Part 2, 8.3.4) is of people or of the editing.
    private static readonly string[] KeptCore = ["title", "subject", "language", "description", "category"];

    // Labels are the organisation's; who set them is not ([MS-OFFCRYPTO] 2.6.3 says what the entries are).
    private const string LabelPrefix = "MSIP_Label_";
    private const string LabelOwner = "_Owner";

    private static readonly string[] CommentKinds = ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"];
    private static readonly string[] CommentMarks = ["commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd", "proofErr"];
    private static readonly string[] SettingsOfEditing = ["rsids", "trackRevisions", "attachedTemplate", "docVars", "docId", "revisionView", "writeProtection"];
    private static readonly string[] TracesOfControls = ["tag", "alias", "id", "placeholder", "dataBinding"];

    /// <summary>The clean copy. The same document gives the same bytes.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="RevisionNotSupportedException">A change can't be accepted.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> document)
    {
        WordPackage package = WordPackage.Open(Revisions.Pending(document) > 0 ? Revisions.AcceptAll(document) : document);
        RemoveHidden(package);
        foreach (WordPart part in Markup(package))
        {
            Clean(part.Xml);
            package.Changed(part);
        }

        RemoveBookmarks(package);
        RemoveParts(package);
        CleanProperties(package);
        return package.ToBytes();
    }

    // All parts with elements of WordprocessingML in them, whatever they are for.
    private static List<WordPart> Markup(WordPackage package) =>
    [
        .. package.Names.Where(name => package.TypeOf(name) is { } type && type.StartsWith(PackageRules.WordType, StringComparison.Ordinal) && PackageRules.IsXml(name, type))
            .Select(name => new WordPart(name, "", package.Xml(name))),
    ];

    private static void RemoveHidden(WordPackage package)
    {
        var looks = new VisibleLooks(package);
        foreach (WordPart part in DocumentText.StoryParts(package).ToList())
        {
            List<XElement> hidden = [.. part.Xml.Descendants(W.R).Where(run => run.Ancestors(W.P).FirstOrDefault() is { } paragraph
                && $"{looks.Around(paragraph)} {looks.Of(run, paragraph)}".Split(' ').Contains("hidden") && run.Elements().Any(child => child.Name != W.RPr))];
            hidden.ForEach(run => run.Remove());
        }
    }

    private static void Clean(XDocument xml)
    {
        xml.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) && attribute.Name.Namespace == W.Ns).Remove();
        List<XElement> marks = [.. xml.Descendants().Where(element => element.Name.Namespace == W.Ns && CommentMarks.Contains(element.Name.LocalName))];
        foreach (XElement mark in marks)
        {
            XElement? run = mark.Parent;
            mark.Remove();
            if (run?.Name == W.R && run.Elements().All(child => child.Name == W.RPr))
            {
                run.Remove();
            }
        }

        xml.Root!.Elements().Where(setting => SettingsOfEditing.Contains(setting.Name.LocalName) && xml.Root.Name == W.Ns + "settings").Remove();
        foreach (XElement control in xml.Descendants(W.Sdt).Reverse().ToList())
        {
            Unwrap(control);
        }
    }

    // A plain control is its content. One that chooses or shows a placeholder stays, without names.
    private static void Unwrap(XElement control)
    {
        XElement? properties = control.Element(W.SdtPr);
        if (!SectionControls.IsPlaceholder(control) && control.Element(W.SdtContent) is { HasElements: true } content
            && properties?.Elements().Any(property => property.Name != W.RPr && !TracesOfControls.Contains(property.Name.LocalName)
                && property.Name.LocalName is not ("lock" or "text" or "richText" or "showingPlcHdr" or "temporary" or "appearance" or "color")) != true)
        {
            control.ReplaceWith(content.Nodes());
        }
        else
        {
            properties?.Elements().Where(property => TracesOfControls.Contains(property.Name.LocalName)).Remove();
        }
    }

    // A bookmark stays where a link or the instruction of a field names it: without it, what leads there would lead nowhere.
    private static void RemoveBookmarks(WordPackage package)
    {
        List<WordPart> stories = [.. DocumentText.StoryParts(package)];
        HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);
        foreach (XElement element in stories.SelectMany(part => part.Xml.Descendants()))
        {
            string words = element.Name == W.Ns + "hyperlink" ? (string?)element.Attribute(W.Ns + "anchor") ?? ""
                : element.Name == W.Ns + "fldSimple" ? (string?)element.Attribute(W.Ns + "instr") ?? ""
                : "";
            named.UnionWith(words.Split((char[])[' ', '"', '\\', '#'], StringSplitOptions.RemoveEmptyEntries));
        }

        // Word may cut an instruction into other runs, also within a name.
        string instructions = string.Concat(stories.SelectMany(part => part.Xml.Descendants(W.Ns + "instrText")).Select(text => text.Value));
        foreach (WordPart part in stories)
        {
            HashSet<string?> gone = [.. part.Xml.Descendants(W.Ns + "bookmarkStart").Where(start => (string?)start.Attribute(W.Ns + "name") is not { Length: > 0 } name
                || !(named.Contains(name) || instructions.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(start => (string?)start.Attribute(W.Id))];
            part.Xml.Descendants().Where(element => element.Name.LocalName is "bookmarkStart" or "bookmarkEnd" && gone.Contains((string?)element.Attribute(W.Id))).Remove();
        }
    }

    private static void RemoveParts(WordPackage package)
    {
        List<WordPart> parts =
        [
            .. CustomXml.Parts(package),
            .. CommentKinds.Select(kind => package.OfType($"{PackageRules.WordType}{kind}+xml")).OfType<WordPart>(),
            .. new[] { package.OfType($"{PackageRules.WordType}document.glossary+xml") }.OfType<WordPart>(),
        ];
        parts.ForEach(package.Remove);
        // A template's path has the name of whoever wrote; a thumbnail is a picture of an earlier state.
        package.RemoveRelated("attachedTemplate");
        package.RemoveRelated("thumbnail");
    }

    private static void CleanProperties(WordPackage package)
    {
        if (package.OfType(CoreType) is { Xml.Root: { } core } coreProperties)
        {
            core.Elements().Where(property => !KeptCore.Contains(property.Name.LocalName)).Remove();
            package.Changed(coreProperties);
        }

        if (package.OfType(ExtendedType) is { Xml.Root: { } extended } extendedProperties)
        {
            extended.Elements().Remove();
            package.Changed(extendedProperties);
        }

        if (package.OfType(CustomType) is { Xml.Root: { } custom } customProperties)
        {
            custom.Elements().Where(property => (string?)property.Attribute("name") is not { } name
                || !name.StartsWith(LabelPrefix, StringComparison.Ordinal) || name.EndsWith(LabelOwner, StringComparison.Ordinal)).Remove();
            package.Changed(customProperties);
        }
    }
}
