using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Design;

namespace HandoffOffice.Domain.Tests.Intake;

/// <summary>Random records that mostly fit a template, and go wrong here and there.</summary>
internal static class Records
{
    private static readonly string[] Texts = ["\"text\"", "\"\"", "\" \\n\"", "\"two\\nlines\"", "\"AB-12\"", "\"\\u0007\"", "\"\\ufeff\"", "\"\\u0085\"", "\"ab\"", "\"\\ud83d\\ude00\"", "\"abcdefghijklmnop\""];
    private static readonly string[] Numbers = ["0", "5", "-1", "7.5", "1000", "1001", "1e2"];
    private static readonly string[] Amounts = ["""{"amount":5,"currency":"EUR"}""", """{"amount":-5,"currency":"EUR"}""", """{"amount":5,"currency":"eur"}""", """{"amount":5}""", """{"amount":5,"currency":"EUR","x":1}""", """{"amount":null,"currency":"EUR"}"""];
    private static readonly string[] Dates = ["\"2024-06-14\"", "\"2024-02-30\"", "\"14.06.2024\"", "\"\""];
    private static readonly string[] People = ["""{"name":"Ada"}""", """{"name":"Ada","email":"ada@example.com"}""", """{"name":"Ada","email":null}""", """{"name":""}""", """{"email":"ada@example.com"}""", """{"name":"Ada","email":""}"""];

    public static Gen<string> Near(InputTemplate template) => Members(template.Fields);

    private static Gen<string> Members(IReadOnlyList<TemplateField> fields) => fields
        .Select(field => Gen.Select(Gen.Frequency((12, Value(field)), (1, Gen.Const("null")), (1, Json.Values)), Gen.Int[0, 15], (value, skip) => (field.Name, Value: value, Skip: skip == 0)))
        .Aggregate(Gen.Const(Array.Empty<(string Name, string Value, bool Skip)>()), (all, next) => Gen.Select(all, next, (many, one) => many.Append(one).ToArray()))
        .Select(Gen.Int[0, 20], (members, extra) => Json.Object(
            [.. members.Where(m => !m.Skip).Select(m => KeyValuePair.Create(m.Name, m.Value)), .. extra == 0 ? [KeyValuePair.Create("unknown", "1")] : Array.Empty<KeyValuePair<string, string>>()]));

    private static Gen<string> Value(TemplateField field) => field.Kind switch
    {
        FieldKind.Number => OneOf(Numbers),
        FieldKind.Money => OneOf(Amounts),
        FieldKind.Date => OneOf(Dates),
        FieldKind.Choice => Gen.Frequency((4, OneOf([.. field.Choices!.Select(choice => $"\"{choice}\"")])), (1, OneOf(Texts))),
        FieldKind.YesNo => OneOf(["true", "false"]),
        FieldKind.Person => OneOf(People),
        FieldKind.List => Gen.Frequency((6, Members(field.Fields!).Array[0, 4].Select(rows => $"[{string.Join(',', rows)}]")), (1, Gen.Const("[5]"))),
        _ => OneOf(Texts),
    };

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
