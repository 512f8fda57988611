using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What becomes of one change; <paramref name="Text"/> is what an accepted insertion is to say instead.</summary>
internal sealed record Verdict(bool Accepted, string? Text = null);

/// <summary>
/// The decisions on a document, carried on to the changes that follow others: both halves of a move are one decision, an inserted
/// paragraph stands or falls with its words, and the heading of a drafted section with its section.
/// </summary>
internal sealed class Verdicts
{
    private readonly RevisionScan scan;
    private readonly Dictionary<TrackedChange, Verdict> verdicts = [];

    private Verdicts(RevisionScan scan, bool uniform)
    {
        this.scan = scan;
        Uniform = uniform;
    }

    /// <summary>Whether every change gets the same verdict: then nothing stays undecided beside what is settled.</summary>
    public bool Uniform { get; }

    public static Verdicts All(RevisionScan scan, bool accepted)
    {
        var all = new Verdicts(scan, uniform: true);
        foreach (var change in scan.Changes)
        {
            all.verdicts[change] = new Verdict(accepted);
        }

        return all;
    }

    public static Verdicts Of(RevisionScan scan, IReadOnlyList<RevisionDecision> decisions)
    {
        var byId = scan.Changes.ToDictionary(change => change.Id);
        var result = new Verdicts(scan, uniform: false);
        foreach (var decision in decisions)
        {
            var change = byId.GetValueOrDefault(decision.Id) ?? throw new UnknownRevisionException(decision.Id);
            var verdict = decision switch
            {
                RevisionDecision.Accept => new Verdict(true),
                RevisionDecision.AcceptEdited edited when string.IsNullOrWhiteSpace(edited.Text) => new Verdict(false),
                RevisionDecision.AcceptEdited edited => new Verdict(true, edited.Text.Trim()),
                RevisionDecision.Reject => new Verdict(false),
                _ => throw new ArgumentException($"'{decision.GetType().Name}' is no decision of this library.", nameof(decisions)),
            };
            if (!result.verdicts.TryAdd(change, verdict) && result.verdicts[change] != verdict)
            {
                throw new ArgumentException($"There are two different decisions on the change '{decision.Id}'.", nameof(decisions));
            }
        }

        result.CarryOnToMoves();
        for (var before = -1; before != result.verdicts.Count;)
        {
            // What goes with a mark may have followers, whose marks may be the last of something.
            before = result.verdicts.Count;
            result.CarryOnToWords();
            result.CarryOnToFollowers();
        }

        return result;
    }

    /// <summary>The decided changes in document order, each with its copies.</summary>
    public IEnumerable<(TrackedChange Change, Verdict Verdict)> InOrder() =>
        from change in scan.Changes
        where verdicts.ContainsKey(change)
        from element in change.Copies.Prepend(change.Element)
        select (change.At(element), verdicts[change]);

    private void CarryOnToMoves()
    {
        foreach (var move in Moves.Of(scan))
        {
            var decided = move.Where(verdicts.ContainsKey).Select(change => verdicts[change]).Distinct().ToList();
            if (decided.Count > 1)
            {
                throw new RevisionNotSupportedException("move-decided-twice", "The two ends of a move were decided differently.", move[0].Place);
            }

            foreach (var change in move.Where(_ => decided.Count == 1))
            {
                verdicts[change] = decided[0];
            }
        }
    }

    private void CarryOnToWords()
    {
        var going = verdicts.Where(pair => LastMarks.Goes(pair.Key, pair.Value.Accepted)).Select(pair => (pair.Key.Paragraph, pair.Value.Accepted)).ToList();
        var paragraphs = going.Select(pair => pair.Paragraph).OfType<XElement>().ToHashSet();
        LastMarks? last = null;
        foreach (var (paragraph, accepted) in going)
        {
            if (paragraph is null || LastMarks.RunsOn(paragraph))
            {
                continue;
            }

            last ??= new LastMarks(scan);
            foreach (var change in last.GoWith(paragraph, accepted, paragraphs))
            {
                verdicts.TryAdd(change, new Verdict(accepted));
            }
        }
    }

    private void CarryOnToFollowers()
    {
        // Headings come before marks: the mark of a heading's paragraph follows the heading.
        foreach (var (follower, leaders) in Followers.Of(scan).OrderBy(pair => pair.Key.Kind == RevisionKind.ParagraphMarkInsertion))
        {
            if (verdicts.ContainsKey(follower))
            {
                continue;
            }

            if (leaders.Any(leader => verdicts.TryGetValue(leader, out var verdict) && verdict.Accepted))
            {
                verdicts[follower] = new Verdict(true);
            }
            else if (leaders.All(leader => verdicts.TryGetValue(leader, out var verdict) && !verdict.Accepted))
            {
                verdicts[follower] = new Verdict(false);
            }
        }
    }
}
