using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads what a reader of a document sees, in order: the paragraphs of <see cref="DocumentText"/>, with what hides, moves or redirects made visible in
/// them. Formatting that no reader could miss text by (bold, fonts, sizes above 4 points) is not in it.
/// </summary>
/// <remarks>
/// Marks stand in braces, and a brace or backslash of the text has a backslash before it. <c>{hidden}</c>, <c>{struck}</c> and their like hold until the
/// next such mark or the end of the paragraph, <c>{}</c> is plain text again. <c>{a URL}</c> and <c>{/a}</c> bound a link, <c>{field INSTRUCTION}</c> is a
/// field, <c>{part SHA-256}</c> a picture or other part by its bytes, <c>{alt TEXT}</c> its description, <c>{box}</c> begins each paragraph of a text box.
/// </remarks>
public static class VisibleText
{
    private static readonly string[] Stories = ["document.main", "header", "footer", "footnotes", "endnotes"];

    /// <summary>All stories: the body, headers, footers, footnotes, endnotes.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="view">Which text.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<StoryText> Read(ReadOnlyMemory<byte> document, RevisionView view)
    {
        var package = WordPackage.Open(document);
        var scan = RevisionScan.Of(package);
        Settlement.Apply(package, scan, Verdicts.All(scan, view == RevisionView.Accepted), reading: true);
        var looks = new VisibleLooks(package);
        return
        [
            .. package.Parts().Where(part => Stories.Contains(part.Kind) || part.Name == package.Main.Name)
                .Select(part => new StoryText(part.Uri, [.. new VisibleStory(package, part, looks).Paragraphs()])),
        ];
    }
}

/// <summary>One story as it is read for what can be seen.</summary>
internal sealed class VisibleStory(WordPackage package, WordPart part, VisibleLooks looks)
{
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private readonly Dictionary<string, string> targets = Targets(package, part.Name);
    private readonly StringBuilder line = new();
    private readonly StringBuilder instruction = new();
    private string mark = "";
    private string around = "";

    /// <summary>The paragraphs in document order.</summary>
    public IEnumerable<string> Paragraphs()
    {
        foreach (var paragraph in part.Xml.Root?.Descendants(W.P) ?? [])
        {
            if (paragraph.Ancestors(W.Fallback).Any())
            {
                continue;
            }

            var placeholder = paragraph.Ancestors(W.Sdt).FirstOrDefault(SectionControls.IsPlaceholder);
            if (placeholder is null)
            {
                yield return Paragraph(paragraph);
            }
            else if (placeholder.Descendants(W.P).First() == paragraph)
            {
                yield return "";
            }
        }

        // What Word would take in from another part when it opens the file.
        foreach (var chunk in part.Xml.Root?.Descendants(W.Ns + "altChunk") ?? [])
        {
            yield return $"{{chunk {Target((string?)chunk.Attribute(W.Relations + "id"))}}}";
        }
    }

    private string Paragraph(XElement paragraph)
    {
        line.Clear();
        mark = "";
        around = looks.Around(paragraph);
        if (paragraph.Ancestors(W.TextBoxContent).Any())
        {
            line.Append("{box}");
        }

        Inside(paragraph, paragraph);
        return line.ToString();
    }

