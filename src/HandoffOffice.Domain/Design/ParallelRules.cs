namespace HandoffOffice.Domain.Design;

/// <summary>What a workflow of <see cref="Pattern.Parallel"/> must say: whose each section is, and what it is tried with (C10, C19).</summary>
internal static class ParallelRules
{
    public static IEnumerable<Problem> Problems(Workflow w) => w.Pattern == Pattern.Parallel
        ? [.. Owners(w), .. Document(w), .. w.Examples.SelectMany((example, i) => OwnTexts(w, example, i))]
        : Nobody(w);

    private static IEnumerable<Problem> Owners(Workflow w)
    {
        for (int i = 0; i < w.Output.Sections.Count; i++)
        {
            if (w.Output.Sections[i].Owner is null)
            {
                yield return Problem.At($"/output/sections/{i}/owner", "no-owner", $"Nobody writes the section '{w.Output.Sections[i].Key}'.", "Person or Ai");
            }
        }

        foreach (SectionOwner owner in Enum.GetValues<SectionOwner>().Where(owner => w.Output.Sections.All(section => section.Owner != owner)))
        {
            yield return Problem.At("/output/sections", "one-sided",
                $"{(owner == SectionOwner.Person ? "A person" : "The AI")} has no section to write: then nothing is written at once.", "at least one section each, or the pattern Draft");
        }
    }

    private static IEnumerable<Problem> Document(Workflow w) => w.Output.Format == OutputFormat.Document ? [] :
    [
        Problem.At("/output/format", "not-a-document", "A mail is written by one hand: its sections can't be written at once.", "Document, or the pattern Draft"),
    ];

    private static IEnumerable<Problem> OwnTexts(Workflow w, ExampleRecord example, int index)
    {
        IReadOnlyDictionary<string, string> own = example.Own ?? new Dictionary<string, string>();
        foreach (ContractSection section in w.Output.Sections.Where(s => s.Owner == SectionOwner.Person && string.IsNullOrWhiteSpace(own.GetValueOrDefault(s.Key))))
        {
            yield return Problem.At($"/examples/{index}/own", "no-own-text",
                $"The example '{example.Name}' lacks what a person writes in '{section.Key}'.", "a realistic text, paragraphs on lines of their own");
        }

        foreach (string key in own.Keys.Where(key => !w.Output.IsOwn(key)))
        {
            yield return Problem.At($"/examples/{index}/own", "not-by-hand", $"'{key}' is no section that a person writes.",
                string.Join(", ", w.Output.Sections.Where(s => s.Owner == SectionOwner.Person).Select(s => s.Key)));
        }
    }

    private static IEnumerable<Problem> Nobody(Workflow w)
    {
        for (int i = 0; i < w.Output.Sections.Count; i++)
        {
            if (w.Output.Sections[i].Owner is not null)
            {
                yield return Problem.At($"/output/sections/{i}/owner", "owner", "Only in the pattern Parallel do sections have owners.", "no owner, or the pattern Parallel");
            }
        }

        for (int i = 0; i < w.Examples.Count; i++)
        {
            if (w.Examples[i].Own is not null)
            {
                yield return Problem.At($"/examples/{i}/own", "owner", "Only in the pattern Parallel does an example have a text by hand.", "no such text, or the pattern Parallel");
            }
        }
    }
}
