using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>What a section of a document says that was open elsewhere meanwhile.</summary>
/// <param name="Key">The section.</param>
/// <param name="Accepted">Its paragraphs with every tracked change accepted.</param>
/// <param name="Rejected">Its paragraphs with every tracked change rejected.</param>
public sealed record SectionReading(string Key, IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected);

/// <summary>What was decided in a document, whoever decided it there and by what means.</summary>
/// <param name="Decided">What differs from what was decided before, by <see cref="Change.Id"/>, with <see cref="Change.Decision"/> and <see cref="Change.EditedText"/>.</param>
/// <param name="Unclear">The sections that say something that no decision on a change explains.</param>
public sealed record DocumentDecisions(IReadOnlyList<Change> Decided, IReadOnlyList<string> Unclear)
{
    /// <summary>
    /// Compares what a document says with each change as drafted: a change that is pending there says one thing accepted and another rejected; one
    /// that was decided says the same in both. Other words in the place of a single change are an edit of it.
    /// </summary>
    /// <param name="passages">The draft (<see cref="Draft.Passages"/>).</param>
    /// <param name="changes">What was decided so far.</param>
    /// <param name="sections">What the document says; a section that is not named is not compared.</param>
    public static DocumentDecisions Read(IReadOnlyList<Passage> passages, IReadOnlyList<Change> changes, IReadOnlyList<SectionReading> sections)
    {
        var byId = changes.ToDictionary(change => change.Id);
        var decided = new List<Change>();
        var unclear = new List<string>();
        foreach (SectionReading section in sections)
        {
            List<Said> said = [.. passages.Where(passage => passage.Section == section.Key).Select(passage => new Said(passage, byId.GetValueOrDefault(passage.Id)))];
            bool fits = SectionWords.Place(said, section.Accepted, (one, words) => one.Accepted = words)
                & SectionWords.Place(said, section.Rejected, (one, words) => one.Rejected = words);
            List<(Said Said, Change? Change)> found = [.. said.Select(one => (one, one.Found()))];
            if (!fits || found.Exists(one => one.Change is null))
            {
                unclear.Add(section.Key);
                continue;
            }

            decided.AddRange(found.Where(one => one.Said.Change is { } before && one.Said.Differs(before, one.Change!)).Select(one => one.Change!));
        }

        return new DocumentDecisions(decided, unclear);
    }

    /// <summary>A passage with what stands in its place; empty words for nothing.</summary>
    internal sealed class Said(Passage passage, Change? change)
    {
        public Change? Change => change;

        public string Accepted { get; set; } = string.Empty;

        public string Rejected { get; set; } = string.Empty;

        /// <summary>What may stand in its place without anybody having typed it, the longest first.</summary>
        public IReadOnlyList<string> Known { get; } =
            [.. new[] { passage.Drafted, passage.Original, change?.EditedText }.OfType<string>().Select(SectionWords.Folded).Distinct().OrderByDescending(words => words.Length)];

        /// <summary>Whether something stands in its place whatever is decided about it.</summary>
        public bool Stays => passage.Drafted is not null && passage.Original is not null;

        private string Drafted { get; } = SectionWords.Folded(passage.Drafted ?? string.Empty);

        private string Original { get; } = SectionWords.Folded(passage.Original ?? string.Empty);

        /// <summary>What was decided about it there; null where it is no change and says something else.</summary>
        public Change? Found() =>
            change is null || passage.Kind is null
                ? Accepted == Drafted && Rejected == Drafted ? new Change(passage.Id) : null
                : Decided() is Decision.Edited ? new Change(passage.Id, Decision.Edited, Accepted) : new Change(passage.Id, Decided());

        /// <summary>Whether that is another decision than the one before.</summary>
        public bool Differs(Change before, Change found) => passage.Kind is not null
            && (before.Decision != found.Decision || (found.EditedText is { } text && text != SectionWords.Folded(before.EditedText ?? string.Empty)));

        // Where a tracked change of somebody else lies on top of ours, what its acceptance gives is what was meant.
        private Decision Decided() =>
            Accepted == Drafted ? Rejected == Drafted ? Decision.Accepted : Decision.Undecided
            : Accepted == Original ? Decision.Rejected
            : Accepted.Length == 0 ? Decision.Rejected
            : Decision.Edited;
    }
}

/// <summary>Finds what stands in the place of each passage of a section.</summary>
internal static class SectionWords
{
    /// <summary>White space as one space, none at the ends: paragraphs end elsewhere in some documents.</summary>
    public static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Tells each passage what stands in its place. False where words stand between passages that cannot be given to one of them.</summary>
    public static bool Place(IReadOnlyList<DocumentDecisions.Said> said, IReadOnlyList<string> paragraphs, Action<DocumentDecisions.Said, string> tell)
    {
        string text = Folded(string.Join(' ', paragraphs));
        int at = 0;
        var missed = new List<DocumentDecisions.Said>();
        for (int index = 0; index < said.Count; index++)
        {
            (int start, string? words) = Next(said[index], text, at, said, index);
            if (words is null)
            {
                missed.Add(said[index]);
                continue;
            }

            if (!Give(missed, text[at..start], tell))
            {
                return false;
            }

            tell(said[index], words);
            at = start + words.Length;
        }

        return Give(missed, text[at..], tell);
    }

    // Where the passage stands: at once, or behind words that are nobody's yet and of which no later passage stands nearer.
    private static (int Start, string? Words) Next(DocumentDecisions.Said one, string text, int at, IReadOnlyList<DocumentDecisions.Said> said, int index)
    {
        (int Start, string? Words) own = First(one, text, at);
        return own.Words is not null && own.Start - at <= 1 ? own
            : own.Words is null || said.Skip(index + 1).Select(later => First(later, text, at)).Any(later => later.Words is not null && later.Start < own.Start)
                ? (at, null)
                : own;
    }

    private static (int Start, string? Words) First(DocumentDecisions.Said one, string text, int at)
    {
        (int Start, string? Words) best = (int.MaxValue, null);
        foreach (string words in one.Known)
        {
            for (int start = text.IndexOf(words, at, StringComparison.Ordinal); start >= 0; start = text.IndexOf(words, start + 1, StringComparison.Ordinal))
            {
                if (IsWhole(text, start, words.Length))
                {
                    best = start < best.Start ? (start, words) : best;
                    break;
                }
            }
        }

        return best;
    }

    // A sentence ends where a space or the text does.
    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || text[start - 1] == ' ') && (start + length == text.Length || text[start + length] == ' ');

    private static bool Give(List<DocumentDecisions.Said> missed, string between, Action<DocumentDecisions.Said, string> tell)
    {
        string words = between.Trim();
        // Of several, the one that neither comes nor goes as a whole has them.
        List<DocumentDecisions.Said> stays = missed.Count == 1 ? missed : missed.FindAll(one => one.Stays);
        if (words.Length > 0 && stays.Count != 1)
        {
            return false;
        }

        foreach (DocumentDecisions.Said one in missed)
        {
            tell(one, stays.Contains(one) ? words : string.Empty);
        }

        missed.Clear();
        return true;
    }
}
