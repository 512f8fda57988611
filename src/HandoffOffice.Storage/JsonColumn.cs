using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Domain.Design;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffOffice.Storage;

/// <summary>Immutable values of the domain as JSON in a text column. They are replaced whole, so two are equal when their JSON is.</summary>
internal static class JsonColumn
{
    // A null is written out: a value that a record takes without a default is missing otherwise when the record is read.
    private static readonly JsonSerializerOptions Options = new(WorkflowFile.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        var comparer = new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || Write(left) == Write(right),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value);
        return property.HasConversion(value => Write(value), json => Read<T>(json), comparer);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A column of {typeof(T).Name} holds JSON null.");
}
