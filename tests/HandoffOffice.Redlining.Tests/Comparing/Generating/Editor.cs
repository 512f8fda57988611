using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Comparing.Wml;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Carries out edits on a generated document, the way a person does: untracked, and leaving a valid document.</summary>
internal sealed class Editor(GeneratedDocument document)
{
    private static readonly HashSet<string> Marks = ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"];

    private static readonly string[] Toggles = ["b", "i", "strike"];
    private static readonly string[] RunPropertyOrder = ["b", "i", "strike", "color", "sz", "u", "vertAlign", "lang"];
    private static readonly string[] Alignments = ["center", "right", "both", "left"];

    /// <returns>Whether there was a place for the edit.</returns>
    public bool Apply(Edit edit)
    {
        var done = edit.Kind switch
        {
            EditKind.ChangeWord or EditKind.InsertWords or EditKind.DeleteWords => WordEdits.Rewrite(Texts("document"), edit),
            EditKind.ChangeNoteWord => WordEdits.Rewrite(Texts("footnotes", "endnotes"), edit),
            EditKind.ChangeHeaderWord => WordEdits.Rewrite(Texts("header", "footer"), edit),
            EditKind.ChangeFieldResult => WordEdits.Rewrite(Texts("document").Where(text => InField(text)), edit),
            EditKind.FormatRun => FormatRun(edit),
            EditKind.FormatParagraph => FormatParagraph(edit),
            EditKind.FormatSection => FormatSection(edit),
            EditKind.SplitParagraph => BlockEdits.Split(Paragraphs(), edit),
            EditKind.JoinParagraphs => BlockEdits.Join(Paragraphs(), edit),
            EditKind.InsertBlock => BlockEdits.Insert(document.Body, edit),
            EditKind.DeleteBlock => BlockEdits.Delete(document.Body, edit),
            EditKind.MoveBlock => BlockEdits.Move(document.Body, edit),
            EditKind.InsertRow or EditKind.DeleteRow or EditKind.InsertColumn or EditKind.DeleteColumn => TableEdits.Apply(document.Body.Descendants(Ns + "tbl"), edit),
            EditKind.InsertNote => InsertNote(edit),
            EditKind.DeleteNote => Remove(document.Body.Descendants().Where(e => e.Name == Ns + "footnoteReference" || e.Name == Ns + "endnoteReference").Select(e => e.Parent), edit),
            EditKind.SwapPicture => SwapPicture(edit),
            EditKind.DeleteInline => Remove(document.Body.Descendants().Where(IsInline), edit),
            EditKind.UnwrapControl => Unwrap(document.Body.Descendants(Ns + "sdt").Select(e => (e, e.Element(Ns + "sdtContent"))), edit),
            EditKind.AcceptEarlier => Unwrap(document.Body.Descendants(Ns + "ins").Where(e => e.Parent?.Name == Ooxml.P).Select(e => (e, (XElement?)e)), edit),
            EditKind.AddHeader => HeaderEdits.Add(document, edit),
            EditKind.RemoveHeader => HeaderEdits.Remove(document, edit),
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };
        Tidy();
        document.PutTogether();
        return done;
    }

    public static T? Choose<T>(IEnumerable<T> places, int number)
        where T : class
    {
        var list = places.ToList();
        return list.Count == 0 ? null : list[number % list.Count];
    }

    private IEnumerable<XElement> Paragraphs() => document.Body.Descendants(Ooxml.P).Where(p => !Ooxml.InFallback(p));

    // Not what somebody deleted, not what a text box repeats, not formulas.
    private List<XElement> Texts(params string[] stories) =>
        [.. document.Stories.Where(story => stories.Any(name => story.Key.StartsWith(name, StringComparison.Ordinal))).SelectMany(story => story.Value.Descendants(Ns + "t"))
            .Where(text => !Ooxml.InFallback(text))];

    private static bool InField(XElement text) =>
        text.Ancestors(Ns + "fldSimple").Any() || text.Parent?.ElementsBeforeSelf().Sum(run => Depth(run)) > 0;

