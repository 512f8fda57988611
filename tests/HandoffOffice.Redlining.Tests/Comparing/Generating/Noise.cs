using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Comparing.Wml;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What another session of Word, or another program, writes differently without saying anything else.</summary>
internal static class Noise
{
    /// <summary>Session ids, proofing marks, languages, runs cut in two, other relationship and bookmark ids.</summary>
    public static GeneratedDocument Add(GeneratedDocument document, int seed)
    {
        var random = new Random(seed);
        foreach (var paragraph in document.Stories.Values.Descendants(Ooxml.P).ToList())
        {
            paragraph.SetAttributeValue(Ns + "rsidR", Session(random));
            paragraph.SetAttributeValue(Ns + "rsidRDefault", Session(random));
            foreach (var run in paragraph.Elements(Ns + "r").ToList())
            {
                Disturb(run, random);
            }
        }

        document.Sessions = [Session(random), Session(random)];
        document.IdPrefix = random.Next(2) == 0 ? "r" : "rId9";
        return document.PutTogether();
    }

    private static void Disturb(XElement run, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                run.SetAttributeValue(Ns + "rsidRPr", Session(random));
                break;
            case 1:
                run.AddBeforeSelf(E("proofErr", At("type", "spellStart")));
                run.AddAfterSelf(E("proofErr", At("type", "spellEnd")));
                break;
            case 2 when run.Element(Ns + "rPr")?.Element(Ns + "rPrChange") is null:
                Language(run);
                break;
            case 3 when run.Elements().All(e => e.Name == Ns + "t" || e.Name == Ns + "rPr") && run.Element(Ns + "t") is { Value.Length: > 4 } text:
                var second = new XElement(run);
                second.Elements(Ns + "t").First().Value = text.Value[3..];
                text.Value = text.Value[..3];
                run.AddAfterSelf(second);
                break;
            default:
                break;
        }
    }

    private static void Language(XElement run)
    {
        var properties = run.Element(Ns + "rPr");
        if (properties is null)
        {
            run.AddFirst(properties = E("rPr"));
        }

        properties.Element(Ns + "lang")?.Remove();
        properties.Add(Val("lang", "de-DE"));
    }

    private static string Session(Random random) => $"{random.Next(0x1000, 0xFFFFFF):X8}";
}
