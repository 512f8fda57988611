using HandoffOffice.Domain.Auditing;
using NSec.Cryptography;

namespace HandoffOffice.Domain.Releasing;

/// <summary>An Ed25519 key pair (RFC 8032) that seals and the heads of ledgers are signed with.</summary>
public sealed class SealKey : IDisposable
{
    private readonly Key key;

    private SealKey(Key key) => this.key = key;

    /// <summary>Names the key: the first 16 hexadecimal digits of SHA-256 over the public key.</summary>
    public string Id => IdOf(PublicKey);

    /// <summary>The 32 bytes of the public key.</summary>
    public byte[] PublicKey => key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>A new key from the system's randomness.</summary>
    public static SealKey Create() =>
        new(Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextArchiving }));

    /// <summary>The key with this 32-byte seed.</summary>
    public static SealKey FromSeed(ReadOnlySpan<byte> seed) =>
        new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextArchiving }));

    /// <summary>The 32 secret bytes, to be kept encrypted. They are given out once.</summary>
    /// <exception cref="InvalidOperationException">They were given out before.</exception>
    public byte[] ExportSeed() => key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>The name of a public key.</summary>
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Sha256Digest.Of(publicKey).ToString()[..16];

    /// <summary>The 32 bytes of a public key in base64; null where it is none.</summary>
    public static byte[]? ReadPublic(string base64)
    {
        byte[] bytes = new byte[32];
        return Convert.TryFromBase64String(base64, bytes, out int length) && length == bytes.Length ? bytes : null;
    }

    /// <summary>Signs a payload whose <see cref="SealPayload.KeyId"/> is this key's.</summary>
    /// <exception cref="ArgumentException">The payload names another key.</exception>
    public Seal Sign(SealPayload payload) => payload.KeyId == Id
        ? new Seal(payload, Sign(payload.ToSignedBytes()))
        : throw new ArgumentException("The payload names another key.", nameof(payload));

    /// <summary>Signs the head of a ledger that names this key.</summary>
    /// <exception cref="ArgumentException">The head names another key.</exception>
    public SignedTreeHead Sign(TreeHead head) => head.KeyId == Id
        ? new SignedTreeHead(head, Sign(head.ToSignedBytes()), Convert.ToBase64String(PublicKey))
        : throw new ArgumentException("The head names another key.", nameof(head));

    /// <summary>Signs what an archive holds.</summary>
    /// <exception cref="ArgumentException">The manifest names another key.</exception>
    public SignedArchiveManifest Sign(ArchiveManifest manifest) => manifest.KeyId == Id
        ? new SignedArchiveManifest(manifest, Sign(manifest.ToSignedBytes()))
        : throw new ArgumentException("The manifest names another key.", nameof(manifest));

    /// <summary>Hands over to another key: who trusts this one can trust that one.</summary>
    public SignedKeyHandover HandOver(SealKey next, DateTimeOffset now)
    {
        var handover = new KeyHandover(Id, next.Id, Convert.ToBase64String(next.PublicKey), now);
        return new SignedKeyHandover(handover, Sign(handover.ToSignedBytes()));
    }

    /// <summary>Whether a seal was signed with the key of this public key and not changed since.</summary>
    public static bool Verifies(Seal seal, ReadOnlySpan<byte> publicKey) =>
        seal.Payload.KeyId == IdOf(publicKey) && Verifies(seal.Payload.ToSignedBytes(), seal.Signature, publicKey);

    /// <summary>Whether these bytes were signed with the key of this public key.</summary>
    /// <param name="signed">What was signed.</param>
    /// <param name="signature">In base64; anything else does not verify.</param>
    /// <param name="publicKey">The 32 bytes; anything else does not verify.</param>
    public static bool Verifies(ReadOnlySpan<byte> signed, string signature, ReadOnlySpan<byte> publicKey)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(signature, bytes, out int length)
            && length == bytes.Length
            && NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out PublicKey? key)
            && key is not null
            && SignatureAlgorithm.Ed25519.Verify(key, signed, bytes);
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private string Sign(byte[] bytes) => Convert.ToBase64String(SignatureAlgorithm.Ed25519.Sign(key, bytes));
}
