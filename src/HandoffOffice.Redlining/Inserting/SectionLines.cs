using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>A sentence of a line with its place in the original text.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Start">Where its own text begins, and where a new one goes.</param>
/// <param name="End">Where it ends.</param>
internal sealed record SentencePlace(RevisedSentence Sentence, int Start, int End);

/// <summary>
/// A paragraph of a section that is revised: of the document, or new. The spaces between sentences go with those that come and go: behind
/// the sentences before the first that stays in any case, in front of those after it.
/// </summary>
internal sealed class SectionLine
{
    private readonly IReadOnlyList<SentencePlace> places;
    private readonly string text;

    /// <summary>Finds the sentences of a paragraph in the text of the document.</summary>
    /// <param name="revised">The paragraph.</param>
    /// <param name="element">What has the text, with the words that are pending deletion and without those that are pending insertion; null for a new paragraph.</param>
    public SectionLine(RevisedParagraph revised, XElement? element)
    {
        (Revised, Element) = (revised, element);
        text = element is null ? "" : SentencePlacer.OriginalText(element);
        places = Places();
    }

    public RevisedParagraph Revised { get; }

    public XElement? Element { get; }

    /// <summary>The paragraph that holds the text: the element itself, or around an inline control.</summary>
    public XElement? Paragraph => Element?.AncestorsAndSelf(W.P).First();

    /// <summary>Whether all of its sentences go.</summary>
    public bool Goes => Element is not null && Revised.Sentences.All(sentence => sentence.Text is null);

    // The first sentence that is there whatever is decided.
    private int Pillar => Revised.Sentences.ToList().FindIndex(sentence => sentence.Original is not null && sentence.Text is not null) is >= 0 and var at ? at : int.MaxValue;

    /// <summary>The edits that replace and delete its sentences.</summary>
    /// <param name="number">The paragraph's number in the main part.</param>
    public IEnumerable<(SentencePlace Place, DocumentEdit Edit)> Edits(int number)
    {
        var whole = RevisionText.Of(Paragraph!);
        var offset = Element == Paragraph ? 0 : SentencePlacer.OffsetIn(Paragraph!, Element!);
        var search = new WordSearch(whole);
        for (var at = 0; at < places.Count; at++)
        {
            var place = places[at];
            if (place.Sentence.Original is null || place.Sentence.Text == place.Sentence.Original)
            {
                continue;
            }

            var (start, end) = place.Sentence.Text is null ? WithSpace(at) : (place.Start, place.End);
            var words = whole.Substring(offset + start, end - start);
            var occurrence = search.Find(words, new TextRange(0, whole.Length)).IndexOf(offset + start) + 1;
            yield return (place, new DocumentEdit(
                new DocumentAnchor.Words(words, occurrence, new ParagraphPlace(number)), place.Sentence.Text ?? ""));
        }
    }

    /// <summary>Puts the new sentences of a paragraph of the document where they belong.</summary>
    public void Insert(Marking marking, Dictionary<string, List<string>> revisions)
    {
        var pillar = Pillar;
        var sentences = places.Select((place, index) => (place, index)).Where(item => item.place.Sentence.Original is null).ToList();
        // What stands at one place is put there from the inside out.
        foreach (var (place, _) in sentences.Where(item => item.index < pillar).Reverse())
        {
            SentencePlacer.PutBefore(Element!, place.Start, Marked(place.Sentence.Text + " ", place, marking, revisions));
        }

        foreach (var (place, _) in sentences.Where(item => item.index > pillar))
        {
            SentencePlacer.PutBehind(Element!, place.End, Marked(" " + place.Sentence.Text, place, marking, revisions));
        }
    }

    private XElement Marked(string words, SentencePlace place, Marking marking, Dictionary<string, List<string>> revisions)
    {
        var insertion = marking.Insertion(Marking.Run(words, ControlWriter.Plain(SentencePlacer.FormatAt(Element!, place.Start))));
        revisions[place.Sentence.Key] = [(string)insertion.Attribute(W.Id)!];
        return insertion;
    }

    private (int Start, int End) WithSpace(int at)
    {
        var (start, end) = (places[at].Start, places[at].End);
        var existing = places.Where(place => place.Sentence.Original is not null).ToList();
        var own = existing.IndexOf(places[at]);
        if (at > Pillar)
        {
            return (existing[own - 1].End, end);
        }

        return (Goes && own == 0 ? 0 : start, own + 1 < existing.Count ? existing[own + 1].Start : Goes ? text.Length : end);
    }

