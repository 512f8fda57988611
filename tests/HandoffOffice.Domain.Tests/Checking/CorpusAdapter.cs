using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Tests.Checking;

/// <summary>One line of a grounding corpus, given the template, the contract and the pieces that the checks need.</summary>
internal sealed class CorpusText
{
    private readonly List<int> offsets = [];

    public CorpusText(string line)
    {
        JsonObject root = JsonNode.Parse(line)!.AsObject();
        Id = (string)root["id"]!;
        Kind = (string?)root["kind"] ?? string.Empty;
        Omitted = (string?)root["omitted"];
        Spans = [.. root["spans"]!.AsArray().Select(span => ((int)span!["start"]!, (int)span["end"]!))];
        (IReadOnlyList<TemplateField> fields, JsonObject record) = Flat(root["record"]!.AsObject());
        Record = InputRecord.Freeze(JsonSerializer.SerializeToElement(record));
        Text = (string)root["text"]!;
        Pieces = Split(Text);
        Workflow = Build.Workflow() with
        {
            Input = new InputTemplate([], fields),
            Output = Build.Workflow().Output with
            {
                Sections = [new ContractSection { Key = "all", Purpose = "Tell it.", Fields = [.. fields.Select(field => JsonPointer.Root.Append(field.Name))] }],
                MustMention = [],
            },
        };
    }

    public string Id { get; }

    public string Kind { get; }

    public string? Omitted { get; }

    public IReadOnlyList<(int Start, int End)> Spans { get; }

    public string Text { get; }

    public Workflow Workflow { get; }

    public InputRecord Record { get; }

    public IReadOnlyList<TextPiece> Pieces { get; }

    public CheckReport Check() => GateChecks.Run(Workflow, Record, Pieces);

    /// <summary>Whether a finding lies on one of the errors that people marked.</summary>
    public bool Hits(Finding finding) => finding.Span is { } span && Spans.Any(gold => At(span) < gold.End && gold.Start < At(span) + span.Length);

    private int At(TextSpan span) => offsets[int.Parse(span.PieceId, CultureInfo.InvariantCulture)] + span.Start;

    private List<TextPiece> Split(string text)
    {
        List<TextPiece> pieces = [];
        int at = 0;
        int paragraph = 0;
        foreach (string block in text.Split("\n\n"))
        {
            int start = 0;
            for (int i = 0; i < block.Length; i++)
            {
                bool ends = i == block.Length - 1
                    || block[i] == '\n'
                    || (block[i] is '.' or '!' or '?' && block[i + 1] is ' ' or '\n' && i + 2 < block.Length && char.IsUpper(block[i + 2]));
                if (ends)
                {
                    offsets.Add(at + start);
                    pieces.Add(new TextPiece(pieces.Count.ToString(CultureInfo.InvariantCulture), "all", paragraph, block[start..(i + 1)]));
                    start = i + 1;
                }
            }

            at += block.Length + 2;
            paragraph++;
        }

        return pieces;
    }

    // The records have no template and nest objects: what stands in an object becomes a field of its own.
    private static (IReadOnlyList<TemplateField> Fields, JsonObject Record) Flat(JsonObject record)
    {
        var flat = new JsonObject();
        Flatten(record, string.Empty, flat);
        return ([.. flat.Where(member => member.Value is not null).Select(member => Field(member.Key, member.Value!))], flat);
    }

    private static void Flatten(JsonObject from, string prefix, JsonObject to)
    {
        string? currency = (string?)from["currency"];
        foreach ((string key, JsonNode? value) in from)
        {
            string name = prefix.Length == 0 ? key : prefix + char.ToUpperInvariant(key[0]) + key[1..];
            switch (value)
            {
                case JsonObject inner:
                    Flatten(inner, name, to);
                    break;
                case JsonArray array:
                    to[name] = new JsonArray([.. array.Select(Item)]);
                    break;
                case JsonValue number when number.GetValueKind() == JsonValueKind.Number && currency is not null && (prefix.Length > 0 || key is "amount" or "value"):
                    to[name] = new JsonObject { ["amount"] = number.DeepClone(), ["currency"] = currency };
                    break;
                default:
                    to[name] = value?.DeepClone();
                    break;
            }
        }
    }

    private static JsonNode Item(JsonNode? item)
    {
        var flat = new JsonObject();
        Flatten(item as JsonObject ?? new JsonObject { ["text"] = item!.DeepClone() }, string.Empty, flat);
        return flat;
    }

    private static TemplateField Field(string name, JsonNode value)
    {
        FieldKind kind = value switch
        {
            JsonArray => FieldKind.List,
            JsonObject => FieldKind.Money,
            _ => value.GetValueKind() switch
            {
                JsonValueKind.Number => FieldKind.Number,
                JsonValueKind.True or JsonValueKind.False => FieldKind.YesNo,
                _ => DateOnly.TryParseExact((string)value!, "yyyy-MM-dd", out _) ? FieldKind.Date : FieldKind.Text,
            },
        };
        IReadOnlyList<TemplateField>? fields = value is not JsonArray rows
            ? null
            : [.. rows.SelectMany(row => row!.AsObject()).Where(member => member.Value is not null).DistinctBy(member => member.Key).Select(member => Field(member.Key, member.Value!))];
        return new TemplateField { Name = name, Label = name, Kind = kind, Fields = fields };
    }
}
