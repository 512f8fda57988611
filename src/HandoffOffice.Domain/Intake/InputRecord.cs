using System.Text.Json;

namespace HandoffOffice.Domain.Intake;

/// <summary>A value of a record at its place.</summary>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Value">A string, number, true or false; never an object, an array or null.</param>
public readonly record struct RecordLeaf(JsonPointer Pointer, JsonElement Value);

/// <summary>The structured data that a handoff starts from: valid by its template, frozen, with one canonical text and digest.</summary>
public sealed class InputRecord : IEquatable<InputRecord>
{
    private InputRecord(JsonElement root, string canonical)
    {
        Root = root;
        Canonical = canonical;
        Digest = Sha256Digest.Of(canonical);
    }

    /// <summary>The JSON object.</summary>
    public JsonElement Root { get; }

    /// <summary>Its canonical text (RFC 8785).</summary>
    public string Canonical { get; }

    /// <summary>SHA-256 over <see cref="Canonical"/>.</summary>
    public Sha256Digest Digest { get; }

    /// <summary>Freezes a value that <see cref="RecordValidator"/> has accepted, or one that was frozen before.</summary>
    /// <exception cref="ArgumentException">The value is no JSON object.</exception>
    public static InputRecord Freeze(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? new InputRecord(value.Clone(), CanonicalJson.Write(value))
            : throw new ArgumentException("A record is a JSON object.", nameof(value));

    /// <summary>Reads a record from its canonical text.</summary>
    public static InputRecord Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Freeze(document.RootElement);
    }

    /// <summary>The value at a place, or null where the record has none (or has JSON null).</summary>
    public JsonElement? Find(JsonPointer pointer) =>
        pointer.Find(Root) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    /// <summary>Every value in document order.</summary>
    public IEnumerable<RecordLeaf> Leaves() => Leaves(Root, JsonPointer.Root);

    private static IEnumerable<RecordLeaf> Leaves(JsonElement value, JsonPointer at) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value, at.Append(member.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Leaves(item, at.Append(index))),
        JsonValueKind.Null => [],
        _ => [new RecordLeaf(at, value)],
    };

    /// <inheritdoc />
    public bool Equals(InputRecord? other) => other is not null && other.Digest == Digest;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as InputRecord);

    /// <inheritdoc />
    public override int GetHashCode() => Digest.GetHashCode();
}
