using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Parallel;

/// <summary>What the AI is asked for of a workflow in which a person writes some of the sections (C19): its own sections, and nothing that only the others speak of.</summary>
public static class DraftedPart
{
    /// <summary>The version as the AI sees it; itself where the AI writes all sections.</summary>
    public static Workflow Of(Workflow workflow)
    {
        if (workflow.Output.Sections.All(section => section.Owner != SectionOwner.Person))
        {
            return workflow;
        }

        IReadOnlyList<ContractSection> sections = [.. workflow.Output.Sections.Where(section => section.Owner != SectionOwner.Person)];
        HashSet<string> drafted = Names(sections);
        HashSet<string> others = Names(workflow.Output.Sections.Except(sections));
        bool IsAsked(string field) => drafted.Contains(field) || !others.Contains(field);
        return workflow with
        {
            Input = workflow.Input with { Fields = [.. workflow.Input.Fields.Where(field => IsAsked(field.Name))] },
            Output = workflow.Output with { Sections = sections, MustMention = [.. workflow.Output.MustMention.Where(pointer => IsAsked(pointer.Tokens[0]))] },
        };
    }

    // The fields that sections speak of, by name: those that they list, and those that their sentences have in braces.
    private static HashSet<string> Names(IEnumerable<ContractSection> sections) =>
    [
        .. sections.SelectMany(section => section.Fields.Select(pointer => pointer.Tokens[0])
            .Concat(WorkflowRules.Placeholder().Matches($"{section.Lead} {section.Close}").Select(match => match.Groups[1].Value))),
    ];
}
