using System.Globalization;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Design;

/// <summary>What a workflow must be before anybody runs it: a list of rules, each with its code.</summary>
public static partial class WorkflowRules
{
    private static readonly IReadOnlyList<Func<Workflow, IEnumerable<Problem>>> All =
    [
        KeyIsASlug, VersionIsPositive, NamesAreGiven, FieldsAreSound, GroupsExist, RangesAreOrdered, SectionsAreSound,
        PointersNameFields, TextsNameFields, MailHasARecipient, GateIsSound, ChecklistIsSound, ExamplesFit, ExpectationRules.Problems, FilterRules.Problems, ParallelRules.Problems, .. ContractRules.All,
    ];

    /// <summary>Everything that is wrong with a workflow; none when it is sound.</summary>
    public static IReadOnlyList<Problem> Problems(Workflow workflow) => [.. All.SelectMany(rule => rule(workflow))];

    private static IEnumerable<Problem> KeyIsASlug(Workflow w)
    {
        if (w.Key.Length > 64 || !Slug().IsMatch(w.Key))
        {
            yield return Problem.At("/key", "key", "The key is not lower-case words joined by hyphens.", "such as client-status-report, at most 64 characters");
        }
    }

    private static IEnumerable<Problem> VersionIsPositive(Workflow w)
    {
        if (w.Version < 1)
        {
            yield return Problem.At("/version", "version", $"The version is {w.Version}.", "1 or more");
        }

        if (w.BaselineMinutes < 1)
        {
            yield return Problem.At("/baselineMinutes", "baseline", $"The baseline is {w.BaselineMinutes} minutes.", "the minutes one run takes today, 1 or more");
        }
    }

    private static IEnumerable<Problem> NamesAreGiven(Workflow w)
    {
        (string Place, string Text)[] texts =
        [
            ("/name", w.Name), ("/promise", w.Promise), ("/output/subject", w.Output.Subject), ("/output/language", w.Output.Language),
            ("/responsibilities/input/title", w.Responsibilities.Input.Title),
            ("/responsibilities/draft/title", w.Responsibilities.Draft.Title),
            ("/responsibilities/release/title", w.Responsibilities.Release.Title),
        ];
        return texts.Where(t => string.IsNullOrWhiteSpace(t.Text)).Select(t => Problem.At(t.Place, "empty", "This text is empty.", "a few words"));
    }

    private static IEnumerable<Problem> FieldsAreSound(Workflow w) => w.Input.Fields.Count == 0
        ? [Problem.At("/input/fields", "no-fields", "The template has no field.", "at least one field")]
        : FieldRules.Problems(w.Input.Fields, JsonPointer.Parse("/input/fields"), nested: false);

    private static IEnumerable<Problem> GroupsExist(Workflow w) => w.Input.Fields
        .Select((field, index) => (field, index))
        .Where(f => f.field.Group is not null && w.Input.Groups.All(group => group.Key != f.field.Group))
        .Select(f => Problem.At($"/input/fields/{f.index}/group", "unknown-group", $"There is no group '{f.field.Group}'.", string.Join(", ", w.Input.Groups.Select(g => g.Key))));

    private static IEnumerable<Problem> RangesAreOrdered(Workflow w)
    {
        (string Place, CountRange Range)[] ranges = [("/output/paragraphs", w.Output.Paragraphs), ("/output/words", w.Output.Words)];
        return ranges.Where(r => r.Range.Min < 1 || r.Range.Max < r.Range.Min)
            .Select(r => Problem.At(r.Place, "range", $"{r.Range.Min} to {r.Range.Max} is no range.", "min of at least 1, max not below min"));
    }

