using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Writes a draft into a document as tracked insertions, one for each sentence.</summary>
public static class SectionDrafting
{
    /// <summary>
    /// Puts each section into the content control with its tag, in the formatting of that place: instead of its placeholder, or after the
    /// text it has. A section whose tag the document lacks is appended to the body with its heading. What the draft does not touch stays as it is.
    /// Rejecting all of it gives the original text, accepting all of it every sentence: the file is read back and compared before it is given out.
    /// </summary>
    /// <param name="document">A .docx.</param>
    /// <param name="sections">The draft.</param>
    /// <param name="author">Who the insertions are by. The same input gives the same bytes.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in, or a control cannot take the text (<see cref="RefusalCodes.ControlNotWritable"/>).</exception>
    /// <exception cref="ArgumentException">A key is used twice, a sentence or the author's name is blank.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not what was to be written.</exception>
    public static DraftedDocument Insert(ReadOnlyMemory<byte> document, IReadOnlyList<SectionText> sections, RevisionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(author.Name, nameof(author));
        var clean = Clean(sections);
        if (clean.Count == 0)
        {
            return new DraftedDocument(document.ToArray(), []);
        }

        var package = WordPackage.Open(document);
        var scan = RevisionScan.Of(package);
        var marking = new Marking(scan, author);
        var inserted = new List<InsertedSentence>();
        foreach (var section in clean)
        {
            if (SectionControls.Find(package, section.Tag) is { } control)
            {
                ControlWriter.Write(control, section, marking, inserted, package.Main.Uri);
            }
            else
            {
                Appender.Write(package, section, marking, inserted);
            }
        }

        scan.Changes.Select(change => change.Part).Append(package.Main).DistinctBy(part => part.Name).ToList().ForEach(package.Changed);
        var file = package.ToBytes();
        Verify(document, file, clean, inserted);
        return new DraftedDocument(file, inserted);
    }

    /// <summary>What the controls with these tags say; a tag without a control is left out.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="tags">As in <see cref="SectionText.Tag"/>.</param>
    /// <param name="view">Whether with every change accepted or with every change rejected.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<ExistingSectionText> Existing(ReadOnlyMemory<byte> document, IReadOnlyList<string> tags, RevisionView view = RevisionView.Accepted)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var package = DocumentText.Settled(document, view);
        return
        [
            .. from tag in tags
               let control = SectionControls.Find(package, tag)
               where control is not null
               let paragraphs = SectionControls.Paragraphs(package, control).Select(RevisionText.Of).Where(text => !string.IsNullOrWhiteSpace(text))
               select new ExistingSectionText(tag, [.. paragraphs], SectionControls.TakesText(control)),
        ];
    }

    private static List<SectionText> Clean(IReadOnlyList<SectionText> sections)
    {
        var keys = new HashSet<string>();
        return
        [
            .. sections.Select(section => section with
            {
                Heading = string.IsNullOrWhiteSpace(section.Heading) ? null : RunText.OneLine(section.Heading).Trim(),
                Paragraphs = [.. section.Paragraphs.Where(paragraph => paragraph.Sentences.Count > 0)
                    .Select(paragraph => new ParagraphText([.. paragraph.Sentences.Select(sentence => Clean(sentence, keys))]))],
            }).Where(section => section.Paragraphs.Count > 0),
        ];
    }

    private static SentenceText Clean(SentenceText sentence, HashSet<string> keys)
    {
        if (!keys.Add(sentence.Key))
        {
            throw new ArgumentException($"The key '{sentence.Key}' is used for two sentences.", nameof(sentence));
        }

        var text = RunText.OneLine(sentence.Text).Trim();
        return text.Length > 0 ? sentence with { Text = text } : throw new ArgumentException($"The sentence '{sentence.Key}' is blank.", nameof(sentence));
    }

    private static void Verify(ReadOnlyMemory<byte> original, byte[] file, List<SectionText> sections, List<InsertedSentence> inserted)
    {
        var sentences = sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).ToDictionary(s => s.Key, s => s.Text);
        var texts = Revisions.List(file).ToDictionary(revision => revision.Id, revision => revision.Text);
        if (inserted.Count != sentences.Count || inserted.Any(sentence => texts.GetValueOrDefault(sentence.RevisionId) != sentences[sentence.Key]))
        {
            throw new EditNotLandedException("A sentence of the draft is not in the document as it was given.");
        }

        var accepted = DocumentText.ReadBody(file, RevisionView.Accepted);
        var missing = sections.SelectMany(section => section.Paragraphs)
            .FirstOrDefault(paragraph => !accepted.Contains(string.Join(' ', paragraph.Sentences.Select(s => s.Text)), StringComparison.Ordinal));
        if (missing is not null)
        {
            throw new EditNotLandedException("A paragraph of the draft would not be in the document after accepting it.");
        }

        if (!DocumentText.Read(file, RevisionView.Rejected).SelectMany(story => story.Paragraphs)
            .SequenceEqual(DocumentText.Read(original, RevisionView.Rejected).SelectMany(story => story.Paragraphs)))
        {
            throw new EditNotLandedException("Rejecting the draft would not give the original text.");
        }
    }
}

