using System.Text.Json;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Tests.Checking;

/// <summary>The status report of the samples, and shorthands for records and texts of it.</summary>
internal static class Build
{
    private static readonly Workflow StatusReport = Read("client-status-report.json");

    public static Workflow Workflow() => StatusReport;

    public static Workflow Read(string sample)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(Repository.Sample(sample));
        return workflow ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public static InputRecord Record(string json) => InputRecord.Parse(json);

    /// <summary>A workflow with these fields, one section "body" that names them all, and one check.</summary>
    public static Workflow With(CheckKind check, params TemplateField[] fields) => StatusReport with
    {
        Input = new InputTemplate([], fields),
        Output = StatusReport.Output with
        {
            Sections = [new ContractSection { Key = "body", Purpose = "Tell it.", Fields = [.. fields.Select(field => JsonPointer.Root.Append(field.Name))] }],
            MustMention = [],
        },
        Gate = StatusReport.Gate with { Checks = [new GateCheck(check, Severity.Blocking)] },
    };

    public static TemplateField Field(string name, FieldKind kind) => new() { Name = name, Label = name, Kind = kind };

    public static TemplateField List(string name, params TemplateField[] fields) => new() { Name = name, Label = name, Kind = FieldKind.List, Fields = fields };

    /// <summary>Each text is one sentence of one paragraph.</summary>
    public static IReadOnlyList<TextPiece> Text(params string[] sentences) =>
        [.. sentences.Select((sentence, i) => new TextPiece($"s{i + 1}", "body", 0, sentence))];

    public static JsonElement Json(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
