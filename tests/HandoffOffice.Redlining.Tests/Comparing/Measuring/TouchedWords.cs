using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What a comparison's tracked changes do to words.</summary>
/// <param name="Deleted">Words of the original (its own changes accepted) with at least one character deleted; moves aside.</param>
/// <param name="Inserted">Words of the revised document with at least one character inserted; moves aside.</param>
/// <param name="Split">Words of either that are changed only in part.</param>
/// <param name="SingleLetters">Changes of one letter inside a word.</param>
internal readonly record struct WordTally(int Deleted, int Inserted, int Split, int SingleLetters)
{
    public int Touched => Deleted + Inserted;

    public static WordTally operator +(WordTally a, WordTally b) =>
        new(a.Deleted + b.Deleted, a.Inserted + b.Inserted, a.Split + b.Split, a.SingleLetters + b.SingleLetters);
}

/// <summary>Reads both texts out of one redlined file, character by character with what became of it.</summary>
internal static class TouchedWords
{
    /// <summary>Counts in all stories.</summary>
    /// <param name="package">The redlined file.</param>
    /// <param name="isOurs">Whether a tracked change is the comparison's, and not one that the inputs came with.</param>
    public static WordTally Count(RawPackage package, Func<XElement, bool> isOurs) =>
        package.StoryParts().Aggregate(default(WordTally), (sum, part) => sum + Count(part.Root, isOurs));

    private static WordTally Count(XElement root, Func<XElement, bool> isOurs)
    {
        var (before, after) = (new View(), new View());
        foreach (var paragraph in root.Descendants(Ooxml.P).Where(p => !Ooxml.InFallback(p)))
        {
            foreach (var child in RunChildren(paragraph))
            {
                Add(Text(child), Fate.Of(child, isOurs), before, after);
            }

            var ends = paragraph.ElementsAfterSelf().FirstOrDefault()?.Name != Ooxml.P;
            var mark = Fate.OfMark(paragraph, isOurs);
            Add("\n", new Fate(mark.Before || ends, mark.After || ends, false, false), before, after);
        }

        return before.Count(deleted: true) + after.Count(deleted: false);
    }

    private static void Add(string text, Fate fate, View before, View after)
    {
        if (fate.Before)
        {
            before.Add(text, fate.Deleted);
        }

        if (fate.After)
        {
            after.Add(text, fate.Inserted);
        }
    }

    // What hangs in a text box belongs to the paragraphs there.
    private static IEnumerable<XElement> RunChildren(XElement element)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name == Ooxml.W + "pPr" || child.Name == Ooxml.W + "rPr" || child.Name == Ooxml.TextBox || child.Name == Ooxml.Fallback)
            {
                continue;
            }

            yield return child;
            foreach (var inner in RunChildren(child))
            {
                yield return inner;
            }

            // Once more for its end: a formula is no part of the word before it or after it.
            if (child.Name == Ooxml.M + "oMath")
            {
                yield return child;
            }
        }
    }

    private static string Text(XElement child) => child.Name.LocalName switch
    {
        "t" => child.Value,
        "delText" => child.Value,
        "tab" or "ptab" or "br" or "cr" => " ",
        "noBreakHyphen" => "\u2011",
        "softHyphen" => "\u00AD",
        "oMath" or "drawing" or "pict" or "object" or "fldChar" or "footnoteReference" or "endnoteReference" => "\uFFFC",
        _ => "",
    };

    private readonly record struct Fate(bool Before, bool After, bool Deleted, bool Inserted)
    {
        public static Fate Of(XElement runChild, Func<XElement, bool> isOurs)
        {
            var fate = new Fate(true, true, false, false);
            foreach (var element in runChild.Ancestors().TakeWhile(a => a.Name != Ooxml.TextBox))
            {
                foreach (var change in Changes(element))
                {
                    fate = fate.With(change, isOurs(change));
                }
            }

            return fate;
        }

        public static Fate OfMark(XElement paragraph, Func<XElement, bool> isOurs) =>
            (paragraph.Element(Ooxml.W + "pPr")?.Element(Ooxml.W + "rPr")?.Elements().Where(Ooxml.IsRevision) ?? [])
                .Aggregate(new Fate(true, true, false, false), (fate, change) => fate.With(change, isOurs(change)));

        private Fate With(XElement change, bool ours) => change.Name.LocalName switch
        {
            "ins" or "cellIns" when ours => this with { Before = false, Inserted = true },
            "del" or "cellDel" => this with { Before = Before && ours, After = false, Deleted = Deleted || ours },
            "moveFrom" => this with { Before = Before && ours, After = false },
            "moveTo" when ours => this with { Before = false },
            _ => this,
        };

        // A change stands around the run, or in the properties of the row or cell that the run is in.
        private static IEnumerable<XElement> Changes(XElement element) => element.Name.LocalName switch
        {
            "tr" or "tc" => element.Element(Ooxml.W + (element.Name.LocalName + "Pr"))?.Elements().Where(Ooxml.IsRevision) ?? [],
            _ => Ooxml.IsRevision(element) ? [element] : [],
        };
    }

    private sealed class View
    {
        private readonly StringBuilder text = new();
        private readonly List<bool> touched = [];

        public void Add(string more, bool isTouched)
        {
            text.Append(more);
            touched.AddRange(Enumerable.Repeat(isTouched, more.Length));
        }

        public WordTally Count(bool deleted)
        {
            var (count, split, letters) = (0, 0, 0);
            foreach (System.Text.RegularExpressions.Match word in Words.In(text.ToString()))
            {
                var hits = touched.GetRange(word.Index, word.Length);
                count += hits.Contains(true) ? 1 : 0;
                if (hits.Contains(true) && hits.Contains(false))
                {
                    split++;
                    letters += hits.Where((hit, at) => hit && !hits.ElementAtOrDefault(at - 1) && !hits.ElementAtOrDefault(at + 1)).Count();
                }
            }

            return new WordTally(deleted ? count : 0, deleted ? 0 : count, split, letters);
        }
    }
}
