using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Hangs the reason of an edit on the words that it changed. The mark that holds the comment stands in the last insertion, or in the last deletion where
/// nothing was inserted, so that the comment goes when the edit is rejected.
/// </summary>
internal sealed class EditReasons(WordPackage package, EditStamps stamps)
{
    private readonly Lazy<CommentWriter> writer = new(() => new CommentWriter(package));
    private readonly Lazy<Dictionary<string, XElement>> changes = new(() => Changes(package));

    /// <summary>Adds a comment and gives its id.</summary>
    /// <param name="edit">The edit, which landed in the main part outside of text boxes: elsewhere Word ignores comments ([MS-OI29500] 2.1.315, c).</param>
    /// <param name="reason">Its text.</param>
    public string Add(int edit, string reason)
    {
        var own = stamps.Of(edit).Select(id => changes.Value[id]).ToList();
        var runs = own.FindAll(W.IsRunRevision);
        var author = stamps.AuthorOf(edit);
        var holder = runs.FindLast(change => change.Name == W.Ins) ?? (runs.Count > 0 ? runs[^1] : Holder(own[0], edit, author));
        var (first, last) = runs.Count > 0 ? (runs[0], runs[^1]) : (holder, holder);

        var id = writer.Value.NextId();
        first.AddBeforeSelf(new XElement(CommentParts.RangeStart, new XAttribute(W.Id, id)));
        var close = new XElement(CommentParts.RangeEnd, new XAttribute(W.Id, id));
        if (last == holder)
        {
            holder.Add(close);
        }
        else
        {
            last.AddAfterSelf(close);
        }

        holder.Add(CommentWriter.Reference(id, writer.Value.HasReferenceStyle));
        writer.Value.Add(id, author.Name, Initials(author.Name), author.Date, reason);
        package.Changed(package.Main);
        return id;
    }

    // Where only marks of paragraphs changed there is nothing to hang it on yet.
    private XElement Holder(XElement mark, int edit, RevisionAuthor author)
    {
        var paragraph = mark.Ancestors(W.P).First();
        var holder = new XElement(mark.Name == W.Del ? W.Del : W.Ins, new XAttribute(W.Id, stamps.NextId(edit)),
            new XAttribute(W.Author, RunText.OneLine(author.Name)), new XAttribute(W.Date, Stamp.Of(author.Date)));
        paragraph.Add(holder);
        return holder;
    }

    private static Dictionary<string, XElement> Changes(WordPackage package)
    {
        var found = new Dictionary<string, XElement>();
        foreach (var element in package.Main.Xml.Descendants().Where(element => element.Name == W.Ins || element.Name == W.Del))
        {
            if ((string?)element.Attribute(W.Id) is { } id)
            {
                found.TryAdd(id, element);
            }
        }

        return found;
    }

    private static string Initials(string name) =>
        string.Concat(name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3).Select(word => StringInfo.GetNextTextElement(word)));
}
