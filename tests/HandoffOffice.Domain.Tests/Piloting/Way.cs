using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Tests.Design;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Piloting;

/// <summary>A journey on its way, with a clock of its own.</summary>
internal sealed class Way
{
    public const string Rules = "Template drafter 1";

    public static readonly Person Designer = new("designer", "Mei Tanaka");
    public static readonly Person Pilot = new("pilot", "Amara Osei");
    public static readonly Person Administrator = new("administrator", "Teodor Ivanov");

    public Journey Journey { get; private set; } = Journey.Begin("weekly", "Weekly status", Designer, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)).Journey;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public JourneyFacts Facts { get; set; } = new(Rules, IsFirst: false, []);

    public List<Guid> Journal { get; } = [];

    public static Workflow Version(int version) => Given.Workflow(Stakes.Low, version: version, key: "weekly");

    /// <summary>Mapped, judged and chosen, with a first version.</summary>
    public static Way Designed()
    {
        var way = new Way();
        way.Must(journey => journey.DrawMap(WorkedExample.Map, Designer, way.Now));
        way.Must(journey => journey.Answer(WorkedExample.Answers, Designer, way.Now));
        way.Must(journey => journey.Compare([WorkedExample.Draft, WorkedExample.Surface], Designer, way.Now));
        way.Must(journey => journey.Choose(new Choice("draft", "It saves more.", Designer, way.Now), Designer, way.Now));
        way.Add(1);
        return way;
    }

    public static Way Tested()
    {
        Way way = Designed();
        way.Test(1);
        return way;
    }

    public static Way Piloting()
    {
        Way way = Tested();
        way.Must(journey => journey.StartPilot(Version(1), Pilot, 14, way.Facts, Designer, way.Now));
        return way;
    }

    public static Way Piloted()
    {
        Way way = Piloting();
        way.Wait(14);
        way.Must(journey => journey.EndPilot(null, Designer, way.Now));
        return way;
    }

    public static Way Live()
    {
        Way way = Piloted();
        way.Must(journey => journey.GoLive(Version(1), way.Facts, null, Designer, way.Now));
        return way;
    }

    public void Wait(double days) => Now = Now.AddDays(days);

    public void Test(int version, int passed = 3, string origin = Rules, int withFacts = 3) =>
        Must(journey => journey.Test(Version(version), new SuiteRun(Guid.NewGuid(), version, origin, 3, withFacts, passed, Designer, Now)));

    public HandoffError? Add(int version, AdjustmentReport? adjustment = null) => Do(journey => journey.AddVersion(
        Version(version), adjustment, version == 1 ? null : Version(version - 1), Journal, Designer, Now));

    public IReadOnlyList<HandoffEvent> Must(Func<Journey, (Journey, Outcome)> step)
    {
        (Journey next, Outcome outcome) = step(Journey);
        Assert.Null(outcome.Error);
        Journey = next;
        return outcome.Events;
    }

    public HandoffError? Do(Func<Journey, (Journey, Outcome)> step)
    {
        (Journey next, Outcome outcome) = step(Journey);
        Assert.True(outcome.Error is null || ReferenceEquals(next, Journey), "A refused step leaves the journey as it was.");
        Journey = next;
        return outcome.Error;
    }

    public string[] Lacks(LifecycleStage to, int version = 1) => [.. Journey.Lacks(Version(version), to, Facts).Select(lack => lack.Code)];
}
