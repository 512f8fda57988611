namespace HandoffOffice.Domain.Releasing;

/// <summary>Makes of what was read from a finished file what a seal vouches for: the same for who seals, who releases and who verifies.</summary>
public static class ReleasableReading
{
    /// <summary>A document.</summary>
    /// <param name="paragraphs">The paragraphs of all stories as a reader sees them, what hides or redirects made visible in them.</param>
    /// <param name="label">The id of its sensitivity label; null without one.</param>
    /// <param name="subject">What it is about; a document does not carry it.</param>
    /// <param name="file">SHA-256 over its bytes without a proof.</param>
    public static ReleasableContent Document(IEnumerable<string> paragraphs, string? label, string subject, Sha256Digest file) => new(
        CanonicalContent.DocumentForm, Sha256Digest.Of(CanonicalContent.Of(paragraphs)), file, Envelope.Of(subject) with { Label = label });

    /// <summary>A mail.</summary>
    /// <param name="html">Its HTML body; null without one.</param>
    /// <param name="plain">The plain text beside it.</param>
    /// <param name="envelope">What is around it.</param>
    /// <param name="file">SHA-256 over its bytes without a proof.</param>
    /// <exception cref="FormatException">It has no HTML body, that body can't be read, or the plain text beside it says something else.</exception>
    public static ReleasableContent Mail(string? html, string? plain, Envelope envelope, Sha256Digest file)
    {
        string form = Form(html);
        return PlainForm(plain) == form ? Content(form, envelope, file) : throw PlainDiffers();
    }

    /// <summary>A mail that was sent from where it was written: below the approved text may stand what stood there before.</summary>
    /// <param name="html">Its HTML body; null without one.</param>
    /// <param name="plain">The plain text beside it.</param>
    /// <param name="tail">What stood there before, by the mail's own word.</param>
    /// <param name="approved">The digest of the approved text.</param>
    /// <param name="envelope">What is around it.</param>
    /// <param name="file">SHA-256 over its bytes without a proof.</param>
    /// <returns>What is above, and the form of what is below, empty where that is nothing.</returns>
    /// <exception cref="FormatException">As with <see cref="Mail"/>; the plain text may go on below the approved text only where the HTML does.</exception>
    public static (ReleasableContent Above, string Below) SentMail(string? html, string? plain, CapturedTail? tail, Sha256Digest approved, Envelope envelope, Sha256Digest file) =>
        CapturedTail.Split(Form(html), tail, approved) is not (var above, { Length: > 0 } below) ? (Mail(html, plain, envelope, file), string.Empty)
        : $"{PlainForm(plain)}\n".StartsWith($"{above}\n", StringComparison.Ordinal) ? (Content(above, envelope, file), below)
        : throw PlainDiffers();

    private static ReleasableContent Content(string form, Envelope envelope, Sha256Digest file) => new(CanonicalHtml.Form, Sha256Digest.Of(form), file, envelope);

    private static string Form(string? html)
    {
        CanonicalHtmlForm form = CanonicalHtml.Of(html ?? throw new FormatException("The mail has no HTML body."));
        return form.Error is null ? form.Text : throw new FormatException(form.Error.Detail);
    }

    // A client that shows plain text must not show another text. In text only these two characters begin something else.
    private static string PlainForm(string? plain) => CanonicalHtml.Of(string.Concat((plain ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n")
        .Select(paragraph => $"<p>{paragraph.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</p>"))).Text;

    private static FormatException PlainDiffers() => new("The mail's plain text is not what its HTML says.");
}
