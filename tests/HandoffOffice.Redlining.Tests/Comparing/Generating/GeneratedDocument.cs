using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>
/// A document as the trees of its stories. Notes and comments are generated inside the run that refers to them
/// (<see cref="NoteName"/>); putting together moves them to their parts and gives every id.
/// </summary>
internal sealed class GeneratedDocument
{
    /// <summary>Holds the paragraphs of a note or comment until the document is put together; the attribute <c>kind</c> says which.</summary>
    public static readonly XName NoteName = "note";

    private static readonly string[] NoteKinds = ["footnote", "endnote", "comment"];

    /// <summary>The parts by their file name in <c>word/</c>: <c>document</c>, <c>header1</c>, <c>footnotes</c>...</summary>
    public SortedDictionary<string, XElement> Stories { get; } = new(StringComparer.Ordinal);

    /// <summary>Relationship ids are written with this in front: another program gives others.</summary>
    public string IdPrefix { get; set; } = "r";

    /// <summary>What the settings say of editing sessions: noise.</summary>
    public string[] Sessions { get; set; } = [];

    public XElement Body => Stories["document"].Element(Wml.Ns + "body") ?? throw new InvalidOperationException("There is no body.");

    public GeneratedDocument Copy()
    {
        var copy = new GeneratedDocument { IdPrefix = IdPrefix, Sessions = Sessions };
        foreach (var (name, root) in Stories)
        {
            copy.Stories[name] = new XElement(root);
        }

        return copy;
    }

    /// <summary>Moves notes to their parts, drops those that nothing refers to, repeats text boxes in their fallbacks, gives ids. Doing it twice changes nothing.</summary>
    public GeneratedDocument PutTogether()
    {
        foreach (var box in Stories.Values.Descendants(Wml.Mc + "AlternateContent"))
        {
            var boxes = box.Descendants(Ooxml.TextBox).ToList();
            boxes[1].ReplaceWith(new XElement(boxes[0]));
        }

        foreach (var kind in NoteKinds)
        {
            MoveNotes(kind);
        }

        // Relationships of notes would need parts of their own; the generator puts no pictures there.
        GiveIds();
        return this;
    }

    public byte[] ToBytes() => Docx.Zip(PackageParts.Of(this).Select(part => (part.Key, part.Value)));

    public override string ToString() => string.Join('\n', Stories.Select(story => $"{story.Key}: {story.Value.ToString(SaveOptions.DisableFormatting)}"));

    private void MoveNotes(string kind)
    {
        var fresh = Stories.Values.Descendants(NoteName).Where(e => (string?)e.Attribute("kind") == kind).ToList();
        if (fresh.Count > 0 && !Stories.ContainsKey(kind + "s"))
        {
            Stories[kind + "s"] = kind == "comment" ? Wml.Story("comments") : Wml.Story(kind + "s", Separator(kind, "separator", -1), Separator(kind, "continuationSeparator", 0));
        }

        if (!Stories.TryGetValue(kind + "s", out var root))
        {
            return;
        }

        var next = root.Elements().Select(note => (int?)note.Attribute(Ooxml.Id) ?? 0).Append(0).Max() + 1;
        foreach (var note in fresh)
        {
            var id = next++;
            root.Add(Wml.E(kind, Wml.At("id", id), kind == "comment" ? new[] { Wml.At("author", "Ann"), Wml.At("date", "2021-01-02T03:04:05Z"), Wml.At("initials", "A") } : null, note.Elements()));
            Number(note, kind, id);
            note.Remove();
        }

        var referred = Stories.Values.Descendants(Wml.Ns + (kind + "Reference")).Select(e => (string?)e.Attribute(Ooxml.Id)).ToHashSet();
        root.Elements().Where(note => note.Attribute(Wml.Ns + "type") is null && !referred.Contains((string?)note.Attribute(Ooxml.Id))).Remove();
    }

    // A comment's range and reference are siblings of the run that held it.
    private static void Number(XElement note, string kind, int id)
    {
        var run = note.Parent ?? throw new InvalidOperationException("A note stands in a run.");
        run.Elements(Wml.Ns + (kind + "Reference")).First().SetAttributeValue(Ooxml.Id, id);
        if (kind == "comment")
        {
            run.ElementsBeforeSelf(Wml.Ns + "commentRangeStart").Last().SetAttributeValue(Ooxml.Id, id);
            run.ElementsBeforeSelf(Wml.Ns + "commentRangeEnd").Last().SetAttributeValue(Ooxml.Id, id);
        }
    }

    private void GiveIds()
    {
        foreach (var ids in new[]
        {
            Stories.Values.SelectMany(Ooxml.RevisionsOf).Attributes(Ooxml.Id),
            Stories.Values.Descendants(Wml.Wp + "docPr").Attributes("id"),
            Stories.Values.Descendants(Wml.Ns + "sdtPr").Elements(Wml.Ns + "id").Attributes(Wml.Ns + "val"),
        })
        {
            GiveIds([.. ids]);
        }

        foreach (var start in Stories.Values.Descendants(Wml.Ns + "bookmarkStart").ToList())
        {
            var name = (string?)start.Attribute(Wml.Ns + "name") ?? "";
            if (name.Length > 0)
            {
                continue;
            }

            var id = Stories.Values.Descendants(Wml.Ns + "bookmarkStart").Select(e => (int?)e.Attribute(Ooxml.Id) ?? 0).Max() + 1;
            start.ElementsAfterSelf(Wml.Ns + "bookmarkEnd").First().SetAttributeValue(Ooxml.Id, id);
            start.SetAttributeValue(Ooxml.Id, id);
            start.SetAttributeValue(Wml.Ns + "name", $"place{id}");
        }
    }

    // An id that is there and nobody else's stays: a block that is not edited keeps its bytes.
    private static void GiveIds(List<XAttribute> ids)
    {
        var used = new HashSet<int> { 0 };
        var free = ids.Select(id => (int)id).Append(0).Max();
        foreach (var id in ids.Where(id => !used.Add((int)id)))
        {
            id.SetValue(++free);
        }
    }

    private static XElement Separator(string kind, string type, int id) =>
        Wml.E(kind, Wml.At("type", type), Wml.At("id", id), Wml.Paragraph(Wml.Run(null, Wml.E(type))));
}
