using System.Text.Json;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Cli.Verify;

/// <summary>The keys that the user trusts: named, or by signed heads and exported ledgers that were kept elsewhere.</summary>
/// <param name="Ids">Keys by id; their public halves come from the proof, where a key can't pass for another since its id is its digest.</param>
/// <param name="PublicKeys">Keys by their public halves.</param>
/// <param name="Handovers">Handovers that exported ledgers list.</param>
internal sealed record TrustedKeys(IReadOnlyList<string> Ids, IReadOnlyList<byte[]> PublicKeys, IReadOnlyList<SignedKeyHandover> Handovers)
{
    private const int IdLength = 16;

    /// <summary>Whether the user named none.</summary>
    public bool AreNone => Ids.Count + PublicKeys.Count == 0;

    /// <summary>What the options name.</summary>
    /// <param name="keys">Each the id of a key, or a file with the 32 bytes of a public key in base64.</param>
    /// <param name="heads">Files of signed heads, one a line, or exported ledgers.</param>
    /// <exception cref="InvalidDataException">One of them is none of that.</exception>
    public static TrustedKeys Read(IReadOnlyList<string> keys, IReadOnlyList<string> heads)
    {
        List<string> ids = [.. keys.Where(IsId).Select(id => id.ToLowerInvariant())];
        List<byte[]> publicKeys = [.. keys.Where(key => !IsId(key)).Select(KeyFile)];
        List<SignedKeyHandover> handovers = [];
        foreach (string path in heads)
        {
            foreach ((SignedTreeHead head, IReadOnlyList<SignedKeyHandover> more) in Heads(path))
            {
                publicKeys.Add(Key(head, path));
                handovers.AddRange(more);
            }
        }

        return new TrustedKeys(ids, publicKeys, handovers);
    }

    /// <summary>The public keys, those that are named by id looked up in a proof; null where the user named none.</summary>
    public IReadOnlyList<byte[]>? For(SealProof proof) => AreNone ? null
        : [.. PublicKeys, .. proof.Keys().Concat(Handovers.Select(key => SealKey.ReadPublic(key.Handover.PublicKey)).OfType<byte[]>()).Where(key => Ids.Contains(SealKey.IdOf(key)))];

    private static bool IsId(string key) => key.Length == IdLength && key.All(char.IsAsciiHexDigit);

    private static byte[] KeyFile(string path) => SealKey.ReadPublic(File.ReadAllText(path).Trim())
        ?? throw new InvalidDataException($"not-a-key: {path} is neither the id of a key (16 hexadecimal digits) nor a file with a public key (32 bytes in base64).");

    private static byte[] Key(SignedTreeHead head, string path) =>
        SealKey.ReadPublic(head.PublicKey) is { } key && SealKey.IdOf(key) == head.Head.KeyId && SealKey.Verifies(head.Head.ToSignedBytes(), head.Signature, key)
            ? key
            : throw new InvalidDataException($"not-a-head: the signature of a head in {path} does not verify.");

    private static List<(SignedTreeHead Head, IReadOnlyList<SignedKeyHandover> Handovers)> Heads(string path)
    {
        try
        {
            // An exported ledger has its head in the first line.
            string first = File.ReadLines(path).FirstOrDefault() ?? "";
            return first.Contains(LedgerExport.Form, StringComparison.Ordinal)
                ? [Header(LedgerExport.ReadHeader(System.Text.Encoding.UTF8.GetBytes(first)))]
                : [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Head)];
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException($"not-a-head: {path} has neither signed heads nor an exported ledger: {e.Message}", e);
        }
    }

    private static (SignedTreeHead, IReadOnlyList<SignedKeyHandover>) Header(LedgerExportHeader header) =>
        header.Keys.All(key => key is not null) ? (header.Head, header.Keys) : throw new FormatException("An item of a list is null.");

    private static (SignedTreeHead, IReadOnlyList<SignedKeyHandover>) Head(string line) =>
        (JsonSerializer.Deserialize<SignedTreeHead>(line, WorkflowFile.Options) ?? throw new JsonException("It is null."), []);
}
