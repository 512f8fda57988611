using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Properties that remember what they were (17.13.5.29-.37): the element holds the new ones, its change element the old.</summary>
internal static class PropertyChanges
{
    // What the remembered properties never include, because it is not theirs to change (CT_PPrBase, CT_SectPrBase, CT_TrPrBase...).
    private static readonly Dictionary<string, (string[] First, string[] Last)> Kept = new()
    {
        ["rPrChange"] = (["ins", "del", "moveFrom", "moveTo"], []),
        ["pPrChange"] = ([], ["rPr", "sectPr"]),
        ["sectPrChange"] = (["headerReference", "footerReference"], []),
        ["trPrChange"] = ([], ["ins", "del"]),
        ["tcPrChange"] = ([], ["cellIns", "cellDel", "cellMerge"]),
    };

    public static void Settle(XElement change, bool accepted)
    {
        var properties = change.Parent;
        change.Remove();
        if (accepted || properties is null)
        {
            return;
        }

        var (first, last) = Kept.GetValueOrDefault(change.Name.LocalName, ([], []));
        var old = change.Elements().FirstOrDefault();
        properties.Elements().Where(e => e.Name.Namespace != W.Ns || !(first.Contains(e.Name.LocalName) || last.Contains(e.Name.LocalName))).Remove();

        var restored = old?.Elements().Where(e => RevisionNames.KindOf(e) is null && !first.Contains(e.Name.LocalName)).Select(e => new XElement(e)).ToList() ?? [];
        foreach (var tracked in restored.SelectMany(e => e.Descendants()).Where(e => RevisionNames.KindOf(e) is not null).ToList())
        {
            tracked.Remove();
        }

        var lastFirst = properties.Elements().LastOrDefault(e => first.Contains(e.Name.LocalName));
        if (lastFirst is null)
        {
            properties.AddFirst(restored);
        }
        else
        {
            lastFirst.AddAfterSelf(restored);
        }
    }
}
