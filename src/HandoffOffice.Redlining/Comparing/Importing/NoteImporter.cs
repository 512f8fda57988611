using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Footnotes, endnotes (17.11) and comments (17.13.4). The reference is matched in the text; the notes of matched references are compared,
/// the note of an inserted reference is added as inserted text, the note of a deleted one becomes deleted text. A comment that comes or
/// goes does so with its reference alone: nobody tracks changes in comments.
/// </summary>
internal sealed class NoteImporter(Comparison comparison)
{
    private const string New = "new:";

    private readonly Kind foot = new(comparison, "footnote");
    private readonly Kind end = new(comparison, "endnote");
    private readonly Kind comment = new(comparison, "comment");

    /// <summary>Whether an element refers to a note or a comment.</summary>
    public static bool IsReference(XName name) => name.Namespace == W.Ns && name.LocalName is "footnoteReference" or "endnoteReference" or "commentReference";

    /// <summary>What a reference of the revised document is known by: the id of the note of the original that is most like its own.</summary>
    public string IdentityOfRevised(XName reference, string id) => Of(reference).IdentityOfRevised(id);

    /// <summary>The id in the original of a note that comes with an inserted reference.</summary>
    public string Import(XName reference, string id) => Of(reference).Import(id);

    /// <summary>Whether the original has no note that one of the revised document is like.</summary>
    public bool IsNew(XName reference, string id) => IdentityOfRevised(reference, id).StartsWith(New, StringComparison.Ordinal);

    /// <summary>The id in the original of a note that came; null when it did not come.</summary>
    public string? Imported(XName reference, string id) => Of(reference).Imported(id);

    /// <summary>Says that a reference was deleted.</summary>
    public void Deleted(XName reference, string id) => Of(reference).Deleted(id);

    /// <summary>Says that two references are the same.</summary>
    public void Matched(XName reference, string id, string revisedId) => Of(reference).Matched(id, revisedId);

    /// <summary>Compares and writes the notes.</summary>
    public void Apply()
    {
        foot.Apply();
        end.Apply();
        comment.Apply();
    }

    private Kind Of(XName reference) => reference.LocalName switch { "footnoteReference" => foot, "endnoteReference" => end, _ => comment };

    private sealed class Kind(Comparison comparison, string name)
    {
        private readonly bool tracked = name != "comment";
        private readonly Dictionary<string, string> matched = [];
        private readonly HashSet<string> deleted = [];
        private readonly Dictionary<string, string> imported = [];
        // In the order in which they came.
        private readonly List<(string Id, string NewId)> arrivals = [];
        // A note that was rewritten in its place is still the note of that place.
        private const double Base = 0.1;

        private Notes? original;
        private Notes? revised;
        private Dictionary<string, string>? pairs;
        private int? lastId;

        private Notes Original => original ??= new Notes(comparison.Original, name);

        private Notes Revised => revised ??= new Notes(comparison.Revised, name);

        public string IdentityOfRevised(string id)
        {
            if (!Revised.ById.ContainsKey(id))
            {
                // A reference without a note is the same as another without one.
                return Original.ById.ContainsKey(id) ? New + id : id;
            }

            pairs ??= Pairing.By(Original.Ids.Count, Revised.Ids.Count,
                (x, y) => Base + Original.Words[x].Likeness(Revised.Words[y]), Base).ToDictionary(pair => Revised.Ids[pair.B], pair => Original.Ids[pair.A]);
            return pairs.GetValueOrDefault(id, New + id);
        }

