namespace HandoffOffice.Redlining;

/// <summary>Word writes a text box twice, for new and for old readers (ECMA-376 Part 3, 7.4): what is edited in one is edited in its copy.</summary>
internal static class TextBoxCopies
{
    /// <summary>The copies of a line, with the same edits.</summary>
    public static IEnumerable<EditedLine> Of(EditedLine edited)
    {
        var line = edited.Line;
        if (!line.InTextBox)
        {
            yield break;
        }

        var choice = (XmlElement?)null;
        foreach (var around in line.Ancestors())
        {
            if (around.Name == W.Compatibility + "Choice")
            {
                choice = around;
            }
            else if (around.Name == W.Compatibility + "AlternateContent" && choice is { } chosen && around.Child(W.Fallback) is { } fallback
                && Counterpart(chosen, fallback, line) is { } copy && copy.Text == line.Text)
            {
                var same = new EditedLine(copy);
                same.Edits.AddRange(edited.Edits);
                yield return same;
            }
        }
    }

    // The paragraph at the same place among those of all text boxes.
    private static EditLine? Counterpart(XmlElement choice, XmlElement fallback, EditLine line)
    {
        var (own, others) = (Paragraphs(choice), Paragraphs(fallback));
        var at = own.FindIndex(paragraph => paragraph.Equals(line.Last));
        return own.Count == others.Count && at >= 0 && line.Story.LineOf(others[at]) is var copy && copy.Last.Equals(others[at]) ? copy : null;
    }

    // A choice within the choice has a fallback of its own; that of the outer one has the inner text box once.
    private static List<XmlElement> Paragraphs(XmlElement element)
    {
        var found = new List<XmlElement>();
        foreach (var child in element.Children)
        {
            if (child.Name == W.P)
            {
                found.Add(child);
            }

            if (child.Name != W.Fallback)
            {
                found.AddRange(Paragraphs(child));
            }
        }

        return found;
    }
}
