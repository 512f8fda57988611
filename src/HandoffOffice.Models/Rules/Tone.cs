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
    private static readonly (Tone Tone, IReadOnlyList<string> Stems)[] Known =
    [
        (Tone.Excited, ["excit", "enthus", "upbeat", "energ", "begeist"]),
        (Tone.Formal, ToneWords.Formal),
        (Tone.Friendly, ToneWords.Friendly),
    ];

    /// <summary>The first known one of those that are wanted.</summary>
    public static Tone Of(Brief brief) => ToneWords.Wanted(brief.Workflow, brief.Record).Select(Named).FirstOrDefault(tone => tone != Tone.Plain);

    private static Tone Named(string words) => ToneWords.Split(words)
        .SelectMany(word => Known.Where(known => ToneWords.Begins(word, known.Stems)))
        .Select(known => known.Tone)
        .FirstOrDefault();
}
