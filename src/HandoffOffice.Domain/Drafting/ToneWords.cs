using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Drafting;

/// <summary>The tone that a text is to have, and the stems of the words that name one in English and German.</summary>
public static class ToneWords
{
    /// <summary>Formal ones.</summary>
    public static IReadOnlyList<string> Formal { get; } = ["formal", "formell", "förmlich", "official", "sachlich"];

    /// <summary>Friendly ones.</summary>
    public static IReadOnlyList<string> Friendly { get; } = ["friend", "warm", "personal", "casual", "kind", "freund", "herzlich", "locker"];

    /// <summary>The tones that a text is to have: the one that its author chose in the record's field "tone", in any case, else the contract's.</summary>
    public static IReadOnlyList<string> Wanted(Workflow workflow, InputRecord record) => workflow.Input.Fields
        .Where(field => field.Kind == FieldKind.Choice && field.Name.Equals("tone", StringComparison.OrdinalIgnoreCase))
        .Select(field => record.Find(JsonPointer.Root.Append(field.Name))?.ToString())
        .FirstOrDefault() is { } chosen ? [chosen] : workflow.Output.Tone;

    /// <summary>The words of a tone.</summary>
    public static IReadOnlyList<string> Split(string tone) => tone.Split([' ', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a word of a tone begins with one of these stems.</summary>
    public static bool Begins(string word, IReadOnlyList<string> stems) => stems.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
}
