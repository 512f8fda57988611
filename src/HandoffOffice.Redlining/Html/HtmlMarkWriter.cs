using System.Globalization;
using System.Net;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Puts marks between the characters of the original; takes none of them away.</summary>
internal sealed class HtmlMarkWriter(string original, RevisionAuthor author)
{
    // At one place: first what ends there, then what is inserted, then what begins.
    private readonly List<(int At, int Rank, int Order, string Text)> additions = [];

    private readonly string attributes = string.Create(CultureInfo.InvariantCulture,
        $"{HtmlMark.AuthorAttribute}=\"{WebUtility.HtmlEncode(author.Name)}\" {HtmlMark.DateAttribute}=\"{author.Date.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\"");

    /// <summary>How many changes there are.</summary>
    public int Revisions { get; private set; }

    /// <summary>A new change.</summary>
    public int Next() => ++Revisions;

    /// <summary>The start tag of a mark.</summary>
    public string Tag(string name, int id, int levels = 0) => string.Create(CultureInfo.InvariantCulture,
        $"<{name} {HtmlMark.IdAttribute}=\"{id}\" {attributes}{(levels > 0 ? $" {HtmlMark.LevelsAttribute}=\"{levels}\"" : "")}>");

    public void Insert(int at, string markup) => Add(at, 1, markup);

    /// <summary>Marks what stands between two places as deleted.</summary>
    public void Delete(int id, int start, int end, int levels = 0)
    {
        if (start == end)
        {
            Add(start, 1, Tag("del", id, levels) + "</del>");
            return;
        }

        Add(start, 2, Tag("del", id, levels));
        Add(end, 0, "</del>");
    }

    public override string ToString()
    {
        var (text, end) = (new StringBuilder(), 0);
        foreach (var (at, _, _, addition) in additions.Order())
        {
            text.Append(original, end, at - end).Append(addition);
            end = at;
        }

        return text.Append(original, end, original.Length - end).ToString();
    }

    private void Add(int at, int rank, string text) => additions.Add((at, rank, additions.Count, text));
}
