using HandoffOffice.Domain;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>The files of one handoff.</summary>
public sealed class HandoffFiles(HandoffOfficeDb db, Handoff handoff)
{
    /// <summary>The file of this kind, or null.</summary>
    public Task<HandoffFile?> Find(HandoffFileKind kind, CancellationToken cancel) =>
        db.Files.FirstOrDefaultAsync(file => file.HandoffId == handoff.Id && file.Kind == kind, cancel);

    /// <summary>The document with the draft in it.</summary>
    /// <exception cref="InvalidDataException">There is none: the handoff is in review without a draft.</exception>
    public async Task<HandoffFile> FindDrafted(CancellationToken cancel) => await Find(HandoffFileKind.Drafted, cancel)
        ?? throw new InvalidDataException($"Handoff {handoff.Id} is in review without a drafted document.");

    /// <summary>Puts a file in the place of the one of its kind; saved with the change it belongs to.</summary>
    public async Task Put(HandoffFileKind kind, string mediaType, byte[] content, string? revisionMap, CancellationToken cancel)
    {
        if (await Find(kind, cancel) is { } file)
        {
            file.MediaType = mediaType;
            file.Content = content;
            file.RevisionMap = revisionMap;
        }
        else
        {
            db.Files.Add(new HandoffFile
            {
                TenantId = handoff.TenantId,
                HandoffId = handoff.Id,
                Kind = kind,
                MediaType = mediaType,
                Content = content,
                RevisionMap = revisionMap,
            });
        }
    }

    /// <summary>Remembers that an operation was done under a key; saved with the change it belongs to.</summary>
    public void RememberKey(string operation, string key, string requestDigest, DateTimeOffset at) => db.Idempotency.Add(new IdempotencyRow
    {
        TenantId = handoff.TenantId,
        Operation = operation,
        Key = key,
        RequestDigest = requestDigest,
        At = at,
    });
}
