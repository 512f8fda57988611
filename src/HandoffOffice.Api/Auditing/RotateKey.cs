using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Storage.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Auditing;

/// <summary>Makes a new key for seals and heads. What older keys signed still verifies.</summary>
internal static class RotateKey
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/keys/rotation", Handle)
        .WithName("RotateKey").WithSummary("Signs with a new key from now on; the old one hands over to it")
        .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);

    private static async Task<Ok<KeyRotated>> Handle(Caller caller, KeyRotation rotation, CancellationToken cancel) =>
        TypedResults.Ok(new KeyRotated(await rotation.Rotate(caller.TenantId, caller.ToActor(), cancel)));
}

/// <summary>There is a new key.</summary>
/// <param name="KeyId">Its id.</param>
public sealed record KeyRotated(string KeyId);
