using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// Whether a designer's sentence names anything that a draft could be held against (C28). Words in English and German; it judges wording, not sense.
/// </summary>
internal static partial class VagueWords
{
    // What a model is told to do, in any words; it says nothing of what about.
    private static readonly FrozenSet<string> Orders = Words(
        "summarize summarise summary sum up write draft compose create generate produce make prepare describe explain tell say give state cover do help handle improve talk speak report please let want need "
        + "should must "
        + "schreibe schreiben fasse zusammen zusammenfassen zusammenfassung erstelle erstellen beschreibe beschreiben verfasse verfassen formuliere mache bitte sage sagen nenne");

    // Names the whole thing, or nothing at all.
    private static readonly FrozenSet<string> Everything = Words(
        "project projects it this that everything anything something all whole text document mail email message report letter content output result thing things stuff "
        + "work ai matter topic subject situation story news part section "
        + "projekt alles etwas ganze text dokument nachricht bericht brief inhalt ergebnis sache thema lage teil abschnitt ki");

    private static readonly FrozenSet<string> Praise = Words(
        "good nice great well best better professional appropriate suitable fitting proper properly clear clearly "
        + "short long brief briefly quick quickly high quality perfect excellent interesting engaging relevant important key main usual normal "
        + "gut gute guten gutes schön schöne passend passende klar kurz lang wichtig wichtige gründlich sauber hochwertig");

    private static readonly FrozenSet<string> Glue = Words(
        "a an the of in on at for and or to from by with as is are be has have any each every its your you we our us i me my about into so very more most up out some "
        + "der die das den dem des ein eine einen einem einer und oder ist sind hat haben zu aus im in auf für von mit als wie es über uns wir ich");

    private static readonly FrozenSet<string> EmptyTones = Words(
        "good nice great fine ok okay right appropriate suitable fitting proper normal usual standard best better gut passend normal üblich angemessen");

    private static readonly (FrozenSet<string> One, FrozenSet<string> Other)[] Contradictions =
    [
        (Words("formal ceremonious official förmlich formell"), Words("casual informal chatty relaxed playful cheeky slangy colloquial locker informell salopp verspielt")),
        (Words("serious sober solemn grave ernst sachlich"), Words("playful funny humorous witty cheeky jokey silly witzig lustig verspielt")),
        (Words("neutral objective impartial detached factual sachlich"), Words("excited enthusiastic emotional passionate salesy begeistert emotional")),
        (Words("friendly warm kind cordial freundlich herzlich warm"), Words("cold stern harsh curt distant strict kühl streng distanziert schroff")),
        (Words("brief concise terse short knapp kurz"), Words("detailed exhaustive extensive elaborate ausführlich detailliert")),
        (Words("modest humble restrained bescheiden zurückhaltend"), Words("boastful bold salesy bombastic großspurig reißerisch")),
    ];

    /// <summary>Whether a sentence names nothing in particular.</summary>
    public static bool NamesNothing(string text) => !Split(text).Any(word => !Orders.Contains(word) && !Everything.Contains(word) && !Praise.Contains(word) && !Glue.Contains(word));

    /// <summary>Whether a tone is a word that everybody reads in another way.</summary>
    public static bool IsEmptyTone(string tone) => Split(tone).All(word => EmptyTones.Contains(word) || Glue.Contains(word) || word is "tone" or "ton");

    /// <summary>Two tones that can't both be met, or null.</summary>
    public static (string One, string Other)? Contradiction(IReadOnlyList<string> tones) =>
        (from one in tones
         from other in tones
         from pair in Contradictions
         where Split(one).Any(pair.One.Contains) && Split(other).Any(pair.Other.Contains)
         select ((string, string)?)(one, other)).FirstOrDefault();

    private static IReadOnlyList<string> Split(string text) => [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['’-][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();
}
