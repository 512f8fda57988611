using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Drafting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Hosting;

/// <summary>What a client has to know before anybody signs in.</summary>
internal static class GetConfiguration
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/configuration", Handle)
        .WithName("GetConfiguration").WithSummary("What a client has to know before anybody signs in").AllowAnonymous().WithWayOut(WayOut.None);

    private static Ok<ConfigurationView> Handle(IdentityDescription identity, DraftOrigin drafter, IMailboxes mailboxes) => TypedResults.Ok(new ConfigurationView(
        "HandoffOffice", ProductVersion.Current,
        identity, DrafterView.Of(drafter), mailboxes.CanSend));
}

/// <summary>What a client has to know before anybody signs in.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Version">The server's version.</param>
/// <param name="Identity">How to sign in.</param>
/// <param name="Drafter">Who writes drafts here.</param>
/// <param name="SendsMail">Whether a mail can be sent from the mailbox of whoever releases it.</param>
public sealed record ConfigurationView(string Product, string Version, IdentityDescription Identity, DrafterView Drafter, bool SendsMail);

/// <summary>Who writes, or wrote, a draft.</summary>
/// <param name="Kind">Rules or a model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Notice">The sentence that every screen shows with such a draft.</param>
public sealed record DrafterView(DraftOriginKind Kind, string Name, string Notice)
{
    internal static DrafterView Of(DraftOrigin origin) => new(origin.Kind, origin.Name, origin.Notice);
}
