using System.Text.Json;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Which tracked changes of the drafted document each change is.</summary>
internal sealed class RevisionMap
{
    /// <summary>Of a handoff without a drafted document.</summary>
    public static readonly RevisionMap Empty = new(new Dictionary<string, IReadOnlyList<string>>());

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> byChange;

    /// <summary>By change the ids of its revisions, as Redlining names them. Changes may share one: the mark of a paragraph that all of them delete.</summary>
    public RevisionMap(IReadOnlyDictionary<string, IReadOnlyList<string>> byChange) => this.byChange = byChange;

    /// <summary>The revisions of a change, in the order of the document; none for a change that the document does not have.</summary>
    public IReadOnlyList<string> Of(string changeId) => byChange.GetValueOrDefault(changeId, []);

    /// <summary>Each revision with the changes that it belongs to.</summary>
    public IEnumerable<(string RevisionId, IReadOnlyList<string> Changes)> Revisions() =>
        from pair in byChange
        from revision in pair.Value
        group pair.Key by revision into shared
        select (shared.Key, (IReadOnlyList<string>)[.. shared]);

    /// <summary>As it is stored beside the drafted document.</summary>
    public string Write() => JsonSerializer.Serialize(byChange);

    /// <summary>Reads what <see cref="Write"/> wrote, and what was written while a change was one revision.</summary>
    public static RevisionMap Read(string? json)
    {
        if (json is null)
        {
            return Empty;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return new RevisionMap(document.RootElement.EnumerateObject().ToDictionary(
            change => change.Name,
            change => change.Value.ValueKind == JsonValueKind.String
                ? (IReadOnlyList<string>)[change.Value.GetString()!]
                : [.. change.Value.EnumerateArray().Select(id => id.GetString()!)]));
    }
}
