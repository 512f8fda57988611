namespace HandoffOffice.Domain.Design;

/// <summary>How work passes between people and the AI.</summary>
public enum Pattern
{
    /// <summary>Human to AI: a person gives structured data, the AI drafts, a person reviews.</summary>
    Draft,

    /// <summary>AI to human: the AI proposes candidates, a person keeps, drops and customizes.</summary>
    Filter,

    /// <summary>Both at once: each owns sections of one document, merged in one editing pass.</summary>
    Parallel,
}

/// <summary>Who writes a section of a text that a person and the AI write at once.</summary>
public enum SectionOwner
{
    /// <summary>The author of the handoff.</summary>
    Person,

    /// <summary>The AI, or the rules.</summary>
    Ai,
}

/// <summary>What an error would cost; decides how rigorous the review is.</summary>
public enum Stakes
{
    /// <summary>An error is annoying.</summary>
    Low,

    /// <summary>An error costs trust or rework; the reviewer is not the author.</summary>
    Medium,

    /// <summary>An error costs money, a client or a legal position; two different reviewers, neither of them the author.</summary>
    High,
}

/// <summary>The Office application in which the work happens.</summary>
public enum Surface
{
    /// <summary>A Word document.</summary>
    Word,

    /// <summary>An Outlook mail.</summary>
    Outlook,
}

/// <summary>What kind of work a model is asked to do.</summary>
public enum ModelTask
{
    /// <summary>Prose from structured data.</summary>
    Writing,

    /// <summary>Conclusions from evidence.</summary>
    Reasoning,

    /// <summary>Structured data from text.</summary>
    Extraction,

    /// <summary>Programs. No workflow can ask for it: a handoff ends in a text.</summary>
    Code,

    /// <summary>Pictures. No workflow can ask for it: a handoff ends in a text.</summary>
    Images,
}

/// <summary>What comes out of a handoff.</summary>
public enum OutputFormat
{
    /// <summary>A Word document.</summary>
    Document,

    /// <summary>A mail to the recipients that the record names.</summary>
    Email,
}

/// <summary>The grammatical person a text is written in.</summary>
public enum GrammaticalPerson
{
    /// <summary>"I".</summary>
    FirstSingular,

    /// <summary>"We".</summary>
    FirstPlural,

    /// <summary>Neither "I" nor "we".</summary>
    Third,
}

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth a look before signing.</summary>
    Warning,

    /// <summary>Nobody can sign while it stands.</summary>
    Blocking,
}

/// <summary>The automatic checks that a gate can ask for.</summary>
public enum CheckKind
{
    /// <summary>The number of words lies in the contract's range (C56).</summary>
    WordCount,

    /// <summary>The number of paragraphs lies in the contract's range (C56).</summary>
    ParagraphCount,

    /// <summary>Every item of every list in the record is in the text (C55).</summary>
    ListItems,

    /// <summary>Every field that the contract says must be mentioned is in the text.</summary>
    MustMention,

    /// <summary>Every date in the text is the record's date for what the sentence speaks of (C34).</summary>
    Dates,

    /// <summary>Every number in the text comes from the record.</summary>
    Numbers,

    /// <summary>None of the contract's forbidden phrases is in the text.</summary>
    ForbiddenPhrases,

    /// <summary>The AI's sections read like the sections that a person wrote (C22).</summary>
    Seams,

    /// <summary>The text keeps to the contract's style guide and grammatical person (C20).</summary>
    Style,

    /// <summary>Another model than the writer finds tone, person and consistency right (C57). It points out; it neither approves nor blocks.</summary>
    SecondReading,
}

/// <summary>What the pane shows beside a checklist item, so that ticking it is looking at it.</summary>
public enum EvidenceKind
{
    /// <summary>Every date of the text beside the record's.</summary>
    Dates,

    /// <summary>Every field of the record and where the text mentions it.</summary>
    Facts,

    /// <summary>Every number of the text and the field it comes from.</summary>
    Numbers,

    /// <summary>The text beside the tone that the contract asks for.</summary>
    Tone,

    /// <summary>Words and paragraphs beside the contract's ranges.</summary>
    Length,

    /// <summary>The forbidden phrases and where the text has one.</summary>
    Phrases,

    /// <summary>The whole text.</summary>
    Text,
}

/// <summary>Who holds a duty in a run.</summary>
public enum DutyHolder
{
    /// <summary>The person who started the handoff.</summary>
    Author,

    /// <summary>The person or persons who review it.</summary>
    Reviewer,
}
