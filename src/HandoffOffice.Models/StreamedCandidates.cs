using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Models;

/// <summary>
/// Reads <c>{"candidates":[...]}</c> (<see cref="FilterBriefText.OutputSchema"/>) while it arrives: each candidate is a sentence and a paragraph of the draft,
/// the item's own name and the reason. Trusts nothing: an item that the record lacks or that came before, a score out of range or order, or evidence whose
/// quoted value the record does not have there ends the reading. What scores below the contract's bar is not handed over, whatever the model gives.
/// </summary>
/// <param name="brief">What was asked for.</param>
public sealed class StreamedCandidates(Brief brief) : StreamedAnswer("candidates", "candidate")
{
    private readonly FilterContract contract = brief.Workflow.Filter ?? throw new ArgumentException("The workflow filters nothing.", nameof(brief));
    private readonly HashSet<JsonPointer> seen = [];
    private decimal last = 1;
    private int given;

    /// <inheritdoc />
    /// <exception cref="DraftingFailedException"><c>no-candidates</c>: none is above the bar.</exception>
    public override void Complete()
    {
        // An empty list is an answer: nothing is worth a look.
        if (IsComplete && given == 0)
        {
            throw new DraftingFailedException(new DraftFailure(
                "no-candidates", $"No item reaches the score of {Shown(contract.Handover.Threshold)} from which this workflow hands something over. Add items, or ask its designer for another bar.", Retryable: false));
        }

        base.Complete();
    }

    /// <inheritdoc />
    protected override DraftSentence? Read(int number)
    {
        Answer answer = Parse<Answer>();
        JsonPointer item = Item(answer.Item);
        decimal score = Score(answer.Score);
        string reason = Line(answer.Reason);
        IReadOnlyList<CandidateEvidence> evidence = Evidence(answer.Evidence, item);
        if (reason.Length > FilterBriefText.MaxReasonLength || !CanonicalContent.IsWhole(reason))
        {
            throw Invalid("has a reason that is too long or no text");
        }

        if (score < contract.Handover.Threshold)
        {
            return null;
        }

        if (++given > contract.MostCandidates)
        {
            throw Invalid("has more candidates than were asked for");
        }

        JsonPointer name = item.Append(contract.Name);
        string text = Sentence(FieldText.Of(FieldKind.Text, brief.Record.Find(name)!.Value, brief.Workflow.Output.Language), reason);
        return new DraftSentence(
            $"s{given}", brief.Workflow.Output.Sections[0].Key, given - 1, text, [name, .. evidence.Select(one => one.Pointer).Where(place => place != name).Distinct()],
            new Candidate(item, score, reason, evidence));
    }

    private static string Sentence(string name, string reason) => reason[^1] is '.' or '!' or '?' or '…' ? $"{name.Trim()}: {reason}" : $"{name.Trim()}: {reason}.";

    private JsonPointer Item(string text) =>
        JsonPointer.TryParse(text, out JsonPointer item) && item.IsWithin(contract.Items) && item.Tokens.Count == contract.Items.Tokens.Count + 1
            && brief.Record.Find(item) is { ValueKind: JsonValueKind.Object }
            ? seen.Add(item) ? item : throw Invalid("has an item twice")
            : throw Invalid("names an item that the record lacks");

    private decimal Score(decimal score)
    {
        if (score is < 0 or > 1)
        {
            throw Invalid("has a score that is not between 0 and 1");
        }

        decimal rounded = decimal.Round(score, 2, MidpointRounding.AwayFromZero);
        if (rounded > last)
        {
            throw Invalid("has its candidates out of order");
        }

        return last = rounded;
    }

    private IReadOnlyList<CandidateEvidence> Evidence(IReadOnlyList<Quote?> quotes, JsonPointer item)
    {
        if (quotes.Count is 0 or > FilterBriefText.MaxEvidence)
        {
            throw Invalid("has a candidate without evidence, or with too much of it");
        }

        return [.. quotes.Select(quote => quote is not null && JsonPointer.TryParse(quote.Pointer, out JsonPointer place) && place != item && place.IsWithin(item)
            && brief.Record.Find(place) is { } value
                ? Holds(place, value, quote.Value) ? new CandidateEvidence(place, quote.Value.Trim()) : throw Invalid("quotes a value that the record does not have there")
                : throw Invalid("rests on a place that the item lacks"))];
    }

    // A text holds any words of it, letter by letter; any other value is quoted whole, as the record or as a person writes it.
    private bool Holds(JsonPointer place, JsonElement value, string quoted)
    {
        string words = quoted.Trim();
        // A part of a person or an amount is no field of its own.
        FieldKind? kind = brief.Workflow.Input.Field(place)?.Kind;
        return words.Length > 0 && value.ValueKind switch
        {
            JsonValueKind.String when kind is null or FieldKind.Text or FieldKind.LongText => Folded(value.GetString()!).Contains(Folded(words), StringComparison.Ordinal),
            JsonValueKind.Array or JsonValueKind.Null => false,
            // A person writes 4,820 or, in German, 4.820 for what the record has as 4820.
            JsonValueKind.Number when decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number == value.GetDecimal() => true,
            _ => words == value.ToString() || words == value.GetRawText() || (kind is { } known && words == FieldText.Of(known, value, brief.Workflow.Output.Language)),
        };
    }

    private static string Folded(string text) => CanonicalContent.Of([text]);

    private static string Shown(decimal score) => score.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Answer(string Item, decimal Score, string Reason, IReadOnlyList<Quote?> Evidence);

    private sealed record Quote(string Pointer, string Value);
}
