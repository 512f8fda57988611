using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Writes into a content control, wherever it stands: around paragraphs, around a cell, or inside a paragraph (17.5.2.29-.32).</summary>
internal static class ControlWriter
{
    public static void Write(XElement control, SectionText section, Marking marking, List<InsertedSentence> inserted, string part)
    {
        if (control.Element(W.SdtContent) is not { } content || !SectionControls.TakesText(control))
        {
            throw NotWritable(section, part, "holds no text of its own");
        }

        var place = content.Elements(W.Tc).FirstOrDefault() ?? content;
        if (SectionControls.IsInline(control))
        {
            WriteInline(control, place, section, marking, inserted, part);
        }
        else
        {
            WriteParagraphs(control, place, section, marking, inserted);
        }

        control.Element(W.SdtPr)?.Elements(W.ShowingPlaceholder).Remove();
    }

    private static void WriteParagraphs(XElement control, XElement place, SectionText section, Marking marking, List<InsertedSentence> inserted)
    {
        var formatting = control.Element(W.SdtPr)?.Element(W.RPr);
        var paragraphs = section.Paragraphs.ToList();
        var existing = place.Elements(W.P).ToList();
        var vacant = SectionControls.IsPlaceholder(control) || (existing.Count == 1 && ParagraphMarks.IsEmpty(existing[0]) && !place.Elements(W.Tbl).Any());
        var last = existing.LastOrDefault();
        if (vacant)
        {
            var first = existing.FirstOrDefault();
            if (first is null)
            {
                first = new XElement(W.P);
                place.Add(first);
            }

            formatting ??= PlainFormatting(first);
            existing.Skip(1).Remove();
            first.Elements().Where(e => e.Name != W.PPr && !W.IsMarker(e)).Remove();
            first.Add(marking.Sentences(paragraphs[0], formatting, inserted));
            paragraphs.RemoveAt(0);
            last = first;
        }
        else if (last is not null)
        {
            formatting ??= PlainFormatting(last);
        }

        foreach (var paragraph in paragraphs)
        {
            var added = marking.Paragraph(last?.Element(W.PPr), marking.Sentences(paragraph, formatting, inserted).ToArray<object>());
            if (last is null)
            {
                place.Add(added);
            }
            else
            {
                last.AddAfterSelf(added);
            }

            last = added;
        }
    }

    private static void WriteInline(XElement control, XElement place, SectionText section, Marking marking, List<InsertedSentence> inserted, string part)
    {
        if (section.Paragraphs.Count > 1)
        {
            throw NotWritable(section, part, "stands inside a paragraph and cannot take several paragraphs");
        }

        var formatting = control.Element(W.SdtPr)?.Element(W.RPr) ?? Plain(place.Elements(W.R).LastOrDefault()?.Element(W.RPr));
        if (SectionControls.IsPlaceholder(control))
        {
            place.Elements().Where(e => !W.IsMarker(e)).Remove();
        }

        var needsSpace = RevisionText.Of(place) is { Length: > 0 } text && !char.IsWhiteSpace(text[^1]);
        place.Add(marking.Sentences(section.Paragraphs[0], formatting, inserted, afterText: needsSpace).ToList());
    }

    private static bool IsPlaceholder(XElement control) => control.Element(W.SdtPr)?.Element(W.ShowingPlaceholder) is not null;

    private static XElement? PlainFormatting(XElement paragraph) =>
        Plain(paragraph.Descendants(W.R).LastOrDefault()?.Element(W.RPr) ?? paragraph.Element(W.PPr)?.Element(W.RPr));

    /// <summary>The properties for a new run, without its changes. The look of a placeholder is not the look of the text that takes its place.</summary>
    public static XElement? Plain(XElement? properties)
    {
        if (properties is null || properties.Value("rStyle") == "PlaceholderText")
        {
            return null;
        }

        var plain = new XElement(properties);
        plain.Elements().Where(e => RevisionNames.KindOf(e) is not null).Remove();
        return plain.HasElements ? plain : null;
    }

    private static DocumentRefusedException NotWritable(SectionText section, string part, string why) =>
        new(RefusalCodes.ControlNotWritable, $"The content control '{section.Tag}' {why}.", part);
}