    private static IEnumerable<Problem> SectionsAreSound(Workflow w)
    {
        if (w.Output.Sections.Count == 0)
        {
            yield return Problem.At("/output/sections", "no-sections", "The contract has no section.", "at least one section");
        }

        for (int i = 0; i < w.Output.Sections.Count; i++)
        {
            ContractSection section = w.Output.Sections[i];
            if (!Slug().IsMatch(section.Key) || w.Output.Sections.Take(i).Any(other => other.Key == section.Key))
            {
                yield return Problem.At($"/output/sections/{i}/key", "key", "The section's key is not a lower-case word or is used twice.", "such as next-steps, once");
            }

            if (string.IsNullOrWhiteSpace(section.Purpose))
            {
                yield return Problem.At($"/output/sections/{i}/purpose", "empty", "The section's purpose is empty.", "what it is to tell, in one sentence");
            }
        }
    }

    private static IEnumerable<Problem> PointersNameFields(Workflow w)
    {
        IEnumerable<(string Place, JsonPointer Pointer)> pointers =
        [
            .. w.Output.MustMention.Select((p, i) => ($"/output/mustMention/{i}", p)),
            .. w.Output.Sections.SelectMany((s, i) => s.Fields.Select((p, j) => ($"/output/sections/{i}/fields/{j}", p))),
            .. w.Output.Recipients is { } r ? [("/output/recipients", r)] : Array.Empty<(string, JsonPointer)>(),
        ];
        return pointers.Where(p => !NamesAField(w.Input, p.Pointer))
            .Select(p => Problem.At(p.Place, "unknown-field", $"The template has no field at '{p.Pointer}'.", "a pointer to a field, such as /client"));
    }

    // A person's name and email and an amount's parts are named by the kind of the field, not by fields of their own.
    internal static bool NamesAField(InputTemplate template, JsonPointer pointer) =>
        template.Field(pointer) is not null
        || (pointer.Tokens is [var field, var part]
            && template.Field(JsonPointer.Root.Append(field)) is { } owner
            && ((owner.Kind == FieldKind.Person && part is "name" or "email") || (owner.Kind == FieldKind.Money && part is "amount" or "currency")));

    private static IEnumerable<Problem> TextsNameFields(Workflow w)
    {
        IEnumerable<(string Place, string? Text)> texts =
        [
            ("/output/subject", w.Output.Subject),
            .. w.Output.Sections.SelectMany((s, i) => new[] { ($"/output/sections/{i}/lead", s.Lead), ($"/output/sections/{i}/close", s.Close) }),
        ];
        return from text in texts
               from Match name in Placeholder().Matches(text.Text ?? string.Empty)
               where w.Input.Fields.All(field => field.Name != name.Groups[1].Value || field.Kind == FieldKind.List)
               select Problem.At(text.Place, "unknown-field", $"The template has no plain field '{name.Groups[1].Value}'.", "a field's name in braces, such as {client}");
    }

    private static IEnumerable<Problem> MailHasARecipient(Workflow w)
    {
        if (w.Output.Format == OutputFormat.Email
            && (w.Output.Recipients is not { } recipients || w.Input.Field(recipients) is not { Kind: FieldKind.Person, Required: true }))
        {
            yield return Problem.At("/output/recipients", "recipient", "A mail's contract names no required person field as its recipient.", "a pointer to a required field of kind Person");
        }
    }

