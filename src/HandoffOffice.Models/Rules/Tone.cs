using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Rules;

/// <summary>The tones that the phrase tables tell apart.</summary>
internal enum Tone
{
    Plain,
    Friendly,
    Formal,
    Excited,
}

/// <summary>Finds the tone that a text is to have.</summary>
internal static class Tones
{
    private static readonly (Tone Tone, string[] Stems)[] Known =
    [
        (Tone.Excited, ["excit", "enthus", "upbeat", "energ", "begeist"]),
        (Tone.Formal, ["formal", "formell", "förmlich", "official", "sachlich"]),
        (Tone.Friendly, ["friend", "warm", "personal", "casual", "kind", "freund", "herzlich", "locker"]),
    ];

    /// <summary>The tone that the author chose in the record's field "tone" where it is known, else the contract's first known one.</summary>
    public static Tone Of(Brief brief)
    {
        string? chosen = brief.Workflow.Input.Fields
            .Where(field => field.Kind == FieldKind.Choice && field.Name.Equals("tone", StringComparison.OrdinalIgnoreCase))
            .Select(field => brief.Record.Find(Domain.JsonPointer.Root.Append(field.Name))?.ToString())
            .FirstOrDefault();
        return chosen is null ? brief.Workflow.Output.Tone.Select(Named).FirstOrDefault(tone => tone != Tone.Plain) : Named(chosen);
    }

    private static Tone Named(string words) => words.Split([' ', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => Known.Where(known => known.Stems.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))))
        .Select(known => known.Tone)
        .FirstOrDefault();
}
