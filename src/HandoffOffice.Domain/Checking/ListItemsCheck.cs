using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>Every item of every list of the record that the contract's sections name is in the text (C55).</summary>
internal sealed record ListItemsCheck() : Check(CheckKind.ListItems)
{
    public override IEnumerable<Fault> Find(Reading reading) =>
        from item in reading.Items
        where reading.Coverage.IsInContract(item) && !reading.Coverage.IsMentioned(item)
        select new Fault($"{item.List.Label} {item.Number} is not in the text: {item.Name}", Pointer: item.Pointer, Expected: item.Name);
}
