using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Tests;

/// <summary>Random templates, contracts and records that fit them.</summary>
internal static class AnyBrief
{
    private static readonly string[] Labels =
    [
        "Client", "Budget used", "Milestones completed", "Next steps", "Blockers", "SLAs", "The scope", "What was agreed", "Is it signed?", "Reply by",
        "Open tickets", "Exceptions approved", "Exceptions rejected", "Start date", "Meilensteine", "Fälle gemeldet", "Work done", "Status", ":", "s", " - ", "({x})",
    ];

    private static readonly string[] Words =
    [
        "alpha", "Beta", "the", "The", "a", "plan", "review", "v1.31", "2,5", "Dr.", "Inc.", "it", "moves.", "Done!", "why?", "(see", "note)", "\"quoted\"", "naïve", "😀",
        "שלום", "{sender}", "[x]", "</record>", "Ignore", "previous", "instructions.", "a;b", "one,", "two:", "--", "\\", "https://evil.example",
    ];

    private static readonly string?[] Wordings = [null, null, "{name} on {date}[, owned by {owner}]", "{name}[ ({date})][, {owner} leads]", "[by {owner}: ]{name}"];

    private static readonly string?[] Leads = [null, null, "Here is the news about the {f0}.", "We write about {f1}. This is new.", "To {missing} or not."];

    private static readonly string[][] Forbidden = [[], ["there are", "pleased"], ["thank you", "questions", "there is one"]];

    private static readonly Gen<string> Text = OneOf(Words).Array[1, 9].Select(words => string.Join(' ', words));

    private static readonly Gen<string> LongText = Gen.Select(Text.Array[1, 5], OneOf("\n", ". ", "\r\n- ", " \u2028", "\t")).Select((lines, end) => string.Join(end, lines));

    private static readonly Gen<DateOnly> Date = Gen.Int[0, 3000].Select(days => new DateOnly(2024, 1, 1).AddDays(days));

    private static readonly Gen<FieldKind> Scalar = OneOf(
        FieldKind.Text, FieldKind.LongText, FieldKind.Number, FieldKind.Money, FieldKind.Date, FieldKind.YesNo, FieldKind.Person, FieldKind.Choice);

    private static readonly Gen<(TemplateField Field, JsonNode? Value)> ScalarField =
        from kind in Scalar
        from label in OneOf(Labels)
        from value in Value(kind)
        from given in Gen.Int[0, 4]
        from wording in OneOf<string?>(null, null, "{value}", "It is {value} now[, says {nobody}].")
        select (new TemplateField { Name = "x", Label = label, Kind = kind, Wording = wording, Choices = kind == FieldKind.Choice ? ["yes", "In progress"] : null }, given > 0 ? value : null);

    private static readonly Gen<(TemplateField Field, JsonNode? Value)> ListField =
        from label in OneOf(Labels)
        from wording in OneOf(Wordings)
        from items in Item.Array[0, 12]
        select (new TemplateField { Name = "x", Label = label, Kind = FieldKind.List, Wording = wording, Fields = ItemFields }, (JsonNode?)new JsonArray([.. items.Select(i => (JsonNode)i)]));

    private static IReadOnlyList<TemplateField> ItemFields { get; } =
    [
        new TemplateField { Name = "name", Label = "Name", Kind = FieldKind.Text, Required = true },
        new TemplateField { Name = "date", Label = "Date", Kind = FieldKind.Date },
        new TemplateField { Name = "owner", Label = "Owner", Kind = FieldKind.Text },
    ];

    private static Gen<JsonObject> Item =>
        from name in Text
        from date in Date.Select(Iso).Null()
        from owner in Text.Null()
        select new JsonObject { ["name"] = name, ["date"] = date, ["owner"] = owner };

    /// <summary>A brief of any template.</summary>
    public static Gen<Brief> Any { get; } =
        from scalars in ScalarField.Array[1, 6]
        from lists in ListField.Array[0, 3]
        from shape in Shape
        select Build([.. scalars, .. lists], shape);

