namespace HandoffOffice.Domain.Releasing;

/// <summary>What a stop covers.</summary>
public enum StopScope
{
    /// <summary>Every workflow of the organisation.</summary>
    Everything,

    /// <summary>One workflow, in all its versions.</summary>
    Workflow,

    /// <summary>Whatever one model, or the template drafter, writes or has written.</summary>
    Model,
}

/// <summary>An administrator's stop (C90): while it is in force nothing that it covers is started, drafted, signed or released.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="Target">The workflow's key or the model's name; null for everything.</param>
/// <param name="Reason">Why, for those it stops.</param>
/// <param name="By">Who stopped it.</param>
/// <param name="At">Since when.</param>
public sealed record StopOrder(Guid Id, StopScope Scope, string? Target, string Reason, Person By, DateTimeOffset At)
{
    /// <summary>Whether it covers a workflow and a model.</summary>
    /// <param name="workflow">The workflow's key.</param>
    /// <param name="model">The model's name; null where none has a part in it yet.</param>
    public bool Covers(string workflow, string? model) => Scope switch
    {
        StopScope.Workflow => string.Equals(Target, workflow, StringComparison.Ordinal),
        StopScope.Model => model is not null && string.Equals(Target, model, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    /// <summary>Why a stop that somebody asks for can't be, or null.</summary>
    public static HandoffError? Error(StopScope scope, string? target, string reason) =>
        ReasonMissing.In(reason) is { } missing ? missing
        : scope == StopScope.Everything == string.IsNullOrWhiteSpace(target) ? null
        : new StopNamesNothing(scope);
}

/// <summary>A stop covers it.</summary>
public sealed record Stopped(StopOrder Stop)
    : HandoffError("stopped", $"{Stop.By.Name} has stopped this: {Stop.Reason} Nothing is lost; it goes on when the stop is lifted.");

/// <summary>A stop names no target, or one where it needs none.</summary>
public sealed record StopNamesNothing(StopScope Scope) : HandoffError("stop-target", Scope == StopScope.Everything
    ? "A stop of everything names no target."
    : $"Name the {Scope.ToString().ToLowerInvariant()} that is to be stopped.");
