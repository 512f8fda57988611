namespace HandoffOffice.Redlining;

/// <summary>Things of one kind by their names, each with what it is as a number.</summary>
internal static class NamedThings
{
    /// <summary>The names that differ, or that only one side has, in order.</summary>
    public static IEnumerable<string> Differing(IReadOnlyDictionary<string, ulong> original, IReadOnlyDictionary<string, ulong> revised) =>
        original.Keys.Concat(revised.Keys).Distinct()
            .Where(name => !original.TryGetValue(name, out var one) || !revised.TryGetValue(name, out var other) || one != other)
            .Order(StringComparer.Ordinal);

    /// <summary>The children of a part's root by a name, each with its number; those of the same name are one thing.</summary>
    /// <param name="side">The document.</param>
    /// <param name="part">The part; null where there is none.</param>
    /// <param name="nameOf">Null for what does not count.</param>
    /// <param name="leaveOut">Names in the child that do not count.</param>
    public static Dictionary<string, ulong> Of(Side side, string? part, Func<XmlElement, string?> nameOf, params string[] leaveOut)
    {
        var things = new Dictionary<string, ulong>();
        if (part is null)
        {
            return things;
        }

        var own = new SidePart(side, part);
        foreach (var child in own.Map.Root.Children)
        {
            if (nameOf(child) is not { } name)
            {
                continue;
            }

            // Text, attributes, and what is in it; the order of properties says nothing.
            var number = child.Children.MoveNext()
                ? Fingerprints.OfAttributes(child, own) + Fingerprints.OfProperties(child, own, inner => leaveOut.Contains(inner.LocalName))
                : Fingerprints.Of(child, own);
            things[name] = things.GetValueOrDefault(name) + number;
        }

        return things;
    }
}
