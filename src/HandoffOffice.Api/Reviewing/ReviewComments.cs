using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>The comments of a copy for review: each finding at its words, and at an undecided change of a revision the comment that asked for it.</summary>
internal sealed class ReviewComments
{
    private const string Checks = "HandoffOffice checks";

    private readonly Handoff handoff;
    private readonly RevisionMap map;
    private readonly Dictionary<string, Change> undecided;
    private readonly Dictionary<string, CommentPlace.Section> places;

    private ReviewComments(Handoff handoff, byte[] document, RevisionMap map)
    {
        (this.handoff, this.map) = (handoff, map);
        undecided = handoff.Changes.Where(change => change.Decision == Decision.Undecided).ToDictionary(change => change.Id);
        places = Places(handoff, document);
    }

    /// <summary>The comments, in the order of the text.</summary>
    /// <param name="handoff">A handoff with a draft.</param>
    /// <param name="document">Its document with the decided changes settled.</param>
    /// <param name="map">Which revisions of it the undecided changes are.</param>
    public static IReadOnlyList<NewComment> Of(Handoff handoff, byte[] document, RevisionMap map)
    {
        var comments = new ReviewComments(handoff, document, map);
        ILookup<string?, Finding> findings = (handoff.Report?.Findings ?? []).ToLookup(finding => finding.Span?.PieceId);
        return [.. handoff.CurrentDraft!.Passages().SelectMany(passage => comments.At(passage, findings[passage.Id]))];
    }

    private IEnumerable<NewComment> At(Passage passage, IEnumerable<Finding> findings)
    {
        Draft draft = handoff.CurrentDraft!;
        Change? change = undecided.GetValueOrDefault(passage.Id);
        if (change?.Reason is { } reason && Words(passage, 0, 0) is { } whole)
        {
            yield return new NewComment(whole, draft.Origin.RevisionAuthor, "HO", draft.WrittenAt, $"Changed because of the comment: {reason}");
        }

        // Who has decided about words has seen what is said of them; nobody decides about those that are kept.
        foreach (Finding finding in change is null && passage.Kind is not null ? [] : findings)
        {
            if (Words(passage, finding.Span!.Start, finding.Span.Length) is { } words)
            {
                yield return new NewComment(words, Checks, "HC", draft.WrittenAt, Text(finding));
            }
        }
    }

    // An insertion is named by its revision, as long as it is one; what else stands by its place, and what goes by the words that go.
    private CommentPlace? Words(Passage passage, int start, int length) => passage.Kind switch
    {
        ChangeKind.Inserted or ChangeKind.Deleted when map.Of(passage.Id) is [var revision, ..] => new CommentPlace.Change(revision, start, length),
        _ when places.TryGetValue(passage.Id, out CommentPlace.Section? place) => place with { Start = place.Start + start, Length = length == 0 ? place.Length : length },
        _ => null,
    };

    private static string Text(Finding finding) =>
        finding.Expected is null ? $"{finding.Severity}: {finding.Message}" : $"{finding.Severity}: {finding.Message} Expected: {finding.Expected}";

    // Where the sentences of revised sections stand in the document, undecided changes taken as accepted.
    private static Dictionary<string, CommentPlace.Section> Places(Handoff handoff, byte[] document)
    {
        var found = new Dictionary<string, CommentPlace.Section>();
        IReadOnlyList<string> keys = [.. (handoff.Existing?.Sections ?? []).Where(section => section.Paragraphs.Count > 0).Select(section => section.Key)];
        ILookup<string, TextPiece> text = handoff.CurrentText().ToLookup(piece => piece.Section);
        foreach (ExistingSectionText section in keys.Count == 0 ? [] : SectionDrafting.Existing(document, keys))
        {
            foreach ((IGrouping<int, TextPiece> pieces, int number) in text[section.Tag].GroupBy(piece => piece.Paragraph).Select((pieces, number) => (pieces, number)))
            {
                int at = 0;
                foreach (TextPiece piece in pieces)
                {
                    int start = section.Paragraphs[number].IndexOf(CanonicalContent.Whole(piece.Text), at, StringComparison.Ordinal);
                    at = start < 0 ? throw new InvalidOperationException($"The document does not have the sentence {piece.Id} where it was drafted.") : start + piece.Text.Length;
                    found[piece.Id] = new CommentPlace.Section(section.Tag, number, start, piece.Text.Length);
                }
            }
        }

        return found;
    }
}
