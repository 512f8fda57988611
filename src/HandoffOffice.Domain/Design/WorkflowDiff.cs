using System.Text.Json;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// What differs between two versions of a workflow. Rows of lists are known by what names them (a field's name, a section's key, an item's id), so that
/// a row that is put in does not change all that follow. Every difference of the canonical JSON is in some entry.
/// </summary>
public static class WorkflowDiff
{
    private static readonly string[] Keys = ["name", "key", "id", "kind", "text", "word", "say"];

    /// <summary>The differences in the order of the file; none where both have the same digest.</summary>
    public static IReadOnlyList<WorkflowChange> Between(Workflow before, Workflow after)
    {
        JsonElement one = JsonSerializer.SerializeToElement(before, WorkflowFile.Options);
        JsonElement other = JsonSerializer.SerializeToElement(after, WorkflowFile.Options);
        var tell = new WorkflowTelling(one, other);
        return [.. Compare(one, other, JsonPointer.Root).Select(change => new WorkflowChange(change.At, change.Kind, tell.Sentence(change), change.Before, change.After))];
    }

    private static IEnumerable<RawChange> Compare(JsonElement? before, JsonElement? after, JsonPointer at) => (before, after) switch
    {
        ({ ValueKind: JsonValueKind.Object } one, { ValueKind: JsonValueKind.Object } other) => Members(one, other, at),
        ({ ValueKind: JsonValueKind.Array } one, { ValueKind: JsonValueKind.Array } other) => Rows(one, other, at),
        ({ } one, { } other) => CanonicalJson.Write(one) == CanonicalJson.Write(other) ? [] : [new RawChange(at, WorkflowChangeKind.Changed, Text(one), Text(other))],
        ({ } one, null) => [new RawChange(at, WorkflowChangeKind.Removed, Text(one), null)],
        (null, { } other) => [new RawChange(at, WorkflowChangeKind.Added, null, Text(other))],
        _ => [],
    };

    private static IEnumerable<RawChange> Members(JsonElement one, JsonElement other, JsonPointer at) =>
        one.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Compare(Member(one, name), Member(other, name), at.Append(name)));

    private static IEnumerable<RawChange> Rows(JsonElement one, JsonElement other, JsonPointer at)
    {
        IReadOnlyList<(string Key, JsonElement Row)> before = Named(one, at);
        IReadOnlyList<(string Key, JsonElement Row)> after = Named(other, at);
        var was = before.ToDictionary(row => row.Key, row => row.Row, StringComparer.Ordinal);
        var isNow = after.ToDictionary(row => row.Key, row => row.Row, StringComparer.Ordinal);
        HashSet<string> moved = Moved([.. before.Select(row => row.Key).Where(isNow.ContainsKey)], [.. after.Select(row => row.Key).Where(was.ContainsKey)]);
        foreach ((string key, JsonElement row) in before.Where(row => !isNow.ContainsKey(row.Key)))
        {
            yield return new RawChange(at.Append(key), WorkflowChangeKind.Removed, Text(row), null);
        }

        for (int i = 0; i < after.Count; i++)
        {
            (string key, JsonElement row) = after[i];
            if (moved.Contains(key))
            {
                yield return new RawChange(at.Append(key), WorkflowChangeKind.Moved, Place(before, key), Place(after, key));
            }

            foreach (RawChange change in Compare(was.TryGetValue(key, out JsonElement old) ? old : null, row, at.Append(key)))
            {
                yield return change;
            }
        }
    }

    // What stays in order is the longest sequence that both have; the rest was moved.
    private static HashSet<string> Moved(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after))
        {
            return [];
        }

        Dictionary<string, int> places = before.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i, StringComparer.Ordinal);
        int[] order = [.. after.Select(key => places[key])];
        int[] length = new int[order.Length];
        int[] previous = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (int j = 0; j < i; j++)
            {
                if (order[j] < order[i] && length[j] + 1 > length[i])
                {
                    (length[i], previous[i]) = (length[j] + 1, j);
                }
            }
        }

        HashSet<string> moved = [.. after];
        for (int at = Array.IndexOf(length, length.Max()); at >= 0; at = previous[at])
        {
            moved.Remove(after[at]);
        }

        return moved;
    }

    private static string Place(IReadOnlyList<(string Key, JsonElement Row)> rows, string key)
    {
        int at = rows.TakeWhile(row => row.Key != key).Count();
        return at == 0 ? "first" : $"after {rows[at - 1].Key}";
    }

    // A record of an example has no names of ours: its rows are known by their place.
    private static IReadOnlyList<(string Key, JsonElement Row)> Named(JsonElement array, JsonPointer at)
    {
        bool free = at.Tokens is ["examples", _, "record", ..];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<(string, JsonElement)>();
        foreach ((JsonElement row, int i) in array.EnumerateArray().Select((row, i) => (row, i)))
        {
            string key = (free ? null : KeyOf(row)) ?? $"{i + 1}";
            int count = seen[key] = seen.GetValueOrDefault(key) + 1;
            string own = key;
            while (count > 1 && seen.ContainsKey(own))
            {
                own = $"{key} ({count++})";
            }

            seen.TryAdd(own, 1);
            rows.Add((own, row));
        }

        return rows;
    }

    private static string? KeyOf(JsonElement row) => row.ValueKind switch
    {
        JsonValueKind.String => row.GetString(),
        JsonValueKind.Object => Keys.Select(key => Member(row, key)).FirstOrDefault(value => value is { ValueKind: JsonValueKind.String })?.GetString(),
        _ => null,
    };

    private static JsonElement? Member(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : CanonicalJson.Write(value);
}

/// <summary>A difference before it is told.</summary>
internal sealed record RawChange(JsonPointer At, WorkflowChangeKind Kind, string? Before, string? After);
