using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Rules;

/// <summary>What one section has to say, before it is decided how much of it fits.</summary>
/// <param name="Section">The contract's section.</param>
/// <param name="Lead">Its opening sentences; fields that they state are not said again.</param>
/// <param name="Fields">The fields that it still has to state, in order.</param>
/// <param name="Close">Its closing sentences.</param>
/// <param name="Role">Whether it greets or signs.</param>
internal sealed record SectionPlan(ContractSection Section, IReadOnlyList<Said> Lead, IReadOnlyList<TemplateField> Fields, IReadOnlyList<Said> Close, SectionRole Role);

/// <summary>What a section does in a mail.</summary>
internal enum SectionRole
{
    Body,
    Greeting,
    Signature,
}

/// <summary>Deals the record's fields out to the contract's sections: each is stated once, every list and must-mention field somewhere.</summary>
internal sealed class SectionPlanner(Brief brief, Phrases phrases, ValueText values, Tone tone, Func<string, bool> isClean)
{
    private readonly OutputContract contract = brief.Workflow.Output;
    private readonly HashSet<string> stated = new(StringComparer.Ordinal);

    public IReadOnlyList<SectionPlan> Plan()
    {
        List<SectionPlan> plans = [.. contract.Sections.Select((section, index) => Plan(section, RoleOf(section, index)))];
        IReadOnlyList<TemplateField> rest = [.. brief.Workflow.Input.Fields.Where(field => !stated.Contains(field.Name) && IsOwed(field))];
        int home = plans.FindLastIndex(plan => plan.Role == SectionRole.Body) is var last and >= 0 ? last : 0;
        // A closing section that only says goodbye is no place for facts where there is one before it.
        if (rest.Count > 0 && plans[home].Section.Fields.Count < 2 && plans.FindLastIndex(home, plan => plan.Role == SectionRole.Body && plan.Fields.Count > 0) is var fuller and >= 0)
        {
            home = fuller;
        }

        plans[home] = plans[home] with { Fields = [.. plans[home].Fields, .. rest] };
        return plans;
    }

    private SectionPlan Plan(ContractSection section, SectionRole role)
    {
        IReadOnlyList<Said> lead = Lead(section, role);
        foreach (JsonPointer place in lead.SelectMany(said => said.Cites))
        {
            stated.Add(place.Tokens[0]);
        }

        // What a greeting greets with is named there, and nothing else is.
        List<TemplateField> fields = [];
        foreach (TemplateField field in section.Fields.Select(place => brief.Workflow.Input.Fields.First(f => f.Name == place.Tokens[0])))
        {
            if (stated.Add(field.Name))
            {
                fields.Add(field);
            }
        }

        IReadOnlyList<Said> close = [.. Sentences(section.Close).Select(said => said.With(Prose.Finish(said.Text))).Where(said => isClean(said.Text))];
        return new SectionPlan(section, lead, fields, close, role);
    }

    private IReadOnlyList<Said> Lead(ContractSection section, SectionRole role)
    {
        IReadOnlyList<Said> given = [.. Sentences(section.Lead).Select(said => said.With(Ended(said.Text, role))).Where(said => isClean(said.Text) || HasForbiddenValue(said))];
        Said? first = section.Fields.Select(place => ValueOf(place.Tokens[0])).FirstOrDefault(said => said is not null);
        return (given.Count, role) switch
        {
            ( > 0, _) => given,
            (_, SectionRole.Greeting) => [new Said(phrases.Greeting(first?.Text, tone), first?.Cites ?? [])],
            (_, SectionRole.Signature) => [new Said($"{phrases.Regards(tone)} {first?.Text}".Trim(), first?.Cites ?? [])],
            _ => [],
        };
    }

    // A greeting ends in its comma and a signature in a name; everything else is a sentence.
    private static string Ended(string text, SectionRole role) => role switch
    {
        SectionRole.Greeting when text.EndsWith(',') => Prose.Capitalised(Prose.OneLine(text)),
        SectionRole.Signature => Prose.Capitalised(Prose.OneLine(text)),
        _ => Prose.Finish(text),
    };

    private bool HasForbiddenValue(Said said) => said.Cites.Any(place => values.Written(place) is { } value && !isClean(value));

    private IEnumerable<Said> Sentences(string? wording) => (wording is null ? [] : Prose.Sentences(new Said(wording)))
        .Select(sentence => WordingText.Render(WordingText.Parts(sentence.Text), ValueOf, _ => true, phrases.Articles))
        .OfType<Said>()
        .Where(said => TextMeasure.CountWords(said.Text) > 0);

    private Said? ValueOf(string name) => brief.Workflow.Input.Fields.FirstOrDefault(field => field.Name == name) is { } field
        ? values.Of(field, brief.Record.Find(JsonPointer.Root.Append(name)), JsonPointer.Root.Append(name))
        : null;

    private SectionRole RoleOf(ContractSection section, int index)
    {
        if (contract.Format != OutputFormat.Email || contract.Sections.Count < 2)
        {
            return SectionRole.Body;
        }

        bool Named(params string[] stems) => stems.Any(stem => section.Key.Contains(stem, StringComparison.Ordinal));
        return index == 0 && (Named("greet", "salut", "anrede") || section.Lead?.TrimEnd().EndsWith(',') == true) ? SectionRole.Greeting
            : index == contract.Sections.Count - 1 && (Named("sign", "regards", "gruss") || section.Lead?.TrimEnd().EndsWith('}') == true) ? SectionRole.Signature
            : SectionRole.Body;
    }

    private bool IsOwed(TemplateField field) => brief.Record.Find(JsonPointer.Root.Append(field.Name)) is { } value
        && (contract.MustMention.Any(must => must.Tokens[0] == field.Name)
            || (field.Kind == FieldKind.List && value.ValueKind == System.Text.Json.JsonValueKind.Array && value.GetArrayLength() > 0));
}