        public string Import(string id)
        {
            if (!imported.TryGetValue(id, out var known))
            {
                // A part that is made for them has the separators of the revised document.
                lastId ??= (Original.Part is null ? Revised.All : Original.All)
                    .Select(n => int.TryParse(n, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : 0).Append(0).Max();
                imported[id] = known = (++lastId).Value.ToString(CultureInfo.InvariantCulture);
                arrivals.Add((id, known));
            }

            return known;
        }

        public string? Imported(string id) => imported.GetValueOrDefault(id);

        public void Deleted(string id) => deleted.Add(id);

        public void Matched(string id, string revisedId) => matched[id] = revisedId;

        public void Apply()
        {
            if (Original.Part is null && (imported.Count == 0 || Revised.Part is null))
            {
                return;
            }

            var part = Original.Part ?? Create();
            var from = Revised.Part is { } source ? comparison.PartOfRevised(source) : null;
            var target = new PartTarget(comparison.PartOfOriginal(part));
            var blocks = from is null ? null : new BlockComparison(comparison, target, from);
            var text = target.Part.Map.Text;
            var output = new StringBuilder();
            var root = target.Part.Map.Root;
            var at = root.Span.Content;
            foreach (var note in root.Children)
            {
                output.Append(text, at, note.Span.Start - at);
                at = note.Span.End;
                var id = note.Attribute(W.Id) ?? "";
                var inner = matched.TryGetValue(id, out var partner) && Revised.ById.TryGetValue(partner, out var revisedNote) ? blocks?.Compare(note, revisedNote)
                    : tracked && deleted.Contains(id) && !matched.ContainsKey(id) ? new BlockComparison(comparison, target, from ?? target.Part).Delete(note)
                    : null;
                if (inner is null)
                {
                    output.Append(note.Raw);
                }
                else
                {
                    output.Append(note.OpenTag).Append(inner).Append("</").Append(note.QualifiedName).Append('>');
                }
            }

            var listed = 0;
            while (blocks is not null && from is not null && listed < arrivals.Count)
            {
                // A note may bring another along.
                var (id, newId) = arrivals[listed++];
                if (Revised.ById.TryGetValue(id, out var note))
                {
                    Add(output, note, newId, target, from, blocks);
                }
            }

            if (!root.IsEmpty)
            {
                output.Append(text, at, root.Span.ContentEnd - at);
            }

            var inside = output.ToString();
            if (!root.Inner.SequenceEqual(inside))
            {
                comparison.Original.Package.Replace(part, target.WithInside(inside));
            }
        }

        private void Add(StringBuilder output, XmlElement note, string id, PartTarget target, SidePart from, BlockComparison blocks)
        {
            var w = target.Word;
            output.Append('<').Append(w).Append(name).Append(' ').Append(w).Append("id=\"").Append(id).Append('"');
            foreach (var attribute in (ReadOnlySpan<string>)["author", "date", "initials"])
            {
                if (note.Attribute(W.Ns + attribute) is { } value)
                {
                    output.Append(' ').Append(w).Append(attribute).Append("=\"").Append(XmlEscape.Attribute(value)).Append('"');
                }
            }

            output.Append('>');
            if (tracked)
            {
                blocks.Insert(output, note);
            }
            else
            {
                new ElementImporter(comparison, from, target).Children(output, note);
            }

            output.Append("</").Append(w).Append(name).Append('>');
        }

        // The separators come with the part; nothing in the original can refer to them by other ids (17.11.9, .10).
        private string Create()
        {
            var source = Revised.Part ?? throw new InvalidOperationException("A reference without a part of notes was imported.");
            var map = comparison.Revised.Map(source);
            var separators = string.Concat(Revised.Special.Select(note => note.Raw.ToString()));
            var part = comparison.Edits.AddPart(PackageRules.Resolve(comparison.Original.Main, name + "s.xml"), PackageRules.WordType + name + "s+xml",
                Encoding.UTF8.GetBytes($"{map.Text.AsSpan(0, map.Root.Span.Content)}{separators}</{map.Root.QualifiedName}>"));
            comparison.Edits.Relate(comparison.Original.Main, PackageRules.RelationshipType + name + "s", part, external: false);
            return part;
        }
    }

    private sealed class Notes
    {
        public Notes(Side side, string name)
        {
            Part = side.Related(side.Main, name + "s");
            if (Part is null)
            {
                return;
            }

            foreach (var note in side.Map(Part).Root.Children)
            {
                if (note.Name != W.Ns + name || note.Attribute(W.Id) is not { } id)
                {
                    continue;
                }

                All.Add(id);
                if (note.Attribute(W.Ns + "type") is null or "normal")
                {
                    if (ById.TryAdd(id, note))
                    {
                        Ids.Add(id);
                        Words.Add(WordBag.Of(note));
                    }
                }
                else
                {
                    Special.Add(note);
                }
            }
        }

        public string? Part { get; }

        public Dictionary<string, XmlElement> ById { get; } = [];

        public List<string> Ids { get; } = [];

        /// <summary>The ids of all, those of separators with them.</summary>
        public List<string> All { get; } = [];

        public List<WordBag> Words { get; } = [];

        public List<XmlElement> Special { get; } = [];
    }
}
