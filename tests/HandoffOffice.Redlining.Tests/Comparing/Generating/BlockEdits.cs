using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Comparing.Wml;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Edits of whole paragraphs and tables.</summary>
internal static class BlockEdits
{
    /// <summary>Splits a paragraph inside one of its plain runs, at a space.</summary>
    public static bool Split(IEnumerable<XElement> paragraphs, Edit edit)
    {
        var runs = paragraphs.SelectMany(p => p.Elements(Ns + "r").Where(CanSplit));
        if (Editor.Choose(runs, edit.Place) is not { Parent: { } paragraph } run || run.Element(Ns + "t") is not { } text)
        {
            return false;
        }

        var spaces = Enumerable.Range(1, text.Value.Length - 1).Where(n => text.Value[n - 1] == ' ').ToList();
        var at = spaces.Count == 0 ? text.Value.Length : spaces[edit.Detail % spaces.Count];
        var second = new XElement(run);
        second.Elements(Ns + "t").First().Value = text.Value[at..];
        var rest = run.ElementsAfterSelf().ToList();
        text.Value = text.Value[..at];
        rest.ForEach(e => e.Remove());

        // The section goes with the second half: its mark is the one that was there.
        var properties = paragraph.Element(Ns + "pPr");
        var firstProperties = properties is null ? null : new XElement(properties);
        firstProperties?.Element(Ns + "sectPr")?.Remove();
        properties?.Remove();
        paragraph.AddFirst(firstProperties);
        paragraph.AddAfterSelf(Paragraph(properties, second, rest));
        return true;
    }

    /// <summary>Joins a paragraph with the next; the second's properties stay, for its mark does.</summary>
    public static bool Join(IEnumerable<XElement> paragraphs, Edit edit)
    {
        var firsts = paragraphs.Where(p => p.Element(Ns + "pPr")?.Element(Ns + "sectPr") is null && p.ElementsAfterSelf().FirstOrDefault()?.Name == Ooxml.P);
        if (Editor.Choose(firsts, edit.Place) is not { } first)
        {
            return false;
        }

        var second = first.ElementsAfterSelf().First();
        var content = first.Elements().Where(e => e.Name != Ns + "pPr").ToList();
        first.Remove();
        content.ForEach(e => e.Remove());
        if (second.Element(Ns + "pPr") is { } properties)
        {
            properties.AddAfterSelf(content);
        }
        else
        {
            second.AddFirst(content);
        }

        return true;
    }

    public static bool Insert(XElement body, Edit edit)
    {
        var places = Blocks(body).Append(body.Elements().Last());
        Editor.Choose(places, edit.Place)?.AddBeforeSelf(new XElement(edit.Block));
        return true;
    }

    public static bool Delete(XElement body, Edit edit)
    {
        if (Editor.Choose(Blocks(body), edit.Place) is not { } block)
        {
            return false;
        }

        block.Remove();
        return true;
    }

    /// <summary>Takes a block somewhere else in the body.</summary>
    public static bool Move(XElement body, Edit edit)
    {
        if (Editor.Choose(Blocks(body).Where(b => b.Name != Ns + "sdt"), edit.Place) is not { } block)
        {
            return false;
        }

        var next = block.ElementsAfterSelf().FirstOrDefault();
        if (Editor.Choose(body.Elements().Where(e => e != block && e != next), edit.Detail) is not { } target)
        {
            return false;
        }

        block.Remove();
        target.AddBeforeSelf(block);
        return true;
    }

    // The end of a section is not moved or deleted, and a body keeps one block.
    private static List<XElement> Blocks(XElement body)
    {
        var blocks = body.Elements().Where(e => e.Name != Ns + "sectPr" && e.Element(Ns + "pPr")?.Element(Ns + "sectPr") is null).ToList();
        return blocks.Count > 1 ? blocks : [];
    }

    private static bool CanSplit(XElement run) =>
        run.Elements().All(e => e.Name == Ns + "t" || e.Name == Ns + "rPr") && run.Element(Ns + "t") is { Value.Length: > 2 }
        && run.ElementsBeforeSelf().Sum(Depth) == 0;

    private static int Depth(XElement run) => (string?)run.Element(Ns + "fldChar")?.Attribute(Ns + "fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
}
