namespace HandoffOffice.Redlining;

/// <summary>Reads what was written before it is given out: accepted it must be the revised text, rejected the original one.</summary>
internal static class ReadBack
{
    // In bytes; below it the second thread costs more than it saves.
    private const int LargePart = 256 * 1024;

    /// <summary>Checks one story, and gives what it read.</summary>
    /// <exception cref="EditNotLandedException">It says something else.</exception>
    public static XmlText Check(string part, byte[] written, XmlElement original, XmlElement? revised)
    {
        var read = XmlText.Parse(written);
        var root = read.Root;
        SideBySide.Run(written.Length >= LargePart,
            () => Compare(part, "accepted", ViewText.Of(root, RevisionView.Accepted), revised is { } wanted ? ViewText.Of(wanted, RevisionView.Accepted) : [""]),
            () => Compare(part, "rejected", ViewText.Of(root, RevisionView.Rejected), ViewText.Of(original, RevisionView.Rejected)));
        return read;
    }

    private static int Compare(string part, string view, List<string> written, List<string> expected)
    {
        if (!written.SequenceEqual(expected))
        {
            var at = written.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new EditNotLandedException($"The text of /{part} with all changes {view} differs from paragraph {at + 1} on.");
        }

        return written.Count;
    }
}
