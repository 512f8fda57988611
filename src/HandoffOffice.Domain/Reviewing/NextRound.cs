using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>
/// What a new draft is to be decided on, with what the round before says of each change: what stood in its place, why it is another now, and the
/// reviewer's decision where nothing about it is new.
/// </summary>
internal static class NextRound
{
    /// <summary>The changes of a draft.</summary>
    /// <param name="draft">The new draft.</param>
    /// <param name="previous">The draft before it; null for the first.</param>
    /// <param name="decided">What was decided about that one.</param>
    /// <param name="request">What the revision was asked for with.</param>
    public static IReadOnlyList<Change> Changes(Draft draft, Draft? previous, IReadOnlyList<Change> decided, RevisionRequest? request)
    {
        IEnumerable<Passage> open = draft.Passages().Where(passage => passage.Kind is not null);
        if (previous is null || request is null)
        {
            return [.. open.Select(passage => new Change(passage.Id))];
        }

        Dictionary<string, string> stood = Stood(draft, previous.Standing(decided));
        var accepted = new Accepted(previous, decided, request.By);
        return
        [
            .. open.Select(passage =>
            {
                string? before = stood.GetValueOrDefault(passage.Id);
                return accepted.Take(passage) is { } same
                    ? new Change(passage.Id, Decision.Accepted, null, same.By, same.At, before, null, CarriedOver: true, same.Pick)
                    : new Change(passage.Id, Previous: before, Reason: Same(before, passage.Drafted) ? null : request.Comment);
            }),
        ];
    }

    private static bool Same(string? before, string? after) => Canonical(before) == Canonical(after);

    private static string? Canonical(string? text) => text is null ? null : CanonicalContent.Of([text]);

    // By passage of the new draft, the sentence that the reviewer left in its place. A sentence that goes now stood before if it was left standing.
    private static Dictionary<string, string> Stood(Draft draft, IReadOnlyList<TextPiece> before)
    {
        var stood = new Dictionary<string, string>();
        foreach (string section in draft.Passages().Select(passage => passage.Section).Distinct())
        {
            List<TextPiece> left = [.. before.Where(piece => piece.Section == section)];
            List<Passage> all = [.. draft.Passages().Where(passage => passage.Section == section)];
            List<Passage> right = [.. all.Where(passage => passage.Drafted is not null)];
            var gone = new List<string>();
            foreach (AlignedSentence pair in SentenceAlignment.Align(
                Paragraphs(left, piece => piece.Paragraph, piece => piece.Text), Paragraphs(right, passage => passage.Paragraph, passage => passage.Drafted!))
                .SelectMany(paragraph => paragraph.Sentences))
            {
                if (pair is { Before: { } old, After: { } now })
                {
                    stood[right[now].Id] = left[old].Text;
                }
                else if (pair.Before is { } lost)
                {
                    gone.Add(left[lost].Text);
                }
            }

            foreach (Passage deleted in all.Where(passage => passage.Kind == ChangeKind.Deleted))
            {
                int at = gone.FindIndex(text => Same(text, deleted.Original));
                if (at >= 0)
                {
                    stood[deleted.Id] = gone[at];
                    gone.RemoveAt(at);
                }
            }
        }

        return stood;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Paragraphs<T>(IEnumerable<T> sentences, Func<T, int> paragraph, Func<T, string> text) =>
        [.. sentences.GroupBy(paragraph).Select(group => (IReadOnlyList<string>)[.. group.Select(text)])];

    /// <summary>
    /// What the reviewer who asks for the revision has accepted, or put in their own words. Such a decision goes on to one change with the same words,
    /// of the same kind, in the same section, in the place of the same sentence.
    /// </summary>
    private sealed class Accepted
    {
        private readonly List<(Passage Passage, Change Change, string? Text)> left;

        public Accepted(Draft previous, IReadOnlyList<Change> decided, Person? reviewer)
        {
            var byId = decided.Where(change => change.Decision is Decision.Accepted or Decision.Edited && reviewer is not null && change.By?.Is(reviewer) == true)
                .ToDictionary(change => change.Id);
            left =
            [
                .. previous.Passages().Where(passage => byId.ContainsKey(passage.Id))
                    .Select(passage => (passage, byId[passage.Id], passage.Standing(byId[passage.Id]))),
            ];
        }

        public Change? Take(Passage passage)
        {
            int at = left.FindIndex(old => old.Passage.Kind == passage.Kind && old.Passage.Section == passage.Section
                && Same(old.Passage.Original, passage.Original) && Same(old.Text, passage.Drafted));
            if (at < 0)
            {
                return null;
            }

            Change same = left[at].Change;
            left.RemoveAt(at);
            return same;
        }
    }
}
