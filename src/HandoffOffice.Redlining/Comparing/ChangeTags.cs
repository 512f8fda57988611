namespace HandoffOffice.Redlining;

/// <summary>The local names of the marks around what goes and what comes.</summary>
internal readonly record struct ChangeTags(string Deleted, string Inserted)
{
    /// <summary>Deletions and insertions (17.13.5.14, .18).</summary>
    public static ChangeTags Edits { get; } = new("del", "ins");

    /// <summary>The two places of what moved (17.13.5.22, .25).</summary>
    public static ChangeTags Moves { get; } = new("moveFrom", "moveTo");

    /// <summary>Whether what goes is text that was deleted, which has element names of its own (17.3.3.7, 17.16.13).</summary>
    public bool Deletes => Deleted == "del";
}