/// <summary>Makes elements of tracked insertions by one author at one time.</summary>
internal sealed class Marking(RevisionScan scan, RevisionAuthor author)
{
    /// <summary>An insertion mark: around runs, or in the properties of a paragraph mark.</summary>
    public XElement Insertion(params object?[] content) => Mark(W.Ins, Id(), content);

    private XElement Mark(XName name, string id, params object?[] content) => new(name,
        new XAttribute(W.Id, id), new XAttribute(W.Author, RunText.OneLine(author.Name)), new XAttribute(W.Date, Stamp.Of(author.Date)), content);

    /// <summary>An id not used by any revision.</summary>
    public string Id() => scan.NextId().ToString(CultureInfo.InvariantCulture);

    /// <summary>The sentences of a paragraph, each one insertion that holds the space behind it; after other text, the one before it (see Separators).</summary>
    public IEnumerable<XElement> Sentences(ParagraphText paragraph, XElement? runProperties, List<InsertedSentence> inserted, bool afterText = false)
    {
        for (var at = 0; at < paragraph.Sentences.Count; at++)
        {
            var sentence = paragraph.Sentences[at];
            var text = afterText ? " " + sentence.Text : at + 1 < paragraph.Sentences.Count ? sentence.Text + " " : sentence.Text;
            var insertion = Insertion(Run(text, runProperties));
            inserted.Add(new InsertedSentence(sentence.Key, (string?)insertion.Attribute(W.Id) ?? ""));
            yield return insertion;
        }
    }

    /// <summary>A paragraph that is wholly inserted, its mark too.</summary>
    public XElement Paragraph(XElement? properties, params object?[] content)
    {
        var own = properties is null ? new XElement(W.PPr) : new XElement(properties);
        own.Elements().Where(e => e.Name == W.SectPr || RevisionNames.KindOf(e) is not null).Remove();
        if (own.Element(W.RPr) is not { } mark)
        {
            mark = new XElement(W.RPr);
            own.Add(mark);
        }

        mark.Elements().Where(e => RevisionNames.KindOf(e) is not null).Remove();
        mark.AddFirst(Insertion());
        return new XElement(W.P, own, content);
    }

    /// <summary>Marks a paragraph's mark as deleted, and gives back the id; null where the mark has to stay because it ends a section of the document (17.6.18).</summary>
    public string? DeletedMark(XElement paragraph)
    {
        var properties = paragraph.Element(W.PPr);
        if (properties?.Element(W.SectPr) is not null)
        {
            return null;
        }

        if (properties is null)
        {
            properties = new XElement(W.PPr);
            paragraph.AddFirst(properties);
        }

        if (properties.Element(W.RPr) is not { } mark)
        {
            mark = new XElement(W.RPr);
            if (properties.Element(W.PPrChange) is { } change)
            {
                change.AddBeforeSelf(mark);
            }
            else
            {
                properties.Add(mark);
            }
        }

        var id = Id();
        mark.AddFirst(Mark(W.Del, id));
        return id;
    }

    public static XElement Run(string text, XElement? properties) =>
        new(W.R, properties is null ? null : new XElement(properties), RunText.Text(text));
}
