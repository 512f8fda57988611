using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Releasing;

/// <summary>
/// What goes with a released file, so that somebody without access to the server can tell who approved exactly this. Only the seal is signed; the rest
/// follows from it or from the keys, and <see cref="SealVerification"/> says where it does not.
/// </summary>
/// <param name="Form">Names the format, <see cref="CurrentForm"/>.</param>
/// <param name="Seal">The seal.</param>
/// <param name="PublicKey">The 32 bytes of the key that signed it, in base64.</param>
/// <param name="FirstKey">The 32 bytes of the key that the handovers begin with, in base64; null without handovers.</param>
/// <param name="Handovers">How the signing key took over from the ones before, oldest first.</param>
/// <param name="Statement">The statement of review (<see cref="OriginMark.Statement"/>).</param>
/// <param name="DigitalSourceType">The mark of AI origin (<see cref="OriginMark.Of"/>); null where no AI wrote it.</param>
public sealed record SealProof(
    string Form, Seal Seal, string PublicKey, string? FirstKey, IReadOnlyList<SignedKeyHandover> Handovers, string Statement, string? DigitalSourceType)
{
    /// <summary>Names this format.</summary>
    public const string CurrentForm = "handoffoffice-proof-1";

    /// <summary>The longest proof that is read, in UTF-16 units.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>The name of the root element and of the namespace of the custom XML part that holds a proof in a document.</summary>
    public const string XmlNamespace = "https://handoffoffice.dev/seal/1";

    /// <summary>The header of a mail that holds a proof.</summary>
    public const string Header = "X-HandoffOffice-Seal";

    /// <summary>The header of a mail that holds the mark of AI origin.</summary>
    public const string MarkHeader = "X-HandoffOffice-Origin";

    // A null is written out: a value that a record takes without a default is missing otherwise when the record is read.
    private static readonly JsonSerializerOptions Options = new(WorkflowFile.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>The proof of a seal. The same seal has the same proof for ever: keys that came later are not in it.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="publicKeys">The public keys by id, at least those that lead to the seal's.</param>
    /// <param name="handovers">All handovers, in any order.</param>
    /// <exception cref="ArgumentException">A key is missing.</exception>
    public static SealProof Of(Seal seal, IReadOnlyDictionary<string, byte[]> publicKeys, IReadOnlyList<SignedKeyHandover> handovers)
    {
        IReadOnlyList<SignedKeyHandover> chain = KeyHandovers.LeadingTo(seal.Payload.KeyId, handovers);
        return new SealProof(
            CurrentForm, seal, Key(seal.Payload.KeyId), chain.Count == 0 ? null : Key(chain[0].Handover.FromKeyId), chain,
            OriginMark.Statement(seal.Payload), OriginMark.Of(seal.Payload));

        string Key(string id) => publicKeys.TryGetValue(id, out byte[]? key)
            ? Convert.ToBase64String(key)
            : throw new ArgumentException($"There is no key {id}.", nameof(publicKeys));
    }

    /// <summary>Compact JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="FormatException">It is no proof.</exception>
    public static SealProof Parse(string json)
    {
        if (json.Length > MaxLength)
        {
            throw new FormatException($"It is longer than {MaxLength} characters.");
        }

        try
        {
            SealProof proof = JsonSerializer.Deserialize<SealProof>(json, Options) is { Form: CurrentForm } read
                ? read
                : throw new FormatException($"It is not of the form {CurrentForm}.");
            // Lists are not asked for nulls by the serializer.
            IEnumerable<object?> items = [.. proof.Handovers, .. proof.Seal.Payload.Approvals, .. proof.Seal.Payload.Content.Envelope.Recipients, .. proof.Seal.Payload.Content.Envelope.Attachments];
            return items.All(item => item is not null) ? proof : throw new FormatException("An item of a list is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>As <see cref="Write"/>, in base64 of UTF-8: what a mail's header holds.</summary>
    public string ToBase64() => Convert.ToBase64String(Encoding.UTF8.GetBytes(Write()));

    /// <summary>Reads what <see cref="ToBase64"/> writes, folded or not.</summary>
    /// <exception cref="FormatException">It is no proof.</exception>
    public static SealProof ParseBase64(string base64) => Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));

    /// <summary>The public keys in it. A key's id is its digest, so what is in a forged proof can't pass for another key.</summary>
    public IReadOnlyList<byte[]> Keys() =>
        [.. Handovers.Select(key => key.Handover.PublicKey).Append(PublicKey).Append(FirstKey ?? "").Select(SealKey.ReadPublic).OfType<byte[]>()];
}
