using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models;

/// <summary>The settings <c>Models:AzureOpenAI:*</c>: which deployment drafts, and how it is reached.</summary>
public sealed class AzureOpenAIOptions
{
    /// <summary>Where these settings stand.</summary>
    public const string Section = "Models:AzureOpenAI";

    /// <summary>The resource's address, such as <c>https://contoso.openai.azure.com</c>. Https, except on this machine.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The deployment's name.</summary>
    public string? Deployment { get; set; }

    /// <summary>The resource's key; without one the process's own identity is used (managed identity, or what the developer is signed in with).</summary>
    public string? Key { get; set; }

    /// <summary>How often a request that was turned away is tried again before any of the answer has come: 0 to 5. Never after.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Seconds that the service may be silent, at the start and between two parts of the answer: 1 to 300.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// The tasks that it is for, in <c>GoodFor:0</c> and so on: <c>Writing</c>, <c>Reasoning</c>, <c>Extraction</c>, <c>Code</c>, <c>Images</c>. The
    /// first three where none is set.
    /// </summary>
    public IReadOnlyList<ModelTask> GoodFor { get; set; } = [];

    /// <summary>The tasks that it is known to do badly, in <c>NotFor:0</c> and so on.</summary>
    public IReadOnlyList<ModelTask> NotFor { get; set; } = [];

    /// <summary>What the register of models says of it (C07).</summary>
    internal RegisteredModel Registered => new(
        Deployment ?? string.Empty, GoodFor.Count > 0 ? GoodFor : [.. new[] { ModelTask.Writing, ModelTask.Reasoning, ModelTask.Extraction }.Except(NotFor)], NotFor);

    /// <summary>Whether any of the three settings that name a deployment is set.</summary>
    internal bool IsGiven => Endpoint is not null || !string.IsNullOrWhiteSpace(Deployment) || !string.IsNullOrWhiteSpace(Key);

    /// <summary>What is wrong with the settings, each naming its own; none when they are sound.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Endpoint switch
        {
            null => ["Models:AzureOpenAI:Endpoint is missing. Give the resource's address, such as https://contoso.openai.azure.com."],
            { IsAbsoluteUri: false } => ["Models:AzureOpenAI:Endpoint is no absolute address. Give one such as https://contoso.openai.azure.com."],
            { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => Array.Empty<string>(),
            _ => ["Models:AzureOpenAI:Endpoint is not https. Records and keys go there only over TLS."],
        },
        .. Endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? ["Models:AzureOpenAI:Endpoint has a user or password in it. Give the key in Models:AzureOpenAI:Key."] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Deployment) ? ["Models:AzureOpenAI:Deployment is missing. Give the name of the deployment that drafts."] : Array.Empty<string>(),
        .. Key is not null && Key.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c) || char.IsControl(c))
            ? ["Models:AzureOpenAI:Key has white space or characters that no key has. Copy it again."]
            : Array.Empty<string>(),
        .. Retries is < 0 or > 5 ? ["Models:AzureOpenAI:Retries is out of range. Give 0 to 5."] : Array.Empty<string>(),
        .. GoodFor.Intersect(NotFor).Any() ? ["Models:AzureOpenAI:GoodFor has a task that NotFor has as well. Take it out of one of them."] : Array.Empty<string>(),
        .. GoodFor.Count == 0 && Registered.GoodFor.Count == 0
            ? ["Models:AzureOpenAI:NotFor leaves nothing that the deployment is for. Name a task in Models:AzureOpenAI:GoodFor."]
            : Array.Empty<string>(),
        .. TimeoutSeconds is < 1 or > 300 ? ["Models:AzureOpenAI:TimeoutSeconds is out of range. Give 1 to 300."] : Array.Empty<string>(),
    ];
}
