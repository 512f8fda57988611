namespace HandoffOffice.Domain.Webhooks;

/// <summary>One thing that an address has to be before anything is sent to it.</summary>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Holds">Whether an address is so.</param>
/// <param name="Detail">What is wrong where it is not, for whoever subscribes.</param>
public sealed record CallbackRule(string Code, Func<Uri, bool> Holds, string Detail);

/// <summary>
/// Where the server lets itself be sent to call (OWASP, Server-Side Request Forgery Prevention): hosts that are named in its settings, by TLS. What their
/// names lead to is judged where they are looked up. A rule that is left out lets in what no other holds back.
/// </summary>
public static class CallbackRules
{
    /// <summary>Where flows of Power Automate and Logic Apps listen. A name stands for itself and everything below it.</summary>
    public static readonly IReadOnlyList<string> MicrosoftHosts = ["logic.azure.com", "azure-apim.net", "api.powerplatform.com"];

    /// <summary>The greatest length of an address in characters: a flow's has a signature of a few hundred in it.</summary>
    public const int MaxLength = 2048;

    /// <summary>The rules of an address.</summary>
    /// <param name="hosts">The hosts that may be called; each stands for itself and everything below it.</param>
    public static IReadOnlyList<CallbackRule> For(IReadOnlyCollection<string> hosts) =>
    [
        new("too-long", uri => uri.OriginalString.Length <= MaxLength, $"The address is longer than {MaxLength:N0} characters."),
        new("not-https", uri => uri.Scheme == Uri.UriSchemeHttps, "The address does not start with https."),
        new("other-port", uri => uri.Port == 443, "The address names another port than 443."),
        new("has-user", uri => uri.UserInfo.Length == 0, "The address has a user's name in it."),
        new("has-fragment", uri => uri.Fragment.Length == 0, "The address has a part after #, which no server gets."),
        new("other-host", uri => hosts.Any(host => IsWithin(uri.IdnHost, host)), "The server may not call this host. An administrator can add it to the setting Webhooks:Hosts."),
    ];

    /// <summary>The first rule that an address breaks, or null.</summary>
    /// <param name="address">What a subscriber gave, which may be anything.</param>
    /// <param name="rules">As <see cref="For"/> gives them.</param>
    /// <param name="uri">The address, where none is broken.</param>
    public static CallbackRule? Broken(string? address, IReadOnlyList<CallbackRule> rules, out Uri? uri)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out uri) || uri.Host.Length == 0 || address!.Any(char.IsControl))
        {
            uri = null;
            return new CallbackRule("not-an-address", _ => false, "This is no absolute address.");
        }

        Uri given = uri;
        CallbackRule? broken = rules.FirstOrDefault(rule => !rule.Holds(given));
        uri = broken is null ? given : null;
        return broken;
    }

    private static bool IsWithin(string host, string known) =>
        host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{known}", StringComparison.OrdinalIgnoreCase);
}
