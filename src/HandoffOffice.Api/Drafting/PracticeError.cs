using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Drafting;

/// <summary>A draft that is about to come into review: its document, and what the checks say of it.</summary>
internal sealed record CheckedDraft(byte[] Document, RevisionMap Map, CheckReport Report)
{
    /// <summary>A handoff's text as it stands, checked, with what a second reader says of it.</summary>
    public static CheckedDraft Of(byte[] document, RevisionMap map, Handoff handoff, Workflow workflow, SecondReading? second)
    {
        IReadOnlyList<TextPiece> text = handoff.CurrentText();
        return new CheckedDraft(document, map, GateChecks.Run(workflow, handoff.Record, text).With(second, workflow.Gate, text));
    }
}

/// <summary>Plants a known error in a draft where the draw says so (C51).</summary>
internal static class PracticeError
{
    /// <summary>How many errors are tried in the author's own document, which may not take all words everywhere.</summary>
    private const int MostTried = 3;

    /// <summary>The draft as it is to be reviewed: with a known error, or as it is where none is drawn or none can be planted.</summary>
    /// <param name="handoff">The handoff, while its draft is checked.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="draft">Its draft as it is.</param>
    /// <param name="own">The author's own document; null for our template.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="author">Who had the draft written.</param>
    /// <param name="now">When.</param>
    public static (CheckedDraft Draft, IReadOnlyList<HandoffEvent> Events) Plant(
        Handoff handoff, Workflow workflow, CheckedDraft draft, byte[]? own, IChance chance, Actor author, DateTimeOffset now)
    {
        IEnumerable<SeededError> errors = SeedDraw.Errors(workflow, handoff.Record, handoff.CurrentDraft!, handoff.Changes, draft.Report, chance, now);
        foreach (SeededError error in errors.Take(MostTried))
        {
            try
            {
                (byte[] document, RevisionMap map) = WorkingDocument.Draft(handoff, handoff.CurrentDraft!.Saying(error.ChangeId, error.PlantedText), workflow, own);
                IReadOnlyList<HandoffEvent> events = handoff.Plant(error, author).Events;
                return (CheckedDraft.Of(document, map, handoff, workflow, draft.Report.SecondReading), events);
            }
            catch (SectionEditRefusedException)
            {
                // These words can't stand there: the next ones may.
                continue;
            }
        }

        return (draft, []);
    }
}
