namespace HandoffOffice.Domain.Design;

/// <summary>
/// What the designer found out about a piece of work: facts that somebody else would find out alike (C24). How often and how long is in the process
/// map.
/// </summary>
public sealed record SuitabilityAnswers
{
    /// <summary>What kind of work it is.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>How many past runs were looked at; 1 to 100.</summary>
    public required int RunsLookedAt { get; init; }

    /// <summary>In how many of them the steps were those of the map; 0 to <see cref="RunsLookedAt"/>.</summary>
    public required int RunsAsMapped { get; init; }

    /// <summary>Where the input comes from.</summary>
    public required InputSource Source { get; init; }

    /// <summary>How many different facts (fields) the work needs; 1 to 200.</summary>
    public required int FieldsNeeded { get; init; }

    /// <summary>How many of them are there each time, in the same form; 0 to <see cref="FieldsNeeded"/>.</summary>
    public required int FieldsAlwaysGiven { get; init; }

    /// <summary>How fixed the form of the output is.</summary>
    public required OutputForm Form { get; init; }

    /// <summary>Of ten sentences of the last output, how many were judgement or invention and not in the input; 0 to 10.</summary>
    public required int JudgementOfTen { get; init; }

    /// <summary>What the worst mistake that is likely would cost.</summary>
    public required MistakeCost Cost { get; init; }

    /// <summary>Who can see a mistake before it leaves.</summary>
    public required MistakeSight Sight { get; init; }
}

/// <summary>Kinds of work that people hand over.</summary>
public enum WorkKind
{
    /// <summary>A report on where something stands.</summary>
    StatusReport,

    /// <summary>What a meeting decided.</summary>
    MeetingSummary,

    /// <summary>An everyday mail to somebody outside.</summary>
    ClientEmail,

    /// <summary>A notice to colleagues.</summary>
    InternalNotice,

    /// <summary>A notice that something does not work.</summary>
    IncidentNotice,

    /// <summary>A newsletter.</summary>
    Newsletter,

    /// <summary>An article, a post, a page.</summary>
    Article,

    /// <summary>An advert for a job.</summary>
    JobAdvert,

    /// <summary>A list chosen from data: topics, candidates, leads.</summary>
    Selection,

    /// <summary>A proposal or an offer. High stakes.</summary>
    Proposal,

    /// <summary>An invoice or a demand for payment. High stakes.</summary>
    Invoice,

    /// <summary>A contract, its terms, or a legal text. High stakes.</summary>
    Legal,

    /// <summary>What decides about a person: a reference, a warning, a dismissal, an appraisal. High stakes.</summary>
    HumanResources,

    /// <summary>Something to an authority, an auditor, or investors. High stakes.</summary>
    Regulatory,

    /// <summary>Something on which somebody's health or safety depends. High stakes.</summary>
    HealthOrSafety,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>Where the input of a piece of work comes from.</summary>
public enum InputSource
{
    /// <summary>A form or a system with fields.</summary>
    FormOrSystem,

    /// <summary>A table that people keep.</summary>
    Table,

    /// <summary>Documents or mails with prose.</summary>
    Prose,

    /// <summary>What somebody was told or knows.</summary>
    Memory,
}

/// <summary>How fixed the form of an output is.</summary>
public enum OutputForm
{
    /// <summary>The same parts in the same order each time.</summary>
    Fixed,

    /// <summary>Mostly the same parts.</summary>
    Usual,

    /// <summary>A new form each time.</summary>
    Free,
}

/// <summary>What a mistake would cost.</summary>
public enum MistakeCost
{
    /// <summary>A correction, and nobody minds.</summary>
    Correction,

    /// <summary>Hours of somebody's work.</summary>
    Rework,

    /// <summary>The trust of a client or of colleagues.</summary>
    Trust,

    /// <summary>Money, a client, somebody's rights or health, or a legal position.</summary>
    MoneyOrLaw,
}

/// <summary>Who can see a mistake before it leaves.</summary>
public enum MistakeSight
{
    /// <summary>Any reviewer, by holding each statement against the input.</summary>
    AnyReviewer,

    /// <summary>Only somebody who knows the matter.</summary>
    Expert,

    /// <summary>Nobody: it shows only afterwards.</summary>
    OnlyAfterwards,
}
