using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>What stands for a container or for something without text, so that equal numbers may be matched. Read in document order.</summary>
internal sealed class InlineKeys(SidePart part)
{
    private readonly StringBuilder fieldCode = new();
    private readonly Stack<ulong> fields = new();

    /// <summary>The number of a hyperlink, a simple field, a control: by what it points to or is named.</summary>
    public ulong OfContainer(XmlElement element)
    {
        if (element.Name == W.Sdt)
        {
            var own = W.Ns + "id";
            return 3 + Fingerprints.OfProperties(element.Child(W.SdtPr), part, name => name == own || name == W.ShowingPlaceholder || name == W.RPr);
        }

        ulong hash = 5;
        var scope = element.Map.Scope(element.Index);
        foreach (var attribute in element.Attributes)
        {
            var name = scope.Attribute(attribute.Name);
            var value = XmlEscape.Decode(attribute.Value);
            if (name.LocalName is "anchor" or "instr" or "uri" or "element" or "val" || name.Namespace == W.Relations)
            {
                hash += Fingerprints.Mix(Fingerprints.Of(name.LocalName), Fingerprints.Of(name.Namespace == W.Relations ? part.Side.TargetKey(part.Name, value) : value.Trim()));
            }
        }

        return Fingerprints.Mix(hash, Fingerprints.Of(element.Name.LocalName));
    }

    /// <summary>
    /// The number of a run's child. The parts of a complex field are known by the field's code, so that no part is matched with one of
    /// another field (17.16.18).
    /// </summary>
    public ulong OfObject(XmlElement child)
    {
        if (child.Name == W.FieldCharacter)
        {
            switch (child.Attribute(W.FieldCharacterType))
            {
                case "begin":
                    fields.Push(Fingerprints.Of(CodeAfter(child)));
                    return Fingerprints.Mix(11, fields.Peek());
                case "separate":
                    return Fingerprints.Mix(12, fields.TryPeek(out var open) ? open : 0);
                default:
                    return Fingerprints.Mix(13, fields.TryPop(out var ended) ? ended : 0);
            }
        }

        return Fingerprints.Of(child, part, boxes: false);
    }

    private string CodeAfter(XmlElement begin)
    {
        fieldCode.Clear();
        var map = begin.Map;
        var instruction = W.Ns + "instrText";
        for (var at = begin.Index + 1; map.Root.Span.After > at; at++)
        {
            var element = new XmlElement(map, at);
            if (element.Name == instruction)
            {
                fieldCode.Append(element.Text);
            }
            else if (element.Name == W.FieldCharacter || element.Name == W.P)
            {
                break;
            }
        }

        return fieldCode.ToString().Trim();
    }
}
