using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Runs that were inserted with other words than those that were accepted.</summary>
internal static class RunChanges
{
    /// <summary>Gives an insertion other words in the formatting of its first run. Comments on it stay, around all of the new words.</summary>
    public static void Rewrite(TrackedChange change, string text)
    {
        var insertion = change.Element;
        var runs = insertion.Elements(W.R).ToList();
        var first = runs.Find(run => run.Elements(W.T).Any());
        if (first is null || insertion.Elements().Any(e => e.Name != W.R && !W.IsMarker(e)) || !runs.TrueForAll(RevisionText.IsPlainRun))
        {
            throw new RevisionNotSupportedException("not-plain-text", "Only an insertion of plain text can be accepted with other words.", change.Place);
        }

        var before = RevisionText.Of(insertion);
        var lead = before[..^before.TrimStart().Length];
        var trail = string.IsNullOrWhiteSpace(before) ? "" : before[before.TrimEnd().Length..];
        foreach (var run in runs)
        {
            run.Elements().Where(e => e.Name != W.RPr && e.Name != W.Ns + "commentReference").Remove();
            if (run != first && !run.Elements(W.Ns + "commentReference").Any())
            {
                run.Remove();
            }
        }

        first.Add(RunText.Content(lead + text + trail));
        foreach (var start in insertion.Elements(W.Ns + "commentRangeStart").ToList())
        {
            start.Remove();
            first.AddBeforeSelf(start);
        }

        foreach (var end in insertion.Elements(W.Ns + "commentRangeEnd").ToList())
        {
            if (first.ElementsBeforeSelf().Contains(end))
            {
                end.Remove();
                first.AddAfterSelf(end);
            }
        }
    }
}
