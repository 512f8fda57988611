using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>Every field that the contract says must be mentioned is in the text; a field that the record leaves empty need not be.</summary>
internal sealed record MustMentionCheck() : Check(CheckKind.MustMention)
{
    public override IEnumerable<Fault> Find(Reading reading) => reading.Workflow.Output.MustMention.Distinct().SelectMany(pointer => Faults(reading, pointer));

    private static IEnumerable<Fault> Faults(Reading reading, JsonPointer pointer)
    {
        if (reading.Workflow.Input.Field(pointer) is { Kind: FieldKind.List } list)
        {
            if (reading.Workflow.Gate.Checks.Any(check => check.Kind == CheckKind.ListItems))
            {
                // That check names each missing item; saying it again for the list would be the same fault twice.
                return [];
            }

            List<RecordItem> missing = [.. reading.Items.Where(item => item.List.Name == list.Name && !reading.Coverage.IsMentioned(item))];
            return missing.Count == 0
                ? []
                : [new Fault($"{list.Label}: {missing.Count} of {reading.Items.Count(item => item.List.Name == list.Name)} are not mentioned.", Pointer: pointer, Expected: string.Join("; ", missing.Select(item => item.Name)))];
        }

        return from fact in reading.Facts
               where Coverage.IsNamedBy(fact, pointer) && fact.Field.Kind != FieldKind.YesNo && !reading.Coverage.IsSaid(fact, pointer)
               select new Fault($"The text does not mention {fact.Label}: {fact.Shown}", Pointer: fact.Pointer, Expected: fact.Shown);
    }
}
