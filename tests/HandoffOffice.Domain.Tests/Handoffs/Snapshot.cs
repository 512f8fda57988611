using System.Reflection;
using System.Text.Json;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>Everything that a handoff knows, property by property, as text: what "nothing changed" and "read back the same" mean.</summary>
internal static class Snapshot
{
    public static IReadOnlyDictionary<string, string> Of(Handoff handoff) => typeof(Handoff)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => property.Name, property => JsonSerializer.Serialize(property.GetValue(handoff), property.PropertyType, WorkflowFile.Options));
}
