namespace HandoffOffice.Domain.Parallel;

/// <summary>When the two sides of one text wrote, from their timestamps (C23).</summary>
/// <param name="OwnSeconds">From the author's first word to the moment they handed their sections in.</param>
/// <param name="AiSeconds">From the moment the AI was asked to its last sentence; of its first draft.</param>
/// <param name="OverlapSeconds">How long both wrote.</param>
/// <param name="IsAtOnce">Whether the AI was asked before the author had handed in.</param>
public sealed record WritingTimes(long OwnSeconds, long AiSeconds, long OverlapSeconds, bool IsAtOnce)
{
    /// <summary>What it took until both were done, without pauses between the two.</summary>
    public long Seconds => OwnSeconds + AiSeconds - OverlapSeconds;

    /// <summary>Of a handoff; null where the AI writes all, where one side is not done, or where the author's sections came with a document: when those were written nobody knows.</summary>
    public static WritingTimes? Of(Handoff handoff)
    {
        if (handoff is not { Own: { HandedInAt: { } done } own, Drafts: [{ BegunAt: { } begun } draft, ..] } || done == own.StartedAt)
        {
            return null;
        }

        DateTimeOffset from = own.StartedAt > begun ? own.StartedAt : begun;
        DateTimeOffset to = done < draft.WrittenAt ? done : draft.WrittenAt;
        return new WritingTimes(Rounded(done - own.StartedAt), Rounded(draft.WrittenAt - begun), to > from ? Rounded(to - from) : 0, begun < done);
    }

    private static long Rounded(TimeSpan time) => (long)Math.Round(time.TotalSeconds);
}
