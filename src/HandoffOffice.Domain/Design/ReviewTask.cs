using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// Whether a checklist item is a task that two people would do alike (C33): it names what to look at, beyond "the draft", and what to hold it against.
/// Words in English and German. It judges wording, not sense: an item that passes can still be a bad one.
/// </summary>
public static partial class ReviewTask
{
    // What a reviewer is told to do, in any words; it says nothing of what to look at.
    private static readonly FrozenSet<string> Orders = Words(
        "check review read through look verify validate ensure make sure confirm proofread proof examine inspect assess evaluate compare find please do go through over again see that "
        + "prüfe prüfen lies lesen durchlesen schaue schauen sieh sicherstellen stelle sicher bestätige bestätigen vergleiche vergleichen finde bitte kontrolliere kontrollieren durch an nach noch einmal");

    // Names the whole thing, or nothing at all.
    private static readonly FrozenSet<string> Everything = Words(
        "draft text document email mail message report letter content output result everything anything all it this whole entire work ai stuff things thing details detail "
        + "entwurf dokument nachricht bericht brief inhalt ergebnis alles ganze ganzen gesamte gesamten das dies ki");

    // Praise and care without a yardstick.
    private static readonly FrozenSet<string> Empty = Words(
        "carefully thoroughly properly correctly more well good fine ok okay right correct accurate complete clear nice quality errors error mistakes mistake issues problems typos "
        + "appropriate suitable satisfactory acceptable professional before after sending sent "
        + "sorgfältig gründlich genau richtig gut korrekt vollständig qualität fehler fehlern probleme passend angemessen vor versand");

    private static readonly FrozenSet<string> Glue = Words(
        "a an the of in on at for and or is are be has have been any no not every each its your you i we with to from by as that there "
        + "der die das den dem des ein eine einen einem einer und oder ist sind hat haben jede jeden jedes jeder kein keine nicht ihr sein mit aus im in auf für von zu als dass wie es");

    private static readonly FrozenSet<string> Yardsticks = Words(
        "with against to from in as than that matches match matching agrees equals lacks says asks beyond like per same identical word once "
        + "mit gegen aus im in wie als dass entspricht entsprechen gleicht stimmt überein laut gemäß nach einmal");

    /// <summary>What an item lacks, as a sentence for the designer, or null when it is a task.</summary>
    /// <param name="text">The item.</param>
    public static string? Lack(string text)
    {
        IReadOnlyList<string> words = [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];
        int things = words.Count(word => !Orders.Contains(word) && !Everything.Contains(word) && !Empty.Contains(word) && !Glue.Contains(word) && !Yardsticks.Contains(word));
        return things == 0 ? "The item names nothing in particular to look at."
            : things < 2 || !(words.Any(Yardsticks.Contains) || text.Contains(':', StringComparison.Ordinal)) ? "The item does not say what to hold it against."
            : null;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['’-][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();
}
