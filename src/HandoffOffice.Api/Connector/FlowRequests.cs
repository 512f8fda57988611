using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// A request of a flow, as it is recognised when it comes again: a flow sends what was not answered in time up to four more times. With an Idempotency-Key the
/// key decides; without one, the same request of the same caller within <see cref="SameFor"/>.
/// </summary>
/// <param name="Operation">What is asked for.</param>
/// <param name="Key">The key that it is kept under.</param>
/// <param name="Digest">SHA-256 over who asks for what.</param>
/// <param name="IsKeyed">Whether the caller gave the key.</param>
internal sealed record FlowRequest(string Operation, string Key, string Digest, bool IsKeyed)
{
    /// <summary>For how long the same request without a key is the same one.</summary>
    public static readonly TimeSpan SameFor = TimeSpan.FromMinutes(10);

    /// <summary>A request by who asks for what, in the words that were sent.</summary>
    public static FlowRequest Of(string operation, string? key, string caller, params IReadOnlyList<string> asked)
    {
        string digest = $"{Sha256Digest.Of(JsonSerializer.Serialize<IReadOnlyList<string>>([operation, caller, .. asked]))}";
        return new FlowRequest(operation, key ?? $"same {digest}", digest, key is not null);
    }

    /// <summary>The row that it is remembered by.</summary>
    public IdempotencyRow Row(string tenant, Guid? handoff, DateTimeOffset now, string? remark = null) => new()
    {
        TenantId = tenant,
        Operation = Operation,
        Key = Key,
        RequestDigest = Digest,
        At = now,
        HandoffId = handoff,
        Remark = remark,
    };

    /// <summary>Whether an earlier row is this very request.</summary>
    public bool IsSame(IdempotencyRow earlier, DateTimeOffset now) =>
        earlier.RequestDigest == Digest && (IsKeyed || now - earlier.At < SameFor);

    /// <summary>Whether its key belongs to another request.</summary>
    public bool IsTaken(IdempotencyRow earlier) => IsKeyed && earlier.RequestDigest != Digest;
}

/// <summary>Finds what was asked for before.</summary>
internal sealed class FlowRequests(HandoffOfficeDb db)
{
    /// <summary>The row that is kept under the key of a request, or null.</summary>
    public Task<IdempotencyRow?> Earlier(FlowRequest request, CancellationToken cancel)
    {
        // What a broken attempt has left behind is not this one's.
        db.ChangeTracker.Clear();
        return db.Idempotency.AsNoTracking().FirstOrDefaultAsync(row => row.Operation == request.Operation && row.Key == request.Key, cancel);
    }

    /// <summary>As <see cref="Earlier"/>, within a change that is under way.</summary>
    public Task<IdempotencyRow?> Kept(FlowRequest request, CancellationToken cancel) =>
        db.Idempotency.FirstOrDefaultAsync(row => row.Operation == request.Operation && row.Key == request.Key, cancel);

    /// <summary>Remembers a request; saved with the change that is under way.</summary>
    public void Remember(IdempotencyRow request, IdempotencyRow? over)
    {
        if (over is not null)
        {
            db.Entry(over).CurrentValues.SetValues(request);
        }
        else
        {
            db.Idempotency.Add(request);
        }
    }

    /// <summary>What was converted when a handoff was asked for; nothing where no flow asked for it.</summary>
    public async Task<IReadOnlyList<FlowConversion>> ConvertedFor(Guid handoff, CancellationToken cancel)
    {
        string? remark = await db.Idempotency.AsNoTracking().Where(row => row.HandoffId == handoff && row.Remark != null)
            .Select(row => row.Remark).FirstOrDefaultAsync(cancel);
        return ReadRemark(remark);
    }

    /// <summary>Writes conversions as a remark; null for none.</summary>
    public static string? Remark(IReadOnlyList<FlowConversion> converted) => converted.Count == 0 ? null : JsonSerializer.Serialize(converted);

    /// <summary>Reads a remark.</summary>
    public static IReadOnlyList<FlowConversion> ReadRemark(string? remark) => remark is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<FlowConversion>>(remark)!;
}
