using System.Xml.Linq;
using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>
/// What a document says with some of its edits, worked out from its text alone: paragraphs with their numbers, and edits of them. Empty paragraphs
/// do not count: which of them has to stay is not the text's business.
/// </summary>
internal sealed class EditModel
{
    // Stands in for the mark of a paragraph that an edit begins.
    private const char Mark = '\0';

    private readonly List<(string Part, int Number, string Text, XElement Paragraph)> paragraphs = [];
    private readonly List<ModelEdit> edits = [];

    public EditModel(byte[] document)
    {
        var package = RawPackage.Of(document);
        foreach (var story in DocumentText.Read(document, RevisionView.Accepted))
        {
            var all = package.Tree(story.Part[1..]).Descendants(Ooxml.P).Select((paragraph, number) => (paragraph, number)).Where(one => !Ooxml.InFallback(one.paragraph)).ToList();
            Assert.Equal(all.Count, story.Paragraphs.Count);
            paragraphs.AddRange(all.Zip(story.Paragraphs, (one, text) => (story.Part, one.number, text, one.paragraph)));
        }
    }

    public IReadOnlyList<DocumentEdit> Edits => [.. edits.Select(edit => edit.Edit)];

    /// <summary>Makes one more edit; the numbers choose what. Where there is no place for it, none is made.</summary>
    public void Add(int kind, int place, int start, int length, string words)
    {
        var chosen = place % paragraphs.Count;
        var (part, number, text, paragraph) = paragraphs[chosen];
        var at = new ParagraphPlace(number, part, Expected: text);
        var single = words.Replace(Mark, ' ');
        var holdsMore = paragraph.Descendants(Ooxml.P).Any() || paragraph.Descendants().Any(e => e.Name.LocalName is "footnoteReference" or "endnoteReference");
        switch (kind)
        {
            case 0 when !holdsMore:
                edits.Add(new ModelEdit(chosen, null, 1, words, new DocumentEdit(new DocumentAnchor.BehindParagraph(at), words.Replace(Mark, '\n'))));
                break;
            case 1:
                edits.Add(new ModelEdit(chosen, null, -1, words, new DocumentEdit(new DocumentAnchor.BeforeParagraph(at), words.Replace(Mark, '\n'))));
                break;
            case 2 when !holdsMore:
                edits.Add(new ModelEdit(chosen, (0, text.Length), 0, "", new DocumentEdit(new DocumentAnchor.Paragraph(at), "")));
                break;
            case 3 when !(holdsMore && words.Length == 0) && !text.Contains('\n', StringComparison.Ordinal):
                edits.Add(new ModelEdit(chosen, (0, text.Length), 0, holdsMore ? single : words, new DocumentEdit(new DocumentAnchor.Paragraph(at), holdsMore ? single : words.Replace(Mark, '\n'))));
                break;
            default:
                AddWords(chosen, at, text, start, length, holdsMore ? single : words);
                break;
        }
    }

    /// <summary>What the document says with the edits that are chosen by their index.</summary>
    public string With(Func<int, bool> chosen)
    {
        var lines = new List<string>();
        foreach (var (paragraph, index) in paragraphs.Select((paragraph, index) => (paragraph, index)))
        {
            var own = edits.Select((edit, number) => (edit, number)).Where(one => one.edit.Paragraph == index && chosen(one.number)).Select(one => one.edit).ToList();
            var text = paragraph.Text;
            foreach (var edit in own.Where(edit => edit.Range is not null).OrderByDescending(edit => edit.Range))
            {
                var (start, length) = edit.Range ?? default;
                text = text.Remove(start, length).Insert(start, edit.Text);
            }

            lines.AddRange(own.Where(edit => edit.Side < 0).Select(edit => edit.Text).Append(text).Concat(own.Where(edit => edit.Side > 0).Select(edit => edit.Text))
                .SelectMany(words => words.Split(Mark)).Select(line => $"{paragraph.Part}: {line}").Where(line => !line.EndsWith(": ", StringComparison.Ordinal)));
        }

        return string.Join('\n', lines);
    }

    /// <summary>What a file says, in the same form.</summary>
    public static string Of(byte[] file, RevisionView view = RevisionView.Accepted) => string.Join('\n',
        DocumentText.Read(file, view).SelectMany(story => story.Paragraphs.Where(line => line.Length > 0).Select(line => $"{story.Part}: {line}")));

    // Words from one space to another; only such as are there once.
    private void AddWords(int chosen, ParagraphPlace at, string text, int start, int length, string words)
    {
        var places = text.Split(' ');
        var from = start % places.Length;
        var find = string.Join(' ', places.Skip(from).Take(1 + (length % 4)));
        var place = text.IndexOf(find, StringComparison.Ordinal);
        if (find.Length > 0 && place == text.LastIndexOf(find, StringComparison.Ordinal) && !find.Contains('\n', StringComparison.Ordinal))
        {
            edits.Add(new ModelEdit(chosen, (place, find.Length), 0, words, new DocumentEdit(new DocumentAnchor.Words(find, In: at), words.Replace(Mark, '\n'))));
        }
    }

    private sealed record ModelEdit(int Paragraph, (int Start, int Length)? Range, int Side, string Text, DocumentEdit Edit);
}
