using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Whether even pages have headers and footers of their own (17.10.1): a setting of the whole document, which nothing can track.</summary>
internal static class EvenPages
{
    // What stands before it in CT_Settings (17.15.1.78).
    private static readonly HashSet<string> Before =
    [
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape",
        "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData",
        "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod",
        "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride",
        "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope",
        "summaryLength", "clickAndTypeStyle", "defaultTableStyle",
    ];

    /// <summary>Whether a document has them.</summary>
    public static bool AreOwn(Side side) =>
        side.Related(side.Main, "settings") is { } part && side.Map(part).Root.Child(W.Ns + "evenAndOddHeaders") is { } setting
        && setting.Attribute(W.Val) is not ("0" or "false" or "off");

    /// <summary>Gives the original them.</summary>
    public static void MakeOwn(Comparison comparison)
    {
        var original = comparison.Original;
        if (original.Related(original.Main, "settings") is not { } part)
        {
            part = comparison.Edits.AddPart(PackageRules.Resolve(original.Main, "settings.xml"), PackageRules.WordType + "settings+xml",
                Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:settings xmlns:w=\"{W.Ns}\"/>"));
            comparison.Edits.Relate(original.Main, PackageRules.RelationshipType + "settings", part, external: false);
        }

        var target = new PartTarget(comparison.PartOfOriginal(part));
        var root = target.Part.Map.Root;
        var at = root.Span.Content;
        var rest = at;
        foreach (var child in root.Children)
        {
            if (child.Name == W.Ns + "evenAndOddHeaders")
            {
                rest = child.Span.End;
            }
            else if (child.Name.Namespace == W.Ns && Before.Contains(child.Name.LocalName))
            {
                (at, rest) = (child.Span.End, child.Span.End);
            }
        }

        var text = target.Part.Map.Text;
        original.Package.Replace(part, target.WithInside(root.IsEmpty ? $"<{target.Word}evenAndOddHeaders/>"
            : $"{text.AsSpan(root.Span.Content, at - root.Span.Content)}<{target.Word}evenAndOddHeaders/>{text.AsSpan(rest, root.Span.ContentEnd - rest)}"));
    }
}