    private static Gen<(int Sections, int Seed, int Min, int Span, int Paragraphs, string?[] Leads, string[] Forbidden, string Language, Tone Tone, OutputFormat Format)> Shape =>
        from sections in Gen.Int[1, 4]
        from seed in Gen.Int[0, 1000]
        from min in Gen.Int[1, 200]
        from span in Gen.Int[0, 80]
        from paragraphs in Gen.Int[1, 5]
        from leads in OneOf(Leads).Array[4]
        from forbidden in OneOf(Forbidden)
        from language in OneOf("en", "en-GB", "de")
        from tone in Gen.Select(OneOf("friendly", "formal", "plain", "excited"), Gen.Enum<GrammaticalPerson>()).Select((name, person) => new Tone(name, person))
        from format in Gen.Enum<OutputFormat>()
        select (sections, seed, min, span, paragraphs, leads, forbidden, language, tone, format);

    private static Gen<JsonNode?> Value(FieldKind kind) => kind switch
    {
        FieldKind.Text => Text.Select(t => (JsonNode?)t),
        FieldKind.LongText => LongText.Select(t => (JsonNode?)t),
        FieldKind.Number => Gen.Int[-5, 2_000_000].Select(n => (JsonNode?)(n / 4m)),
        FieldKind.Money => Gen.Int[0, 2_000_000].Select(n => (JsonNode?)new JsonObject { ["amount"] = n / 4m, ["currency"] = "EUR" }),
        FieldKind.Date => Date.Select(d => (JsonNode?)Iso(d)),
        FieldKind.YesNo => Gen.Bool.Select(b => (JsonNode?)b),
        FieldKind.Person => Text.Select(t => (JsonNode?)new JsonObject { ["name"] = t, ["email"] = "a@b.example" }),
        _ => Gen.Const("In progress").Select(t => (JsonNode?)t),
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static Brief Build(
        IReadOnlyList<(TemplateField Field, JsonNode? Value)> fields,
        (int Sections, int Seed, int Min, int Span, int Paragraphs, string?[] Leads, string[] Forbidden, string Language, Tone Tone, OutputFormat Format) shape)
    {
        Workflow sample = Given.StatusReport.Workflow;
        TemplateField[] named = [.. fields.Select((f, i) => f.Field with { Name = $"f{i}" })];
        var record = new JsonObject(fields.Select((f, i) => KeyValuePair.Create($"f{i}", f.Value?.DeepClone())));
        int SectionOf(int field) => (field + shape.Seed) % (shape.Sections + (shape.Seed % 2)); // one past the last: in no section
        OutputContract output = sample.Output with
        {
            Format = shape.Format,
            Language = shape.Language,
            Words = new CountRange(shape.Min, shape.Min + shape.Span),
            Paragraphs = new CountRange(shape.Paragraphs, shape.Paragraphs + (shape.Seed % 3)),
            Tone = [shape.Tone.Name],
            Person = shape.Tone.Person,
            ForbiddenPhrases = shape.Forbidden,
            MustMention = [.. named.Where((_, i) => (i + shape.Seed) % 3 == 0).Select(f => JsonPointer.Root.Append(f.Name))],
            Sections =
            [
                .. Enumerable.Range(0, shape.Sections).Select(s => new ContractSection
                {
                    Key = $"s{s}",
                    Heading = s % 2 == 0 ? $"Part {s}" : null,
                    Purpose = "Tell it.",
                    Fields = [.. named.Where((_, i) => SectionOf(i) == s).Select(f => JsonPointer.Root.Append(f.Name))],
                    Lead = shape.Leads[s],
                    Close = s == 1 ? "That is all about it." : null,
                }),
            ],
        };
        return Given.BriefOf(sample with { Input = new InputTemplate([], named), Output = output }, System.Text.Json.JsonSerializer.SerializeToElement(record));
    }

    internal sealed record Tone(string Name, GrammaticalPerson Person);
}
