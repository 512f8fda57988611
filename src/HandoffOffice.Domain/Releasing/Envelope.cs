namespace HandoffOffice.Domain.Releasing;

/// <summary>How a mail reaches somebody.</summary>
public enum RecipientKind
{
    /// <summary>The mail is for them.</summary>
    To,

    /// <summary>They get a copy, and everybody sees it.</summary>
    Cc,

    /// <summary>They get a copy, and nobody sees it.</summary>
    Bcc,
}

/// <summary>Where a mail goes.</summary>
/// <param name="Kind">How.</param>
/// <param name="Address">The address (RFC 5321). Compared without case: no server in use tells <c>Ann@</c> from <c>ann@</c>.</param>
public sealed record Recipient(RecipientKind Kind, string Address);

/// <summary>What goes along with a mail.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Digest">SHA-256 over its bytes.</param>
public sealed record SealedAttachment(string Name, Sha256Digest Digest);

/// <summary>What is around the content and leaves with it (C86).</summary>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="Recipients">Where a mail goes; empty for a document. Their order means nothing.</param>
/// <param name="Attachments">What a mail carries. Their order means nothing.</param>
/// <param name="Label">The id of the sensitivity label; null without one.</param>
public sealed record Envelope(string Subject, IReadOnlyList<Recipient> Recipients, IReadOnlyList<SealedAttachment> Attachments, string? Label)
{
    /// <summary>An envelope with a subject and nothing else.</summary>
    public static Envelope Of(string subject) => new(subject, [], [], null);

    /// <summary>What is not as in the sealed envelope, each as a sentence for a person; none when nothing is.</summary>
    public IEnumerable<string> ChangesSince(Envelope approved)
    {
        if (!string.Equals(Subject, approved.Subject, StringComparison.Ordinal))
        {
            yield return "the subject has changed.";
        }

        if (!Addresses(Recipients).SetEquals(Addresses(approved.Recipients)))
        {
            yield return "the recipients have changed.";
        }

        if (!Counted(Attachments).SequenceEqual(Counted(approved.Attachments)))
        {
            yield return "the attachments have changed.";
        }

        if (!string.Equals(Label, approved.Label, StringComparison.OrdinalIgnoreCase))
        {
            yield return "the sensitivity label has changed.";
        }
    }

    private static HashSet<(RecipientKind, string)> Addresses(IReadOnlyList<Recipient> recipients) =>
        [.. recipients.Select(recipient => (recipient.Kind, recipient.Address.ToUpperInvariant()))];

    private static IEnumerable<string> Counted(IReadOnlyList<SealedAttachment> attachments) =>
        attachments.Select(attachment => $"{attachment.Digest} {attachment.Name}").Order(StringComparer.Ordinal);
}
