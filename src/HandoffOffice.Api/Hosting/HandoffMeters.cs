using System.Diagnostics.Metrics;

namespace HandoffOffice.Api.Hosting;

/// <summary>What the product counts about itself.</summary>
internal sealed class HandoffMeters : IDisposable
{
    /// <summary>Names the meter and the activity source.</summary>
    public const string Name = "HandoffOffice";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> drafts;
    private readonly Counter<long> releases;
    private readonly Counter<long> stops;
    private readonly Counter<long> glass;

    public HandoffMeters()
    {
        drafts = meter.CreateCounter<long>("handoffoffice.drafts", "{draft}", "Drafts by outcome: written, or the failure's code.");
        releases = meter.CreateCounter<long>("handoffoffice.releases", "{release}", "Releases by outcome: released, or why not.");
        stops = meter.CreateCounter<long>("handoffoffice.stops", "{stop}", "Stops by scope.");
        glass = meter.CreateCounter<long>("handoffoffice.glass", "{approval}", "Approvals by break-glass.");
    }

    public void Drafted(string outcome) => drafts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Released(string outcome) => releases.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Stopped(string scope) => stops.Add(1, new KeyValuePair<string, object?>("scope", scope));

    public void GlassBroken() => glass.Add(1);

    public void Dispose() => meter.Dispose();
}
