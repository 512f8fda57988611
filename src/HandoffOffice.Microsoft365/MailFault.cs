namespace HandoffOffice.Microsoft365;

/// <summary>What a mailbox answered instead of doing what it was told.</summary>
/// <param name="Code">Microsoft Graph's own code, such as <c>ErrorSendAsDenied</c>, or <c>no-answer</c>. Never a text.</param>
/// <param name="IsRefusal">Whether it is certain that nothing was done.</param>
/// <param name="RetryAfter">How long it asks to wait; null where it does not say.</param>
public sealed record MailFault(string Code, bool IsRefusal, TimeSpan? RetryAfter = null)
{
    /// <summary>The connection broke, or time ran out: it may have been done.</summary>
    public static MailFault NoAnswer { get; } = new("no-answer", IsRefusal: false);
}

/// <summary>A message of a mailbox.</summary>
/// <param name="Id">Its id, which is another once it is sent or moved.</param>
/// <param name="MessageId">Its Message-ID in its angle brackets.</param>
/// <param name="IsDraft">Whether it was not sent.</param>
public sealed record MailboxMessage(string Id, string MessageId, bool IsDraft);
