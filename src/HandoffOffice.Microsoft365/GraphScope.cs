namespace HandoffOffice.Microsoft365;

/// <summary>A delegated permission of Microsoft Graph: what the product may do as the person who asked for it, and never on its own.</summary>
/// <param name="Name">As Microsoft Graph's permissions reference has it, such as <c>Mail.Send</c>.</param>
/// <param name="Why">What the product does with it, for the administrator who consents.</param>
public sealed record GraphScope(string Name, string Why)
{
    /// <summary>To send the mail that was approved, from the mailbox of the person who releases it.</summary>
    public static GraphScope SendMail { get; } = new("Mail.Send", "Send the approved mail from your mailbox when you release it.");

    /// <summary>
    /// To put the approved mail into the mailbox as a draft, and to find that one mail again by its Message-ID before it is sent or sent again: the least that
    /// Microsoft Graph has for making a draft. It would allow to read and change all mail of the person; the product asks for nothing but this one mail's id.
    /// </summary>
    public static GraphScope OwnMail { get; } = new(
        "Mail.ReadWrite", "Put the approved mail into your drafts, and find it again by its id so that it is never sent twice. No other mail is read or changed.");

    /// <summary>To fetch and to save the document that was approved, among the files of the person themselves.</summary>
    public static GraphScope OwnFiles { get; } = new("Files.ReadWrite", "Fetch the document you chose and save the approved one in its place.");

    /// <summary>What sending a mail takes.</summary>
    public static IReadOnlyList<GraphScope> ToSendMail { get; } = [SendMail, OwnMail];

    /// <summary>All that the product asks for.</summary>
    public static IReadOnlyList<GraphScope> All { get; } = [.. ToSendMail, OwnFiles];

    /// <summary>The scope as a token is asked for it (OAuth 2.0, RFC 6749 section 3.3).</summary>
    /// <param name="graph">The address of Microsoft Graph; another in national clouds.</param>
    public Uri IdentifierAt(Uri graph) => new(graph, $"/{Name}");
}
