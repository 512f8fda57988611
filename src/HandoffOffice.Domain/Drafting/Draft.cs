using System.Text.Json.Serialization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Drafting;

/// <summary>Who wrote a draft.</summary>
public enum DraftOriginKind
{
    /// <summary>The offline template drafter: rules, no AI.</summary>
    Rules,

    /// <summary>A language model.</summary>
    Model,
}

/// <summary>Who wrote a draft, as every screen that shows it says.</summary>
/// <param name="Kind">Rules or a model.</param>
/// <param name="Name">The model's or the drafter's name and version.</param>
public sealed record DraftOrigin(DraftOriginKind Kind, string Name)
{
    /// <summary>The one sentence that screens and documents show.</summary>
    [JsonIgnore]
    public string Notice => Kind == DraftOriginKind.Rules
        ? "Written by rules from your record. No AI wrote this."
        : $"Written by AI ({Name}) from your record.";

    /// <summary>The author that tracked changes carry.</summary>
    [JsonIgnore]
    public string RevisionAuthor => Kind == DraftOriginKind.Rules ? "HandoffOffice (rules, no AI)" : "HandoffOffice AI";
}

/// <summary>One sentence of a draft with the fields of the record that it rests on.</summary>
/// <param name="Id">Unique within the draft: <c>s1</c>, <c>s2</c>, ... in order.</param>
/// <param name="Section">Key of the contract's section.</param>
/// <param name="Paragraph">Zero-based paragraph within the whole draft; never falls from one sentence to the next.</param>
/// <param name="Text">One sentence, without line breaks and without surrounding white space.</param>
/// <param name="Citations">Places in the record; empty only for a sentence that states no fact.</param>
/// <param name="Candidate">What it proposes, in a workflow that filters; null in any other.</param>
public sealed record DraftSentence(
    string Id, string Section, int Paragraph, string Text, IReadOnlyList<JsonPointer> Citations, Candidate? Candidate = null)
{
    /// <summary>The sentence as a piece of the text that is checked, by its own id.</summary>
    public TextPiece ToPiece() => new(Id, Section, Paragraph, Text);
}

/// <summary>What the AI, or the rules, wrote in one go.</summary>
/// <param name="Revision">1 for the first draft of a handoff; one more for each loop.</param>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Sentences">The sentences in order. At least one.</param>
/// <param name="WrittenAt">When the last sentence arrived.</param>
/// <param name="Overlay">The draft laid over the text that it revises, or between what its author wrote beside it; null where it stands alone.</param>
/// <param name="BegunAt">When it was asked for; null for one from before that was kept.</param>
public sealed record Draft(
    int Revision, DraftOrigin Origin, IReadOnlyList<DraftSentence> Sentences, DateTimeOffset WrittenAt, IReadOnlyList<Passage>? Overlay = null,
    DateTimeOffset? BegunAt = null)
{
    /// <summary>The text under review in order: each sentence as kept, inserted, replaced or deleted.</summary>
    public IReadOnlyList<Passage> Passages() => Overlay ?? DraftOverlay.New(Sentences);

    /// <summary>The same draft with other words in the place of one sentence.</summary>
    /// <param name="id">The sentence.</param>
    /// <param name="text">The words.</param>
    public Draft Saying(string id, string text) => this with
    {
        Sentences = [.. Sentences.Select(sentence => sentence.Id == id ? sentence with { Text = text } : sentence)],
        Overlay = Overlay is null ? null : [.. Overlay.Select(passage => passage.Id == id ? passage with { Drafted = text } : passage)],
    };

    /// <summary>The same draft with some sentences that it keeps as changes: each stands in the place of itself until somebody puts it in other words.</summary>
    /// <param name="kept">Ids of passages; those that are no kept ones are left as they are.</param>
    public Draft Opening(IReadOnlyList<string> kept) => kept.Count == 0 || Overlay is null ? this : this with
    {
        Overlay = [.. Overlay.Select(passage => passage.Kind is null && kept.Contains(passage.Id) ? passage with { Kind = ChangeKind.Replaced } : passage)],
    };

    /// <summary>The text as it stands with these decisions.</summary>
    public IReadOnlyList<TextPiece> Standing(IReadOnlyList<Change> decisions)
    {
        var byId = decisions.ToDictionary(change => change.Id);
        return
        [
            .. Passages().Select(passage => (Passage: passage, Change: byId.GetValueOrDefault(passage.Id)))
                .Select(pair => (pair.Passage, pair.Change?.Pick, Text: pair.Passage.Standing(pair.Change)))
                .Where(standing => standing.Text is not null)
                .Select(standing => new TextPiece(standing.Passage.Id, standing.Passage.Section, standing.Passage.Paragraph, standing.Text!, standing.Pick?.Words)),
        ];
    }
}

/// <summary>Why no draft came, in words a person can act on.</summary>
/// <param name="Code">Stable, such as <c>model-unauthorized</c>, <c>model-rate-limited</c>, <c>model-stream-broken</c>,
/// <c>model-output-invalid</c>, <c>model-unreachable</c>, <c>model-refused</c>, <c>drafting-stopped</c>.</param>
/// <param name="Detail">What happened and what to do, in one or two sentences without secrets.</param>
/// <param name="Retryable">Whether the same call may succeed later without a change of settings.</param>
/// <param name="RetryAfter">How long the service asks to wait, where it said so.</param>
public sealed record DraftFailure(string Code, string Detail, bool Retryable, TimeSpan? RetryAfter = null);