    private void Inside(XElement element, XElement paragraph)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name == W.R || (child.Name.LocalName == "r" && child.Name.Namespace == W.Math))
            {
                Run(child, paragraph);
            }
            else if (child.Name == W.Ns + "hyperlink")
            {
                Link(child, paragraph);
            }
            else if (child.Name == W.Ns + "fldSimple")
            {
                Thing("field", (string?)child.Attribute(W.Ns + "instr") ?? "");
                Inside(child, paragraph);
            }
            else if (!RevisionText.IsAside(child) && !(child.Name == W.Sdt && SectionControls.IsPlaceholder(child)))
            {
                Inside(child, paragraph);
            }
        }
    }

    private void Link(XElement link, XElement paragraph)
    {
        var target = Target((string?)link.Attribute(W.Relations + "id"));
        var anchor = (string?)link.Attribute(W.Ns + "anchor");
        var frame = (string?)link.Attribute(W.Ns + "docLocation");
        Thing("a", string.Concat(target, anchor is null ? "" : $"#{anchor}", frame is null ? "" : $" {frame}"));
        Inside(link, paragraph);
        Thing("/a", "");
    }

    private void Run(XElement run, XElement paragraph)
    {
        var look = string.Join(' ', new[] { around, looks.Of(run, paragraph) }.Where(part => part.Length > 0));
        foreach (var child in run.Elements())
        {
            var text = RevisionText.OfRunChild(child);
            if (child.Name == W.FieldCharacter)
            {
                Field((string?)child.Attribute(W.FieldCharacterType));
            }
            else if (child.Name == W.Ns + "instrText")
            {
                instruction.Append(child.Value);
            }
            else if (child.Name.LocalName is "footnoteReference" or "endnoteReference")
            {
                Thing("note", (string?)child.Attribute(W.Id) ?? "");
            }
            else if (text.Length > 0)
            {
                Text(text, look);
            }
            else if (child.Name != W.RPr && child.HasElements)
            {
                Picture(child, look);
            }
        }
    }

    // Word may cut an instruction into other runs when it saves.
    private void Field(string? character)
    {
        if (character == "begin")
        {
            instruction.Clear();
        }
        else if (instruction.Length > 0)
        {
            Thing("field", instruction.ToString());
            instruction.Clear();
        }

        if (character == "end")
        {
            Thing("/field", "");
        }
    }

    private void Picture(XElement holder, string look)
    {
        foreach (var element in holder.Descendants().Where(inner => !inner.Ancestors(W.TextBoxContent).Any(box => box.Ancestors().Contains(holder))
            && !inner.Ancestors(W.Fallback).Any()))
        {
            foreach (var relation in element.Attributes().Where(attribute => attribute.Name.Namespace == W.Relations))
            {
                Look(look);
                Thing(element.Name == Drawing + "hlinkClick" ? "a" : "part", Target(relation.Value));
            }

            if (element.Name.LocalName is "docPr" or "cNvPr" && element.Attribute("descr") is { Value.Length: > 0 } description)
            {
                Thing("alt", description.Value);
            }
            else if (element.Name.Namespace == Drawing && element.Name.LocalName == "t")
            {
                Text(element.Value, look);
            }
        }
    }

    private void Text(string text, string look)
    {
        Look(string.IsNullOrWhiteSpace(text) ? mark : look);
        foreach (var c in text)
        {
            line.Append(c is '{' or '}' or '\\' ? "\\" : "").Append(c);
        }
    }

    private void Look(string look)
    {
        if (look != mark)
        {
            mark = look;
            line.Append('{').Append(look).Append('}');
        }
    }

    private void Thing(string name, string value)
    {
        line.Append('{').Append(name);
        foreach (var c in string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } folded ? $" {folded}" : "")
        {
            line.Append(c is '{' or '}' or '\\' ? "\\" : "").Append(c);
        }

        line.Append('}');
    }

    private string Target(string? id) => id is null ? "" : targets.GetValueOrDefault(id, id);

    // Another part by its bytes, so that it is the same under another name; what is outside by its address.
    private static Dictionary<string, string> Targets(WordPackage package, string part)
    {
        var name = PackageRules.RelationshipsOf(part);
        var all = new Dictionary<string, string>();
        foreach (var relationship in package.Has(name) ? package.Xml(name).Root?.Elements() ?? [] : [])
        {
            var target = (string?)relationship.Attribute("Target") ?? "";
            var inside = PackageRules.Resolve(part, target);
            var external = "External".Equals((string?)relationship.Attribute("TargetMode"), StringComparison.OrdinalIgnoreCase);
            all[(string?)relationship.Attribute("Id") ?? ""] =
                !external && package.Has(inside) ? Convert.ToHexStringLower(SHA256.HashData(package.Bytes(inside))) : target;
        }

        return all;
    }
}
