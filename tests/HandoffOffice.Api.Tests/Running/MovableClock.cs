namespace HandoffOffice.Api.Tests.Running;

/// <summary>The system's clock, set forward by as much as a test says.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
