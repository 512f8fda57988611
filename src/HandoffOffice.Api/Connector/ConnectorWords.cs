using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HandoffOffice.Api.Connector;

/// <summary>What the definition says to people: about itself, its parameters and its answers.</summary>
internal static partial class ConnectorDocument
{
    private static readonly IReadOnlyDictionary<string, (string Summary, string Description)> Parameters = new Dictionary<string, (string, string)>
    {
        ["id"] = ("Handoff ID", "The ID that creating a draft or a trigger has given."),
        ["workflow"] = ("Workflow", "The workflow that is started."),
        ["subscriptionId"] = ("Subscription ID", "The ID of the subscription."),
        ["state"] = ("State", "The state of the handoffs that are listed; InReview where none is chosen."),
        ["Idempotency-Key"] = ("Idempotency key", "Text of your own that is the same whenever you ask for the same thing. Without it, the same request within ten minutes is the same one."),
    };

    private const string OneOrAll = "Only what happens in this workflow; in every one where none is chosen.";

    private static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["200"] = "The action is done.",
        ["201"] = "It is made.",
        ["202"] = "It is on its way; the header Location says where to ask again.",
        ["204"] = "It is ended.",
        ["400"] = "The request can't be read.",
        ["403"] = "The connection may not do this.",
        ["404"] = "The organisation has no such thing.",
        ["409"] = "It is not possible in this state; the answer names the state.",
        ["422"] = "Some values need a correction; the answer names each.",
    };

    // What a designer shows only on demand, or not at all.
    private static readonly IReadOnlyDictionary<string, string> Visibility = new Dictionary<string, string>
    {
        ["CreateDraft"] = "important",
        ["GetApprovedText"] = "important",
        ["GetApprovedDocument"] = "important",
        ["GetRecordSchema"] = "internal",
        ["ListReviewers"] = "internal",
        ["GetDraft"] = "internal",
        ["EndSubscription"] = "internal",
        ["WhenApproved"] = "important",
    };

    // Inputs that a person who reports an error fills, and an application leaves out.
    private static readonly HashSet<string> OnDemand = ["shouldHaveCaught", "check", "checklistItem"];

    private static JsonObject Info() => new()
    {
        ["title"] = "HandoffOffice",
        ["description"] = "Has drafts written from structured data, checks them, and lets a flow go on only with what a named person has reviewed and signed.",
        ["version"] = "1.0",
        ["contact"] = new JsonObject { ["name"] = "HandoffOffice", ["url"] = "https://handoffoffice.example/support", ["email"] = "support@handoffoffice.example" },
    };

    private static JsonArray Metadata() => new(
        new JsonObject { ["propertyName"] = "Website", ["propertyValue"] = "https://handoffoffice.example" },
        new JsonObject { ["propertyName"] = "Privacy policy", ["propertyValue"] = "https://handoffoffice.example/privacy" },
        new JsonObject { ["propertyName"] = "Categories", ["propertyValue"] = "AI;Content and Files" });

    // The address of sign-in is the same in every organisation; which application is asked for stands in apiProperties.json.
    private static JsonObject Security() => new()
    {
        ["type"] = "oauth2",
        ["flow"] = "accessCode",
        ["authorizationUrl"] = "https://login.microsoftonline.com/common/oauth2/authorize",
        ["tokenUrl"] = "https://login.microsoftonline.com/common/oauth2/token",
        ["scopes"] = new JsonObject(),
    };

    /// <summary>A member's name in words: <c>dueAt</c> is "Due at", <c>handoffId</c> "Handoff ID".</summary>
    private static string Words(string name)
    {
        string words = Humps().Replace(name, match => $" {match.Value.ToLower(CultureInfo.InvariantCulture)}");
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + Ids().Replace(words[1..], " ID");
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Humps();

    [GeneratedRegex(" id$")]
    private static partial Regex Ids();
}