    // New sentences stand before the next one of the document as long as none stays, and behind the last one after that.
    private List<SentencePlace> Places()
    {
        var (found, at) = (new List<SentencePlace>(), 0);
        foreach (var original in Revised.Sentences.Select(sentence => sentence.Original).OfType<string>())
        {
            var start = text.IndexOf(original, at, StringComparison.Ordinal);
            if (start < 0 || !string.IsNullOrWhiteSpace(text[at..start]))
            {
                throw new ArgumentException("The document does not have the text that it is said to have.", nameof(original));
            }

            at = start + original.Length;
            found.Add(new SentencePlace(new RevisedSentence("", original, original), start, at));
        }

        if (Element is not null && !string.IsNullOrWhiteSpace(text[at..]))
        {
            throw new ArgumentException("The document has more text than it is said to have.");
        }

        var (places, next, pillar) = (new List<SentencePlace>(), 0, Pillar);
        foreach (var (sentence, index) in Revised.Sentences.Select((sentence, index) => (sentence, index)))
        {
            var place = sentence.Original is not null ? found[next++]
                : index < pillar ? (next < found.Count ? found[next] with { End = found[next].Start } : new SentencePlace(sentence, text.Length, text.Length))
                : found[next - 1] with { Start = found[next - 1].End };
            places.Add(place with { Sentence = sentence });
        }

        return places;
    }
}

/// <summary>The paragraphs of a section that is revised.</summary>
internal static class SectionLines
{
    /// <summary>Ties the paragraphs that are to be to those that the document has.</summary>
    /// <exception cref="DocumentRefusedException">The control is not there, or cannot take the text.</exception>
    /// <exception cref="ArgumentException">The document has other paragraphs than it is said to have.</exception>
    public static IReadOnlyList<SectionLine> Of(WordPackage package, RevisedSection section)
    {
        if (SectionControls.Find(package, section.Tag) is not { } control || !SectionControls.TakesText(control))
        {
            throw new DocumentRefusedException(RefusalCodes.ControlNotWritable, $"The content control '{section.Tag}' holds no text of its own.", package.Main.Uri);
        }

        var existing = SectionControls.Paragraphs(package, control).Where(paragraph => !string.IsNullOrWhiteSpace(SentencePlacer.OriginalText(paragraph))).ToList();
        var lines = new List<SectionLine>();
        var next = 0;
        foreach (var paragraph in section.Paragraphs)
        {
            var isNew = paragraph.Sentences.All(sentence => sentence.Original is null);
            lines.Add(new SectionLine(paragraph, isNew ? null : next < existing.Count ? existing[next++] : throw Other()));
        }

        return next == existing.Count ? lines : throw Other();

        ArgumentException Other() => new($"The section '{section.Tag}' has {existing.Count} paragraphs in the document.", nameof(section));
    }

    /// <summary>Puts new sentences and paragraphs in, and marks the paragraphs that go.</summary>
    public static void Write(IReadOnlyList<SectionLine> lines, string tag, string part, Marking marking, Dictionary<string, List<string>> revisions)
    {
        var first = lines.FirstOrDefault(line => line.Element is not null)
            ?? throw new ArgumentException($"The section '{tag}' has no text in the document to be revised.", nameof(lines));
        XElement? last = null;
        foreach (var line in lines)
        {
            if (line.Element is null)
            {
                var paragraph = New(line, first, last, tag, part, marking, revisions);
                if (last is null)
                {
                    first.Paragraph!.AddBeforeSelf(paragraph);
                }
                else
                {
                    last.AddAfterSelf(paragraph);
                }

                last = paragraph;
                continue;
            }

            line.Insert(marking, revisions);
            last = line.Paragraph!;
            if (line.Goes && line.Element == last && marking.DeletedMark(last) is { } mark)
            {
                line.Revised.Sentences.ToList().ForEach(sentence => revisions[sentence.Key].Add(mark));
            }
        }
    }

    private static XElement New(
        SectionLine line, SectionLine first, XElement? last, string tag, string part, Marking marking, Dictionary<string, List<string>> revisions)
    {
        if (first.Element != first.Paragraph)
        {
            throw new DocumentRefusedException(RefusalCodes.ControlNotWritable, $"The content control '{tag}' stands inside a paragraph and cannot take several paragraphs.", part);
        }

        var inserted = new List<InsertedSentence>();
        var like = last ?? first.Paragraph!;
        var text = new ParagraphText([.. line.Revised.Sentences.Select(sentence => new SentenceText(sentence.Key, sentence.Text!))]);
        var paragraph = marking.Paragraph(like.Element(W.PPr), marking.Sentences(text, ControlWriter.Plain(SentencePlacer.FormatAt(like, int.MaxValue)), inserted).ToArray<object>());
        inserted.ForEach(sentence => revisions[sentence.Key] = [sentence.RevisionId]);
        return paragraph;
    }
}
