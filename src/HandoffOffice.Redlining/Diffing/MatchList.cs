namespace HandoffOffice.Redlining;

/// <summary>Collects matches that are found in order; runs that touch in both sequences become one.</summary>
internal sealed class MatchList
{
    public List<Match> Runs { get; } = [];

    /// <summary>What finding them cost: words of 64 cells that were filled, tokens that were looked at for anchors.</summary>
    public long Work { get; set; }

    public void Add(int a, int b, int length)
    {
        if (length == 0)
            return;

        if (Runs.Count > 0 && Runs[^1] is var last && last.A + last.Length == a && last.B + last.Length == b)
            Runs[^1] = last with { Length = last.Length + length };
        else
            Runs.Add(new Match(a, b, length));
    }
}
