namespace HandoffOffice.Domain.Releasing;

/// <summary>Makes of what was read from a finished file what a seal vouches for: the same for who seals, who releases and who verifies.</summary>
public static class ReleasableReading
{
    /// <summary>A document.</summary>
    /// <param name="paragraphs">The paragraphs of all stories as a reader sees them, what hides or redirects made visible in them.</param>
    /// <param name="properties">Its custom properties.</param>
    /// <param name="subject">What it is about; a document does not carry it.</param>
    /// <param name="file">SHA-256 over its bytes without a proof.</param>
    public static ReleasableContent Document(IEnumerable<string> paragraphs, IEnumerable<KeyValuePair<string, string>> properties, string subject, Sha256Digest file) => new(
        CanonicalContent.DocumentForm, Sha256Digest.Of(CanonicalContent.Of(paragraphs)), file, Envelope.Of(subject) with { Label = SensitivityLabel.Of(properties) });

    /// <summary>A mail.</summary>
    /// <param name="html">Its HTML body; null without one.</param>
    /// <param name="plain">The plain text beside it.</param>
    /// <param name="envelope">What is around it.</param>
    /// <param name="file">SHA-256 over its bytes without a proof.</param>
    /// <exception cref="FormatException">It has no HTML body, that body can't be read, or the plain text beside it says something else.</exception>
    public static ReleasableContent Mail(string? html, string? plain, Envelope envelope, Sha256Digest file)
    {
        CanonicalHtmlForm form = CanonicalHtml.Of(html ?? throw new FormatException("The mail has no HTML body."));
        if (form.Error is { } error)
        {
            throw new FormatException(error.Detail);
        }

        // A client that shows plain text must not show another text. In text only these two characters begin something else.
        string paragraphs = string.Concat((plain ?? string.Empty).ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => $"<p>{paragraph.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</p>"));
        return CanonicalHtml.Of(paragraphs).Text == form.Text
            ? new ReleasableContent(CanonicalHtml.Form, Sha256Digest.Of(form.Text), file, envelope)
            : throw new FormatException("The mail's plain text is not what its HTML says.");
    }
}
