namespace HandoffOffice.Domain.Piloting;

/// <summary>Where a workflow version is in its life (C35).</summary>
public enum LifecycleStage
{
    /// <summary>It is written and sound. Nobody can run it.</summary>
    Designed,

    /// <summary>Its examples passed with the model that is to draft it. Nobody can run it.</summary>
    Tested,

    /// <summary>One person tries it in real work; nobody else can run it.</summary>
    Pilot,

    /// <summary>Everybody can run it.</summary>
    Live,

    /// <summary>Nobody starts it any more; what was started goes on.</summary>
    Retired,
}

/// <summary>On what ground a version came to its stage.</summary>
public enum StageGround
{
    /// <summary>The steps of the method, each with what it demands.</summary>
    Method,

    /// <summary>It came with the product and was never piloted here.</summary>
    Sample,

    /// <summary>An administrator decided it, with a reason.</summary>
    Override,

    /// <summary>A newer version took its place.</summary>
    Replaced,

    /// <summary>A test failed.</summary>
    TestFailed,
}

/// <summary>One step in the life of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">Where it came to.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="By">Who brought it there.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, where a person had to say so.</param>
public sealed record StageStep(int Version, LifecycleStage Stage, StageGround Ground, Person By, DateTimeOffset At, string? Reason = null);

/// <summary>The steps that one can ask for.</summary>
public static class Lifecycle
{
    /// <summary>Where a person can bring a version from each stage. Tests bring it to Tested and back.</summary>
    public static IReadOnlyDictionary<LifecycleStage, IReadOnlyList<LifecycleStage>> Steps { get; } = new Dictionary<LifecycleStage, IReadOnlyList<LifecycleStage>>
    {
        [LifecycleStage.Designed] = [LifecycleStage.Retired],
        [LifecycleStage.Tested] = [LifecycleStage.Pilot, LifecycleStage.Live, LifecycleStage.Retired],
        [LifecycleStage.Pilot] = [LifecycleStage.Live, LifecycleStage.Retired],
        [LifecycleStage.Live] = [LifecycleStage.Retired],
        [LifecycleStage.Retired] = [],
    };
}
