namespace HandoffOffice.Domain.Design;

/// <summary>A way in which the AI could take a part of the work (C27).</summary>
public sealed record Opportunity
{
    /// <summary>Lower-case words joined by hyphens, unique among the options.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>How work passes between people and the AI.</summary>
    public required Pattern Pattern { get; init; }

    /// <summary>What the model is asked to do.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Which steps of the map change. At least one of them, or of <see cref="Added"/>, is the AI's.</summary>
    public required IReadOnlyList<StepChange> Changes { get; init; }

    /// <summary>Steps that the map does not have, such as a review.</summary>
    public IReadOnlyList<AddedStep> Added { get; init; } = [];

    /// <summary>Whether what the AI is given has fields, and not only prose.</summary>
    public required bool InputIsStructured { get; init; }

    /// <summary>How often a person has to approve before it leaves; 1 to 10.</summary>
    public required int Gates { get; init; }

    /// <summary>The most delicate thing that the AI reads.</summary>
    public required TouchedData Touches { get; init; }

    /// <summary>How much of what the AI writes can be held against a source.</summary>
    public required EvidenceExtent Evidence { get; init; }
}

/// <summary>A step of the map that becomes another.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Minutes">Minutes of a person that remain; 0 to what it takes today.</param>
/// <param name="By">Who does it then.</param>
public sealed record StepChange(string StepId, decimal Minutes, Worker By);

/// <summary>A step that the map does not have.</summary>
/// <param name="What">What is done.</param>
/// <param name="Who">The title of the role that does it, or the model.</param>
/// <param name="Minutes">Minutes of a person; 0 to 2,400.</param>
/// <param name="By">Who does it.</param>
/// <param name="After">The step of the map that it follows; null for the first of all. Several after one step keep their order.</param>
public sealed record AddedStep(string What, string Who, decimal Minutes, Worker By, string? After = null);

/// <summary>Who does a step.</summary>
public enum Worker
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>The AI.</summary>
    AI,
}

/// <summary>What the AI reads.</summary>
public enum TouchedData
{
    /// <summary>What anybody may know.</summary>
    Public,

    /// <summary>What stays in the organisation.</summary>
    Internal,

    /// <summary>What a client entrusted.</summary>
    Client,

    /// <summary>What is about a person.</summary>
    Personal,
}

/// <summary>How much of a text can be held against a source.</summary>
public enum EvidenceExtent
{
    /// <summary>Every statement.</summary>
    All,

    /// <summary>Some of them.</summary>
    Some,

    /// <summary>None.</summary>
    None,
}

/// <summary>The option that was chosen (C27).</summary>
/// <param name="OptionId">Which.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
/// <param name="By">Who chose.</param>
/// <param name="At">When.</param>
public sealed record Choice(string OptionId, string Reason, Person By, DateTimeOffset At);
