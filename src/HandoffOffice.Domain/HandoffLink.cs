namespace HandoffOffice.Domain;

/// <summary>Where a person opens a handoff.</summary>
public static class HandoffLink
{
    /// <summary>The workbench, in the state of this handoff.</summary>
    /// <param name="origin">The server's address, without a slash at the end.</param>
    /// <param name="id">The handoff.</param>
    public static Uri At(string origin, Guid id) => new($"{origin}/#/handoffs/{id}");
}
