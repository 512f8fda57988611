using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>Compares the fields that a flow's designer showed with those that are in force when the flow runs, which may be months later.</summary>
internal sealed class WorkflowsAsShown(WorkflowCatalog catalog)
{
    /// <summary>The record without the version that the designer had put into it; or that the fields of the workflow are others by now.</summary>
    /// <remarks>A newer version with the same fields takes the record as it is. Without a version in it, the fields in force are what it is checked against.</remarks>
    /// <param name="record">The record as it came.</param>
    /// <param name="inForce">The version that is to run.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<(JsonElement Record, ProblemHttpResult? Changed)> Take(JsonElement record, Workflow inForce, CancellationToken cancel)
    {
        if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(FlowSchema.Version, out JsonElement shown))
        {
            return (record, null);
        }

        int? version = shown.ValueKind == JsonValueKind.Number && shown.TryGetInt32(out int number) ? number
            : shown.ValueKind == JsonValueKind.String && int.TryParse(shown.GetString(), out int text) ? text
            : null;
        if (version != inForce.Version)
        {
            Workflow? then = version is null ? null : await catalog.Find(inForce.Key, version, cancel);
            if (then is null || FieldsOf(then) != FieldsOf(inForce))
            {
                return (record, HasChanged(version, then, inForce));
            }
        }

        JsonObject rest = JsonObject.Create(record)!;
        rest.Remove(FlowSchema.Version);
        return (JsonSerializer.SerializeToElement(rest), null);
    }

    // What a flow has filled in: names, kinds, what is needed and what can be chosen. Other words, or another limit, are no other field.
    private static string FieldsOf(Workflow workflow) => FieldsOf(workflow.Input.Fields);

    private static string FieldsOf(IReadOnlyList<TemplateField>? fields) => JsonSerializer.Serialize(
        (fields ?? []).Select(field => new object?[] { field.Name, $"{field.Kind}", field.Required, field.Choices, FieldsOf(field.Fields) }));

    private static ProblemHttpResult HasChanged(int? version, Workflow? then, Workflow inForce)
    {
        var before = then?.Input.Fields.Select(field => field.Name).ToList() ?? [];
        var after = inForce.Input.Fields.Select(field => field.Name).ToList();
        return Problems.Answer(
            StatusCodes.Status409Conflict, "workflow-changed", "The fields of the workflow have changed",
            $"The flow was made with version {version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} of '{inForce.Name}', and version {inForce.Version} with other fields is in force. "
            + "Open the flow, choose the workflow again in this action, fill its fields, and save. Nothing was started.",
            KeyValuePair.Create("workflow", (object?)inForce.Key), KeyValuePair.Create("versionShown", (object?)version), KeyValuePair.Create("versionInForce", (object?)inForce.Version),
            KeyValuePair.Create("fieldsAdded", (object?)after.Except(before).ToList()), KeyValuePair.Create("fieldsRemoved", (object?)before.Except(after).ToList()));
    }
}
