using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Microsoft365;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;

namespace HandoffOffice.Api.Releasing;

/// <summary>The mailboxes that approved mails are sent from: each that of the person who asks for it.</summary>
internal interface IMailboxes
{
    /// <summary>Whether mails can be sent here.</summary>
    bool CanSend { get; }

    /// <summary>The caller's own mailbox, or why it can't be opened.</summary>
    Task<(GraphMailbox? Mailbox, HandoffError? Error)> Open(Caller caller, CancellationToken cancel);
}

/// <summary>No mail can be sent: people are this machine's own, or the registration has no credential to ask for tokens with.</summary>
internal sealed class NoMailboxes : IMailboxes
{
    public bool CanSend => false;

    public Task<(GraphMailbox? Mailbox, HandoffError? Error)> Open(Caller caller, CancellationToken cancel) =>
        Task.FromResult<(GraphMailbox?, HandoffError?)>((null, new MailNotSetUp()));
}

/// <summary>Mailboxes by Microsoft Graph, opened with a token on behalf of the caller (OAuth 2.0 on-behalf-of flow).</summary>
internal sealed class EntraMailboxes(GraphConnection graph, ITokenAcquisition tokens, IHttpContextAccessor accessor) : IMailboxes
{
    public bool CanSend => true;

    public async Task<(GraphMailbox? Mailbox, HandoffError? Error)> Open(Caller caller, CancellationToken cancel)
    {
        string[] scopes = [.. GraphScope.ToSendMail.Select(scope => scope.IdentifierAt(graph.Address).AbsoluteUri)];
        try
        {
            return (graph.MailboxOf(await tokens.GetAccessTokenForUserAsync(
                scopes, JwtBearerDefaults.AuthenticationScheme, caller.TenantId, user: accessor.HttpContext?.User,
                tokenAcquisitionOptions: new TokenAcquisitionOptions { CancellationToken = cancel })), null);
        }
        catch (MicrosoftIdentityWebChallengeUserException e)
        {
            return (null, Asks(e.MsalUiRequiredException));
        }
        catch (MsalUiRequiredException e)
        {
            return (null, Asks(e));
        }
        catch (Exception e) when (e is MsalException or HttpRequestException)
        {
            return (null, new MailTokenMissing((e as MsalException)?.ErrorCode ?? "no-answer"));
        }
    }

    private static HandoffError Asks(MsalUiRequiredException e) => e.Classification == UiRequiredExceptionClassification.ConsentRequired
        ? new MailConsentMissing()
        : new MailSignInNeeded(string.IsNullOrEmpty(e.Claims) ? null : e.Claims);
}

/// <summary>No mail can be sent here.</summary>
internal sealed record MailNotSetUp() : HandoffError(
    "mail-not-set-up", "Sending from your mailbox is not set up on this server. Release the file and send it yourself. Nothing has left.");

/// <summary>Nobody has consented to the permissions.</summary>
internal sealed record MailConsentMissing() : HandoffError(
    "mail-consent-missing",
    $"Nobody has allowed this product to send your mail. Ask an administrator to consent to {string.Join(" and ", GraphScope.ToSendMail.Select(scope => scope.Name))}. Nothing has left.");

/// <summary>The organisation asks for more proof of who it is, such as a second factor.</summary>
/// <param name="Claims">The claims challenge to sign in with (Conditional Access); null where Entra ID names none.</param>
internal sealed record MailSignInNeeded(string? Claims) : HandoffError(
    "mail-sign-in-needed", "Your organisation asks you to sign in again before mail is sent for you. Sign in, then send. Nothing has left.");

/// <summary>No token was given.</summary>
/// <param name="Reason">The identity provider's code.</param>
internal sealed record MailTokenMissing(string Reason) : HandoffError(
    "mail-token-missing", $"Microsoft Entra ID gave no token for your mailbox ({Reason}). Nothing has left. Try again; if it stays, tell an administrator.");

/// <summary>Settings <c>Graph</c>.</summary>
internal static class GraphSettings
{
    /// <summary>Adds the way to Microsoft Graph. Settings: <c>Graph:Address</c>, another in national clouds; <c>Graph:Timeout</c> of one call.</summary>
    /// <exception cref="IdentitySettingsException">A setting is wrong.</exception>
    public static void AddGraph(this IServiceCollection services, IConfigurationSection section, IHostEnvironment environment)
    {
        Uri address = section.GetValue("Address", new Uri("https://graph.microsoft.com/v1.0"))!;
        TimeSpan timeout = section.GetValue("Timeout", TimeSpan.FromSeconds(20));
        if (address.Scheme != Uri.UriSchemeHttps && (environment.IsProduction() || !address.IsLoopback))
        {
            throw new IdentitySettingsException("Graph:Address must be https: tokens and mails go there. Plain http helps only a loopback address outside production.");
        }

        services.AddSingleton(provider => new GraphConnection(address, timeout, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IMailboxes, EntraMailboxes>();
    }
}
