using System.Globalization;

namespace HandoffOffice.Redlining;

/// <summary>
/// The ids of the changes that each edit makes. What is written once more in the copy of a text box for old readers has the ids that it has in the
/// text box (see <see cref="FallbackCopies"/>).
/// </summary>
internal sealed class EditStamps(Comparison comparison, IReadOnlyList<DocumentEdit> edits, RevisionAuthor author)
{
    private readonly Dictionary<int, List<string>> ids = [];
    private readonly Dictionary<(EditLine Line, int Edit), List<int>> written = [];

    /// <summary>The ids of an edit.</summary>
    public IReadOnlyList<string> Of(int edit) => ids.GetValueOrDefault(edit) ?? [];

    public IEnumerable<string> All => ids.Values.SelectMany(of => of);

    public RevisionAuthor AuthorOf(int edit) => edits[edit].Author ?? author;

    /// <summary>An id that nothing has, for one more change of an edit.</summary>
    public int NextId(int edit)
    {
        var id = comparison.NextId();
        if (!ids.TryGetValue(edit, out var list))
        {
            ids[edit] = list = [];
        }

        list.Add(id.ToString(CultureInfo.InvariantCulture));
        return id;
    }

    /// <summary>Gives the attributes of one change after the other of a line.</summary>
    /// <param name="line">The line, or the one it is the copy of.</param>
    /// <param name="w">The prefix of WordprocessingML with its colon.</param>
    public Func<int, string> For(EditLine line, string w)
    {
        var used = new Dictionary<int, int>();
        return edit =>
        {
            var next = used.GetValueOrDefault(edit);
            used[edit] = next + 1;
            if (!written.TryGetValue((line, edit), out var list))
            {
                written[(line, edit)] = list = [];
            }

            if (next == list.Count)
            {
                list.Add(NextId(edit));
            }

            var by = AuthorOf(edit);
            return string.Create(CultureInfo.InvariantCulture,
                $" {w}id=\"{list[next]}\" {w}author=\"{XmlEscape.Attribute(RunText.OneLine(by.Name))}\" {w}date=\"{Stamp.Of(by.Date)}\"");
        };
    }
}
