using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>The product's own format for a workflow version: one JSON object, camel case, enum values as the words of the design.</summary>
public static class WorkflowFile
{
    // A version never changes: its digest is computed once for each that is in memory.
    private static readonly ConditionalWeakTable<Workflow, DigestOfVersion> Digests = [];

    /// <summary>How workflows are read and written. Unknown and missing members are errors: a misspelt rule must not pass for an absent one.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>Reads a workflow and says everything that its format or its rules forbid.</summary>
    /// <returns>The workflow where it is sound, else null with the problems.</returns>
    public static (Workflow? Workflow, IReadOnlyList<Problem> Problems) Read(string json)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = ReadAccepted(json);
        if (workflow is null)
        {
            return (null, problems);
        }

        problems = WorkflowRules.Problems(workflow);
        return problems.Count == 0 ? (workflow, []) : (null, problems);
    }

    /// <summary>
    /// Reads a workflow that was accepted before, by its format alone: rules that came later hold for what is added later, and leave what people
    /// work with readable.
    /// </summary>
    /// <returns>The workflow where it has the format, else null with the problems.</returns>
    public static (Workflow? Workflow, IReadOnlyList<Problem> Problems) ReadAccepted(string json)
    {
        Workflow? workflow;
        try
        {
            workflow = JsonSerializer.Deserialize<Workflow>(json, Options);
            if (workflow is not null && NullsInLists(json) is { Count: > 0 } nulls)
            {
                return (null, nulls);
            }
        }
        catch (JsonException e)
        {
            return (null, [new Problem(PlaceOf(e), "format", e.Message.Split(" Path:")[0], "a workflow in the product's format")]);
        }

        return workflow is null
            ? (null, [new Problem(JsonPointer.Root, "format", "The file is JSON null.", "a workflow in the product's format")])
            : (workflow, []);
    }

    /// <summary>The workflow in the product's format.</summary>
    public static string Write(Workflow workflow) => JsonSerializer.Serialize(workflow, Options);

    /// <summary>SHA-256 over the workflow's canonical JSON: what a seal names the version by.</summary>
    public static Sha256Digest Digest(Workflow workflow) => Digests.GetValue(
        workflow, version => new DigestOfVersion(Sha256Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement(version, Options))))).Digest;

    /// <summary>SHA-256 over the canonical JSON of the gate alone.</summary>
    public static Sha256Digest Digest(Gate gate) => Sha256Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement(gate, Options)));

    // The serializer checks members for null, but not the items of lists. Records have their own validation.
    private static IReadOnlyList<Problem> NullsInLists(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. NullsInLists(document.RootElement, JsonPointer.Root)];
    }

    private static IEnumerable<Problem> NullsInLists(JsonElement value, JsonPointer at) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => item.ValueKind == JsonValueKind.Null
            ? [new Problem(at.Append(index), "format", "An item of this list is null.", "an item, or a shorter list")]
            : NullsInLists(item, at.Append(index))),
        JsonValueKind.Object => value.EnumerateObject()
            .Where(member => !(member.Name == "record" && at.Tokens is ["examples", _]))
            .SelectMany(member => NullsInLists(member.Value, at.Append(member.Name))),
        _ => [],
    };

    // The serializer names places as $.input.fields[3].kind; problems name them by JSON pointer.
    private static JsonPointer PlaceOf(JsonException e) =>
        (e.Path ?? "$").TrimStart('$').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(JsonPointer.Root, (at, token) => at.Append(token.Trim('\'')));

    private sealed record DigestOfVersion(Sha256Digest Digest);
}
