using HandoffOffice.Api.Identity;
using HandoffOffice.Storage.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>The keys that seals are checked with. A mailbox keeps them, so that its mails can be checked where there is no network.</summary>
internal static class GetSealKeys
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/keys", Handle)
        .WithName("GetSealKeys").WithSummary("The organisation's public keys, for checking seals")
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Ok<SealKeysView>> Handle(SealKeyRing keys, CancellationToken cancel)
    {
        // Whoever asks first has keys from then on: a mailbox without any would hold whatever is approved later.
        using (await keys.SigningKey(cancel))
        {
            return TypedResults.Ok(new SealKeysView([.. (await keys.PublicKeys(cancel)).Select(Convert.ToBase64String)]));
        }
    }
}

/// <summary>The organisation's public keys.</summary>
/// <param name="Keys">32 bytes each (Ed25519, RFC 8032), in base64, oldest first.</param>
public sealed record SealKeysView(IReadOnlyList<string> Keys);
