namespace HandoffOffice.Domain.Design;

/// <summary>What kind of value a field takes, and how its JSON looks.</summary>
public enum FieldKind
{
    /// <summary>One line; a JSON string without line breaks.</summary>
    Text,

    /// <summary>Several lines; a JSON string.</summary>
    LongText,

    /// <summary>A JSON number of at most 15 significant digits.</summary>
    Number,

    /// <summary><c>{"amount": number, "currency": "EUR"}</c> with an ISO 4217 code.</summary>
    Money,

    /// <summary>A calendar date, <c>YYYY-MM-DD</c> (RFC 3339 full-date).</summary>
    Date,

    /// <summary>One of the field's choices; a JSON string.</summary>
    Choice,

    /// <summary>A JSON boolean.</summary>
    YesNo,

    /// <summary><c>{"name": string, "email"?: string}</c>.</summary>
    Person,

    /// <summary>An array of objects, each with the field's own fields.</summary>
    List,
}

/// <summary>The structured input that a workflow starts from (C01). The form, the JSON Schema and the validator all come from it.</summary>
/// <param name="Groups">The form's headings, in order; a field without a group stands before them.</param>
/// <param name="Fields">The fields, in the order of the form. At least one.</param>
public sealed record InputTemplate(IReadOnlyList<FieldGroup> Groups, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>The field at a pointer of the template (<c>/client</c>, <c>/milestonesCompleted/date</c>) or of a record
    /// (<c>/milestonesCompleted/0/date</c>), or null where there is none.</summary>
    public TemplateField? Field(JsonPointer pointer)
    {
        IReadOnlyList<TemplateField> fields = Fields;
        TemplateField? found = null;
        bool inRow = false;
        foreach (string token in pointer.Tokens)
        {
            if (found is { Kind: FieldKind.List } && !inRow && token.Length > 0 && token.All(char.IsAsciiDigit))
            {
                inRow = true;
                continue;
            }

            found = fields.FirstOrDefault(field => field.Name == token);
            if (found is null)
            {
                return null;
            }

            fields = found.Fields ?? [];
        }

        return found;
    }
}

/// <summary>A heading of the form.</summary>
/// <param name="Key">What fields name it by.</param>
/// <param name="Label">What people read.</param>
public sealed record FieldGroup(string Key, string Label);

/// <summary>One field of an input template.</summary>
public sealed record TemplateField
{
    /// <summary>The JSON member: a lower-case letter, then letters and digits; at most 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What people read; also how the offline drafter names the field.</summary>
    public required string Label { get; init; }

    /// <summary>The kind of value.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether a record must have it.</summary>
    public bool Required { get; init; }

    /// <summary>The key of the group it stands in.</summary>
    public string? Group { get; init; }

    /// <summary>One sentence of help.</summary>
    public string? Help { get; init; }

    /// <summary>An example value as a person would type it.</summary>
    public string? Example { get; init; }

    /// <summary>Least value of a <see cref="FieldKind.Number"/> or amount of a <see cref="FieldKind.Money"/>.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value of a <see cref="FieldKind.Number"/> or amount of a <see cref="FieldKind.Money"/>.</summary>
    public decimal? Max { get; init; }

    /// <summary>The currency that the form of a <see cref="FieldKind.Money"/> starts with, an ISO 4217 code; a record may have another.</summary>
    public string? Currency { get; init; }

    /// <summary>Least length of a text in characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest length of a text in characters; 500 for Text and 10,000 for LongText where it is not set.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole text matches (the non-backtracking .NET subset).</summary>
    public string? Pattern { get; init; }

    /// <summary>The values of a <see cref="FieldKind.Choice"/>; at least two.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Least number of items of a <see cref="FieldKind.List"/>.</summary>
    public int? MinItems { get; init; }

    /// <summary>Greatest number of items of a <see cref="FieldKind.List"/>; 200 where it is not set.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The fields of one item of a <see cref="FieldKind.List"/>; lists do not nest.</summary>
    public IReadOnlyList<TemplateField>? Fields { get; init; }

    /// <summary>
    /// How a sentence says the value, for the offline drafter and as guidance to a model: <c>{value}</c> is this field,
    /// <c>{name}</c> and the like are fields of a list's item, and a part in brackets is left out where its field has no value or
    /// the text would grow too long: <c>"{name} ({date})[, owned by {owner}]"</c>.
    /// </summary>
    public string? Wording { get; init; }
}
