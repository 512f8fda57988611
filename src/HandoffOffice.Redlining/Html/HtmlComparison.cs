namespace HandoffOffice.Redlining;

/// <summary>Compares the bodies of mails, or other HTML.</summary>
public static class HtmlComparison
{
    /// <summary>The longest HTML taken in, in UTF-16 units.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>The most words, spaces, punctuation marks and lines taken in, together.</summary>
    public const int MaxWords = 1_000_000;

    /// <summary>The deepest nesting of elements taken in.</summary>
    public const int MaxDepth = 300;

    /// <summary>
    /// The original with <c>ins</c> and <c>del</c> elements where the revised body says something else; nothing else of it is touched. Accepting
    /// all gives the revised text, rejecting all the original, character for character. What is inserted keeps its formatting as far as it is its
    /// own. Changes of formatting or of markup alone are not tracked.
    /// </summary>
    /// <remarks>
    /// What comes from the revised body is data: of its elements no scripts, frames, forms or embedded objects are taken over, of its attributes no
    /// event handlers and no addresses that run code. This is a last barrier, no sanitiser: what the original has stays, and who shows HTML of strangers has to
    /// clean it. <c>ins</c> and <c>del</c> elements that are not by this library are text like any other, in both bodies.
    /// </remarks>
    /// <param name="originalBody">HTML, whole or a fragment.</param>
    /// <param name="revisedBody">HTML, whole or a fragment.</param>
    /// <param name="author">Who the changes are by, and when.</param>
    /// <exception cref="HtmlRefusedException">A body was not taken in.</exception>
    public static ComparedHtml Compare(string originalBody, string revisedBody, RevisionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(author.Name);
        var (original, revised) = (HtmlSide.Of(originalBody), HtmlSide.Of(revisedBody));
        if (ReferenceEquals(originalBody, revisedBody) || originalBody == revisedBody)
            return new ComparedHtml(originalBody, 0, false);

        // Marks around blocks need blocks that are nested well. Where they are not, and the marks would not hold, words alone are marked.
        return Marked(original, revised, author, blocks: true)
            ?? Marked(original, revised, author, blocks: false)
            ?? throw new HtmlRefusedException(HtmlRefusals.Malformed, "The HTML is nested so wrongly that no marks hold in it.");
    }

    // Null when the marks do not give both texts back.
    internal static ComparedHtml? Marked(HtmlSide original, HtmlSide revised, RevisionAuthor author, bool blocks)
    {
        var writer = new HtmlMarkWriter(original.Html, author);
        new HtmlComparer(original, revised, writer, blocks).Compare();
        var html = writer.ToString();
        try
        {
            var accepted = HtmlRevisions.AcceptAll(html);
            return HtmlRevisions.RejectAll(html) == original.Html && HtmlLines.Text(accepted) == revised.Text
                ? new ComparedHtml(html, writer.Revisions, !HtmlMarkup.Same(accepted, revised.Html))
                : null;
        }
        catch (HtmlRefusedException refusal) when (refusal.Code is HtmlRefusals.StrayMark or HtmlRefusals.BadMark)
        {
            return null;
        }
    }
}

/// <summary>The original with the changes marked.</summary>
/// <param name="Html">Accepting all gives the revised text, rejecting all the original.</param>
/// <param name="Revisions">How many changes; 0 when the texts are the same.</param>
/// <param name="MarkupDiffers">
/// Accepting all gives the revised text, but not all of its markup: formatting, attributes, links, or elements that are not taken over.
/// </param>
public sealed record ComparedHtml(string Html, int Revisions, bool MarkupDiffers);
