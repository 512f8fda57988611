using System.Text.Json;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>A list of edits as JSON. What is wrong with it is told with the JSON pointer (RFC 6901) of the field.</summary>
internal static class EditList
{
    private static readonly string[] Anchors = ["words", "paragraph", "behindParagraph", "beforeParagraph"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads the list.</summary>
    /// <param name="json">A JSON array.</param>
    /// <param name="author">Gives the date to the edits that name an author.</param>
    /// <exception cref="InvalidDataException">It is no JSON, or no list of edits.</exception>
    public static IReadOnlyList<DocumentEdit> Parse(ReadOnlyMemory<byte> json, RevisionAuthor author)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind != JsonValueKind.Array
                ? throw Bad("", "the edits are no array")
                : [.. document.RootElement.EnumerateArray().Select((edit, index) => Edit(edit, $"/{index}", author))];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The edits are no JSON: {e.Message}", e);
        }
    }

    private static DocumentEdit Edit(JsonElement edit, string at, RevisionAuthor author)
    {
        var words = edit.ValueKind == JsonValueKind.Object && edit.TryGetProperty("words", out _);
        Known(edit, at, words ? ["words", "occurrence", "in", "replacement", "reason", "author"] : ["paragraph", "behindParagraph", "beforeParagraph", "replacement", "reason", "author"]);
        var anchors = Anchors.Where(name => edit.TryGetProperty(name, out _)).ToList();
        if (anchors.Count != 1)
        {
            throw Bad(at, $"an edit has exactly one of {string.Join(", ", Anchors)}");
        }

        var name = Text(edit, at, "author", required: false);
        return new DocumentEdit(Anchor(edit, at, anchors[0]), Text(edit, at, "replacement") ?? "", Text(edit, at, "reason", required: false),
            name is null ? null : string.IsNullOrWhiteSpace(name) ? throw Bad($"{at}/author", "the author has no name") : author with { Name = name });
    }

    private static DocumentAnchor Anchor(JsonElement edit, string at, string name) => name switch
    {
        "words" => new DocumentAnchor.Words(Text(edit, at, "words") ?? "", Number(edit, at, "occurrence"), edit.TryGetProperty("in", out _) ? Place(edit, at, "in") : null),
        "paragraph" => new DocumentAnchor.Paragraph(Place(edit, at, name)),
        "behindParagraph" => new DocumentAnchor.BehindParagraph(Place(edit, at, name)),
        _ => new DocumentAnchor.BeforeParagraph(Place(edit, at, name)),
    };

    private static ParagraphPlace Place(JsonElement edit, string at, string name)
    {
        var (place, inner) = (edit.GetProperty(name), $"{at}/{name}");
        Known(place, inner, ["number", "part", "control", "expected"]);
        var number = Number(place, inner, "number") ?? throw Bad($"{inner}/number", "the number is missing");
        var control = Text(place, inner, "control", required: false);
        var expected = Text(place, inner, "expected", required: false);
        return Text(place, inner, "part", required: false) is { } part
            ? new ParagraphPlace(number, part, control, expected)
            : new ParagraphPlace(number, ControlTag: control, Expected: expected);
    }

    private static void Known(JsonElement element, string at, string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Bad(at, "this is no object");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw Bad($"{at}/{property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", $"this is none of {string.Join(", ", names)}");
            }
        }
    }

    private static string? Text(JsonElement element, string at, string name, bool required = true)
    {
        if (!element.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Null && !required))
        {
            return required ? throw Bad($"{at}/{name}", $"the {name} is missing") : null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad($"{at}/{name}", "this is no text");
    }

    private static int? Number(JsonElement element, string at, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Bad($"{at}/{name}", "this is no whole number");

    private static InvalidDataException Bad(string pointer, string message) => new($"{(pointer.Length == 0 ? "The edits" : pointer)}: {message}.");
}