    private static int Depth(XElement run) => (string?)run.Element(Ns + "fldChar")?.Attribute(Ns + "fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };

    private bool FormatRun(Edit edit)
    {
        if (Choose(Texts("document").Where(text => text.Ancestors(Ns + "ins").All(ins => ins.Parent?.Name != Ooxml.P)), edit.Place)?.Parent is not { } run)
        {
            return false;
        }

        var old = run.Element(Ns + "rPr");
        if (old?.Element(Ns + "rPrChange") is not null)
        {
            return false;
        }

        var name = Toggles[edit.Detail % Toggles.Length];
        var properties = new Dictionary<string, XElement>();
        foreach (var element in old?.Elements() ?? [])
        {
            properties[element.Name.LocalName] = element;
        }

        if (!properties.Remove(name))
        {
            properties[name] = E(name);
        }

        old?.Remove();
        run.AddFirst(E("rPr", RunPropertyOrder.Where(properties.ContainsKey).Select(key => new XElement(properties[key]))));
        return true;
    }

    private bool FormatParagraph(Edit edit)
    {
        if (Choose(Paragraphs().Where(p => p.Element(Ns + "pPr")?.Element(Ns + "sectPr") is null), edit.Place) is not { } paragraph)
        {
            return false;
        }

        var properties = paragraph.Element(Ns + "pPr");
        if (properties is null)
        {
            paragraph.AddFirst(properties = E("pPr"));
        }

        var align = properties.Element(Ns + "jc");
        align?.Remove();
        var next = Alignments.First(value => value != (string?)align?.Attribute(Ns + "val"));
        properties.Add(Val("jc", next));
        return true;
    }

    private bool FormatSection(Edit edit)
    {
        var margins = Choose(document.Body.Descendants(Ns + "pgMar"), edit.Place);
        margins?.SetAttributeValue(Ns + "left", 1000 + edit.Detail);
        return margins is not null;
    }

    private bool InsertNote(Edit edit)
    {
        if (Choose(Texts("document").Where(IsFree), edit.Place)?.Parent is not { } run)
        {
            return false;
        }

        var kind = edit.Detail % 2 == 0 ? "footnote" : "endnote";
        run.AddAfterSelf(Run(E("rPr", Val("vertAlign", "superscript")), E(kind + "Reference", At("id", 0)),
            new XElement(GeneratedDocument.NoteName, new XAttribute("kind", kind), Paragraph(Run(E("rPr", Val("vertAlign", "superscript")), E(kind + "Ref")), Run(edit.Words)))));
        return true;
    }

    // Outside of text boxes, which hold no notes.
    private static bool IsFree(XElement text) => text.Parent?.Parent?.Name == Ooxml.P && !text.Ancestors(Ooxml.TextBox).Any();

    private bool SwapPicture(Edit edit)
    {
        var picture = Choose(document.Body.Descendants(A + "blip"), edit.Place)?.Attribute(R + "embed");
        picture?.SetValue(picture.Value == "rImage1" ? "rImage2" : "rImage1");
        return picture is not null;
    }

    private static bool IsInline(XElement element) =>
        (element.Name == M + "oMath" || element.Name == Ns + "hyperlink" || element.Name == Ns + "fldSimple" || (element.Name == Ns + "sdt" && element.Parent?.Name == Ooxml.P)
            || (element.Name == Ns + "r" && element.Descendants().Any(e => e.Name == Ns + "drawing")))
        && !Ooxml.InFallback(element);

    private static bool Remove(IEnumerable<XElement?> places, Edit edit)
    {
        var place = Choose(places.OfType<XElement>(), edit.Place);
        place?.Remove();
        return place is not null;
    }

    private static bool Unwrap(IEnumerable<(XElement Outer, XElement? Content)> places, Edit edit)
    {
        var list = places.ToList();
        if (list.Count == 0)
        {
            return false;
        }

        var (outer, content) = list[edit.Place % list.Count];
        outer.ReplaceWith(content?.Elements());
        return true;
    }

    // What lost its other half goes.
    private void Tidy()
    {
        var all = document.Stories.Values.Descendants().ToList();
        foreach (var mark in all.Where(e => e.Name.Namespace == Ns && Marks.Contains(e.Name.LocalName)).ToList())
        {
            var name = mark.Name.LocalName;
            var other = Ns + (name.EndsWith("Start", StringComparison.Ordinal) ? name[..^5] + "End" : name[..^3] + "Start");
            var isAlone = !all.Exists(e => e.Name == other && (string?)e.Attribute(Ooxml.Id) == (string?)mark.Attribute(Ooxml.Id));
            var isEmpty = name.StartsWith("comment", StringComparison.Ordinal) && (int?)mark.Attribute(Ooxml.Id) != 0
                && !all.Exists(e => e.Name == Ns + "commentReference" && (string?)e.Attribute(Ooxml.Id) == (string?)mark.Attribute(Ooxml.Id));
            if (isAlone || isEmpty)
            {
                mark.Remove();
            }
        }
    }

    private static class WordEdits
    {
        public static bool Rewrite(IEnumerable<XElement> texts, Edit edit)
        {
            if (Choose(texts, edit.Place) is not { } text)
            {
                return false;
            }

            var words = text.Value.Split(' ').ToList();
            var at = edit.Detail % words.Count;
            switch (edit.Kind)
            {
                case EditKind.InsertWords:
                    words.InsertRange(at, edit.Words.Split(' '));
                    break;
                case EditKind.DeleteWords:
                    words.RemoveRange(at, Math.Min(words.Count - at, 1 + (edit.Detail % 3)));
                    break;
                default:
                    words[at] = edit.Words.Split(' ')[0] + (words[at].Length == 0 ? " " : "");
                    break;
            }

            text.Value = string.Join(' ', words);
            return true;
        }
    }
}
