using System.Collections.Frozen;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>Words that a paraphrase changes at will, in English and German.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All =
        """
        a an the this that these those it its they them their he she his her him we us our you your i me my who which what
        and or but so as if than then when while because though although also too both either neither nor
        of in on at to for from by with without into onto over under about after before during between until till through per via within
        is are was were be been being am has have had having do does did will would shall should can could may might must
        not no yes there here all any each every some such only just very more most other own same again still already yet now
        pdf docx doc xlsx xls pptx ppt csv txt zip md odt png jpg
        der die das den dem des ein eine einen einem einer eines und oder aber als wenn dass weil zu zum zur von vom mit ohne in im am an
        auf aus bei beim nach vor bis fur um uber unter durch gegen ist sind war waren sein wird werden wurde wurden hat haben hatte hatten
        kann konnen soll sollen muss mussen nicht kein keine keinen auch noch schon nur sich sie er es wir ihr ihre ihren ihrer unser unsere
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => All.Contains(folded) || folded.Length == 0;
}
