using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Api.Reviewing;

/// <summary>That a change which was just decided had a practice error in it (C51). It is out of the text; the change is undecided again.</summary>
/// <param name="Found">Whether the reviewer saw it; else it was missed.</param>
/// <param name="ChangeId">The change.</param>
/// <param name="PlantedText">The sentence with the error.</param>
/// <param name="TrueText">The sentence as it was drafted, and as it is again.</param>
/// <param name="PlantedWords">The wrong words.</param>
/// <param name="TrueWords">The words in whose place they stood.</param>
/// <param name="Pointer">The field of the record that says it; null where the meaning was reversed.</param>
/// <param name="Label">What people call the field.</param>
/// <param name="RecordSays">What it says.</param>
/// <param name="YourWords">What the reviewer wrote in place of the sentence; not kept in the text.</param>
public sealed record SeedResultView(
    bool Found, string ChangeId, string PlantedText, string TrueText, string PlantedWords, string TrueWords, JsonPointer? Pointer, string? Label, string? RecordSays,
    string? YourWords)
{
    internal static SeedResultView Of(SeededError seed, Handoff handoff)
    {
        FactMention? fact = handoff.Report?.Evidence.Facts.FirstOrDefault(fact => fact.Pointer == seed.Pointer);
        return new SeedResultView(
            seed.State == SeedState.Found, seed.ChangeId, seed.PlantedText, seed.TrueText, seed.PlantedWords, seed.TrueWords, seed.Pointer, fact?.Label, fact?.Value,
            seed.EditedText);
    }
}
