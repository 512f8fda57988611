namespace HandoffOffice.Storage.Archiving;

/// <summary>
/// The keys of an installation as they go with an archive: what was sealed is to be checked, and what is encrypted to be opened, where the archive is read. Seeds are
/// encrypted by data protection, and its keys to the certificate, which is in no archive.
/// </summary>
/// <param name="Seals">The keys that seals are signed with, oldest first.</param>
/// <param name="Protection">The keys of ASP.NET Core data protection.</param>
internal sealed record ArchivedKeys(IReadOnlyList<ArchivedSealKey> Seals, IReadOnlyList<ArchivedProtectionKey> Protection);

/// <summary>A row of the table of seal keys.</summary>
internal sealed record ArchivedSealKey(string Id, int Number, byte[] PublicKey, byte[] ProtectedSeed, DateTimeOffset CreatedAt, string? Handover = null);

/// <summary>A key of data protection, in its XML.</summary>
internal sealed record ArchivedProtectionKey(string Xml, string? FriendlyName = null);
