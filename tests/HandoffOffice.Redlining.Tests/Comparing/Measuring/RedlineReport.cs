namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What was measured of one comparison.</summary>
internal sealed record RedlineReport
{
    /// <summary>Where the text with all changes accepted is not the revised one; null when it is, in every story.</summary>
    public string? AcceptedDifference { get; init; }

    /// <summary>Where the text with all changes rejected is not the original one; null when it is, in every story.</summary>
    public string? RejectedDifference { get; init; }

    /// <summary>Changes still pending after all were accepted, in any part.</summary>
    public int PendingAfterAccept { get; init; }

    /// <summary>Changes still pending after all were rejected, in any part.</summary>
    public int PendingAfterReject { get; init; }

    /// <summary>Direct children of the body that both inputs have, in order.</summary>
    public int UnchangedBlocks { get; init; }

    /// <summary>Those of them that stand in the output, in order, as they stand in the original.</summary>
    public int UnchangedBlocksKept { get; init; }

    /// <summary>Parts that are the same bytes in both inputs.</summary>
    public int UnchangedParts { get; init; }

    /// <summary>Those of them that the output has otherwise.</summary>
    public required IReadOnlyList<string> UnchangedPartsLost { get; init; }

    /// <summary>Validator errors that are left when those of both inputs are taken away, one for one.</summary>
    public required IReadOnlyList<string> NewIssues { get; init; }

    /// <summary>Validator errors that the inputs have too, but neither of them as often.</summary>
    public required IReadOnlyList<string> RepeatedIssues { get; init; }

    /// <summary>What the changes do to words.</summary>
    public WordTally Words { get; init; }

    /// <summary>The fewest words that any comparison can touch: n + m - 2 LCS, story by story.</summary>
    public int WordsMinimum { get; init; }

    /// <summary>Faults of the markup that neither input has: <see cref="MarkupFaults"/>.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Tracked changes that neither input has, as elements.</summary>
    public int Revisions { get; init; }

    /// <summary>Exact both ways, and nothing pending either way.</summary>
    public bool Exact => AcceptedDifference is null && RejectedDifference is null && PendingAfterAccept == 0 && PendingAfterReject == 0;

    /// <summary>Whether every unchanged block and part has the original's bytes.</summary>
    public bool BytesKept => UnchangedBlocksKept == UnchangedBlocks && UnchangedPartsLost.Count == 0;

    /// <summary>Everything that breaks a rule that has no tolerance, in one line each. Words touched are judged over many pairs.</summary>
    public IEnumerable<string> Problems()
    {
        if (AcceptedDifference is not null)
        {
            yield return $"accepted text: {AcceptedDifference}";
        }

        if (RejectedDifference is not null)
        {
            yield return $"rejected text: {RejectedDifference}";
        }

        if (PendingAfterAccept + PendingAfterReject > 0)
        {
            yield return $"pending: {PendingAfterAccept} after accepting, {PendingAfterReject} after rejecting";
        }

        if (UnchangedBlocksKept < UnchangedBlocks)
        {
            yield return $"blocks: {UnchangedBlocksKept} of {UnchangedBlocks} unchanged ones keep their bytes";
        }

        if (Words.Split > 0)
        {
            yield return $"words: {Words.Split} changed in part, {Words.SingleLetters} by a single letter";
        }

        foreach (var line in UnchangedPartsLost.Select(part => $"part changed: {part}")
            .Concat(NewIssues.Select(issue => $"new issue: {issue}")).Concat(RepeatedIssues.Select(issue => $"repeated issue: {issue}"))
            .Concat(Faults.Select(fault => $"markup: {fault}")))
        {
            yield return line;
        }
    }
}
