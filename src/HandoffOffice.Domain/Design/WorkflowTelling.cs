using System.Text;
using System.Text.Json;

namespace HandoffOffice.Domain.Design;

/// <summary>Tells the differences of two versions in plain sentences.</summary>
/// <param name="before">The one version.</param>
/// <param name="after">The other.</param>
internal sealed class WorkflowTelling(JsonElement before, JsonElement after)
{
    private const int Longest = 120;

    // What the rows of a list are.
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["groups"] = "group",
        ["fields"] = "field",
        ["choices"] = "choice",
        ["tone"] = "tone",
        ["sections"] = "section",
        ["mustMention"] = "must-mention",
        ["forbiddenPhrases"] = "forbidden phrase",
        ["banned"] = "banned word",
        ["terms"] = "term of the style guide",
        ["not"] = "word that a term replaces",
        ["checks"] = "check",
        ["checklist"] = "checklist item",
        ["examples"] = "example",
        ["facts"] = "expected fact",
        ["mustNotSay"] = "phrase that must not be said",
        ["own"] = "text by hand",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["/baselineMinutes"] = "the baseline in minutes",
        ["/task"] = "the model's task",
        ["/output/words/min"] = "the least number of words",
        ["/output/words/max"] = "the greatest number of words",
        ["/output/paragraphs/min"] = "the least number of paragraphs",
        ["/output/paragraphs/max"] = "the greatest number of paragraphs",
        ["/output/person"] = "the grammatical person",
        ["/output/style"] = "the style guide",
        ["/output/style/contractions"] = "the rule for short forms",
        ["/output/style/longestSentence"] = "the most words of a sentence",
        ["/output/style/readingEase"] = "the reading ease",
        ["/output/style/readingEase/min"] = "the least reading ease",
        ["/output/style/readingEase/max"] = "the greatest reading ease",
        ["/output/style/spelling"] = "the spelling",
        ["/output/recipients"] = "the recipient's field",
        ["/gate/reviewers"] = "the number of reviewers",
        ["/gate/loopBudget"] = "the number of revisions",
        ["/gate/approvalHours"] = "the hours for which an approval holds",
        ["/gate/reviewHours"] = "the hours in which a review is due",
        ["/gate/seededErrorRate"] = "the share of drafts with a practice error",
        ["/responsibilities/input/title"] = "who answers for the input",
        ["/responsibilities/input/holder"] = "who holds the duty for the input",
        ["/responsibilities/draft/title"] = "who answers for the draft",
        ["/responsibilities/draft/holder"] = "who holds the duty for the draft",
        ["/responsibilities/release/title"] = "who answers for the release",
        ["/responsibilities/release/holder"] = "who holds the duty for the release",
    };

    /// <summary>The sentence.</summary>
    public string Sentence(RawChange change)
    {
        string name = Name(change.At);
        string told = change.Kind switch
        {
            // Left out where it is false, it is added and removed, never changed.
            _ when change.At.Tokens is ["gate", "trainingRequired"] =>
                change.Kind == WorkflowChangeKind.Removed ? "reviewers no longer have to practise first." : "reviewers now have to practise first.",
            WorkflowChangeKind.Moved => $"{name} now stands {(change.After == "first" ? "first" : $"after '{change.After!["after ".Length..]}'")}.",
            WorkflowChangeKind.Added when IsField(change.At) => $"{name} is new and {(IsRequired(change.At) ? "required" : "optional")}.",
            WorkflowChangeKind.Added => IsRow(change.At) ? $"{name} is new." : $"{name} is new: {Quoted(change.After)}.",
            WorkflowChangeKind.Removed => IsRow(change.At) ? $"{name} is gone." : $"{name} is gone; it was {Quoted(change.Before)}.",
            _ => Flag(change) ?? $"{name} is now {Quoted(change.After)}; it was {Quoted(change.Before)}.",
        };
        return char.ToUpperInvariant(told[0]) + told[1..];
    }

    private static string? Flag(RawChange change) => (change.At.Tokens[^1], change.After) switch
    {
        ("required", "true") => $"{Name(Up(change.At))} is now required.",
        ("required", "false") => $"{Name(Up(change.At))} is no longer required.",
        ("nonNegotiable", "true") => $"{Name(Up(change.At))} is now non-negotiable.",
        ("nonNegotiable", "false") => $"{Name(Up(change.At))} can now be waived.",
        _ => null,
    };

    // "the help of the field 'budget'", "the field 'date' of the field 'milestones'", "the section 'closing'".
    private static string Name(JsonPointer at)
    {
        if (Members.TryGetValue(at.ToString(), out string? known))
        {
            return known;
        }

        string[] tokens = [.. at.Tokens];
        if (tokens is ["examples", var example, "record", .. var rest] && rest.Length > 0)
        {
            return $"{string.Join(' ', rest.Select(Words))} of the record of the example '{example}'";
        }

        if (tokens.Length == 0)
        {
            return "the workflow";
        }

        JsonPointer owner = Up(at);
        if (tokens.Length > 1 && IsRow(at))
        {
            string row = tokens[^2] == "fields" && tokens is ["output", "sections", ..] ? "input" : Rows[tokens[^2]];
            JsonPointer above = Up(owner);
            return $"the {row} '{tokens[^1]}'{(above.Tokens.Count > 1 ? $" of {Name(above)}" : string.Empty)}";
        }

        return owner.Tokens.Count == 0 || owner.Tokens is ["output"] or ["gate"] or ["input"] ? $"the {Words(tokens[^1])}" : $"the {Words(tokens[^1])} of {Name(owner)}";
    }

    private static bool IsField(JsonPointer at) => at.Tokens is ["input", "fields", _] or ["input", "fields", _, "fields", _];

    private static bool IsRow(JsonPointer at) => at.Tokens.Count > 1 && Rows.ContainsKey(at.Tokens[^2]) && at.Tokens is not ["examples", _, "record", ..];

    private bool IsRequired(JsonPointer at) => new[] { after, before }.Select(workflow => Find(workflow, at.Tokens)).FirstOrDefault(field => field is not null) is { } field
        && field.TryGetProperty("required", out JsonElement required) && required.ValueKind == JsonValueKind.True;

    // Fields have names of their own, so the stable pointer leads back to them.
    private static JsonElement? Find(JsonElement root, IReadOnlyList<string> tokens)
    {
        JsonElement? at = root;
        foreach (string token in tokens)
        {
            at = at is { ValueKind: JsonValueKind.Array } rows
                ? rows.EnumerateArray().Where(row => row.TryGetProperty("name", out JsonElement name) && name.GetString() == token).Select(row => (JsonElement?)row).FirstOrDefault()
                : at is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(token, out JsonElement member) ? member : null;
        }

        return at;
    }

    private static JsonPointer Up(JsonPointer at) => at.Tokens.SkipLast(1).Aggregate(JsonPointer.Root, (up, token) => up.Append(token));

    private static string Quoted(string? text) => text is null ? "nothing" : $"“{(text.Length <= Longest ? text : text[..(Longest - 1)] + "…")}”";

    // "maxLength" reads "max length".
    private static string Words(string member)
    {
        var words = new StringBuilder();
        foreach (char c in member)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
