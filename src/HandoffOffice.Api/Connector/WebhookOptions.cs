using HandoffOffice.Domain.Webhooks;

namespace HandoffOffice.Api.Connector;

/// <summary>Settings <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The hosts that may be called beside those of Power Automate and Logic Apps; each stands for itself and everything below it.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Whether receivers on this very machine are called too, without TLS and at any port: for trying it out. The host does not start with it outside of the environment Development.</summary>
    public bool Loopback { get; set; }

    /// <summary>How often a node looks for what is due when nothing wakes it.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one attempt may take, from the look-up of the name to the answer's end.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what was delivered, dropped or given up is kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);

    /// <summary>What an address has to be.</summary>
    public IReadOnlyList<CallbackRule> Rules() => CallbackRules.For([.. CallbackRules.MicrosoftHosts, .. Hosts]);
}
