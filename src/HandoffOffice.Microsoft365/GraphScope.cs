namespace HandoffOffice.Microsoft365;

/// <summary>A delegated permission of Microsoft Graph: what the product may do as the person who asked for it, and never on its own.</summary>
/// <param name="Name">As Microsoft Graph's permissions reference has it, such as <c>Mail.Send</c>.</param>
/// <param name="Why">What the product does with it, for the administrator who consents.</param>
public sealed record GraphScope(string Name, string Why)
{
    /// <summary>To send the mail that was approved, from the mailbox of the reviewer who releases it. Reads no mail.</summary>
    public static GraphScope SendMail { get; } = new("Mail.Send", "Send the approved mail from your mailbox when you release it.");

    /// <summary>To fetch and to save the document that was approved, among the files of the person themselves.</summary>
    public static GraphScope OwnFiles { get; } = new("Files.ReadWrite", "Fetch the document you chose and save the approved one in its place.");

    /// <summary>All that the product asks for.</summary>
    public static IReadOnlyList<GraphScope> All { get; } = [SendMail, OwnFiles];

    /// <summary>The scope as a token is asked for it (OAuth 2.0, RFC 6749 section 3.3).</summary>
    public Uri Identifier => new($"https://graph.microsoft.com/{Name}");
}