    private static IEnumerable<Problem> GateIsSound(Workflow w)
    {
        var rigor = Rigor.Of(w.Stakes);
        (string Place, int Value, int Min, int Max)[] limits =
        [
            ("/gate/reviewers", w.Gate.Reviewers, rigor.Reviewers, 5),
            ("/gate/loopBudget", w.Gate.LoopBudget, 0, 5),
            ("/gate/approvalHours", w.Gate.ApprovalHours, 1, rigor.ApprovalHours),
            ("/gate/reviewHours", w.Gate.ReviewHours, 1, 2160),
        ];
        foreach (var limit in limits.Where(l => l.Value < l.Min || l.Value > l.Max))
        {
            yield return Problem.At(limit.Place, "range", $"{limit.Value} is out of range.", $"{limit.Min} to {limit.Max}");
        }

        foreach ((GateCheck check, int i) in w.Gate.Checks.Select((check, i) => (check, i)).Where(one => one.check is { Kind: CheckKind.SecondReading, Severity: Severity.Blocking }))
        {
            yield return Problem.At($"/gate/checks/{i}/severity", "second-reading-blocks", "A second reader points out; it can't stop the signing.", "Warning or Note");
        }

        if (w.Gate.SeededErrorRate is not (>= 0 and <= Gate.MaxSeededErrorRate))
        {
            yield return Problem.At("/gate/seededErrorRate", "range", string.Create(CultureInfo.InvariantCulture, $"{w.Gate.SeededErrorRate} is out of range."),
                string.Create(CultureInfo.InvariantCulture, $"0 to {Gate.MaxSeededErrorRate}"));
        }

        if (w.Gate.Checks.Count == 0)
        {
            yield return Problem.At("/gate/checks", "no-checks", "The gate has no automatic check.", "at least one check");
        }

        if (w.Gate.Checks.Select(check => check.Kind).Distinct().Count() < w.Gate.Checks.Count)
        {
            yield return Problem.At("/gate/checks", "duplicate-check", "A check is listed twice.", "each check once");
        }

        for (int i = 0; i < w.Gate.Checks.Count; i++)
        {
            if (rigor.BlockingChecks.Contains(w.Gate.Checks[i].Kind) && w.Gate.Checks[i].Severity != Severity.Blocking)
            {
                yield return Problem.At($"/gate/checks/{i}/severity", "rigor", $"With {w.Stakes} stakes a finding of {w.Gate.Checks[i].Kind} has to block.", "Blocking");
            }
        }

        foreach (CheckKind needed in rigor.NeededChecks.Except(w.Gate.Checks.Select(check => check.Kind)))
        {
            yield return Problem.At("/gate/checks", "rigor", $"With {w.Stakes} stakes the gate needs the check {needed}.", $"a blocking check of kind {needed}");
        }

        if (w.Responsibilities.Release.Holder == DutyHolder.Author && !rigor.AuthorMayReview)
        {
            yield return Problem.At("/responsibilities/release/holder", "separation-of-duties", "With these stakes the author cannot answer for the release.", "Reviewer");
        }
    }

    private static IEnumerable<Problem> ChecklistIsSound(Workflow w)
    {
        if (!w.Gate.Checklist.Any(item => item.NonNegotiable))
        {
            yield return Problem.At("/gate/checklist", "no-non-negotiable", "No checklist item is non-negotiable.", "at least one non-negotiable item");
        }

        for (int i = 0; i < w.Gate.Checklist.Count; i++)
        {
            ChecklistItem item = w.Gate.Checklist[i];
            if (!Slug().IsMatch(item.Id) || w.Gate.Checklist.Take(i).Any(other => other.Id == item.Id))
            {
                yield return Problem.At($"/gate/checklist/{i}/id", "key", "The item's id is not a lower-case word or is used twice.", "such as dates, once");
            }

            if (ReviewTask.Lack(item.Text) is { } lack)
            {
                yield return Problem.At($"/gate/checklist/{i}/text", "vague", lack, "what to check against what, such as: Compare every date in the text with the record.");
            }
        }
    }

    // A record can be held only against a template that is sound itself.
    private static IEnumerable<Problem> ExamplesFit(Workflow w) => w.Examples.Count == 0
        ? [Problem.At("/examples", "no-examples", "There is no example record.", "at least one realistic record")]
        : FieldsAreSound(w).Any() ? [] : w.Examples.SelectMany((example, i) => RecordValidator.Validate(w.Input, example.Record)
            .Select(problem => problem.Within($"/examples/{i}/record")));

    /// <summary>Whether this can be the key of a workflow.</summary>
    public static bool IsKey(string key) => key.Length <= 64 && Slug().IsMatch(key);

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    internal static partial Regex Slug();

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    internal static partial Regex Placeholder();
}
