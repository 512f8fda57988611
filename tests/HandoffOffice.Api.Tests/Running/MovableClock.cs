namespace HandoffOffice.Api.Tests.Running;

/// <summary>The system's clock, set forward by as much as a test says.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan ahead;
    private DateTimeOffset? stoppedAt;

    public void Advance(TimeSpan by) => ahead += by;

    /// <summary>Stands still from now on, but for what a test says.</summary>
    public void Stop() => stoppedAt ??= System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => (stoppedAt ?? System.GetUtcNow()) + ahead;
}
