using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Opens and closes the containers around the pieces of a paragraph: hyperlinks, content controls, earlier insertions.</summary>
internal sealed class ContainerWriter(Comparison comparison, PartTarget target, ElementImporter importer, IContainerPairs pairs)
{
    private readonly TokenStream a = pairs.Original;
    private readonly TokenStream b = pairs.Revised;
    private readonly List<OpenContainer> open = [];
    private readonly HashSet<int> opened = [];
    private StringBuilder output = new();

    private string w => target.Word;

    /// <summary>Closes and opens containers until a piece stands in its own.</summary>
    public void Enter(StringBuilder into, Piece piece)
    {
        output = into;
        if (open.Count > 0 || (piece.Kind == PieceKind.Insert ? b : a).Atoms[piece.Atom].Container != 0)
        {
            Enter(PathOf(piece));
        }
    }

    /// <summary>Closes all that are open.</summary>
    public void Leave(StringBuilder into)
    {
        output = into;
        if (open.Count > 0)
        {
            Enter([]);
        }
    }

    private void Enter(List<OpenContainer> path)
    {
        var common = 0;
        while (common < open.Count && common < path.Count && open[common] == path[common])
        {
            common++;
        }

        for (var at = open.Count - 1; at >= common; at--)
        {
            CloseContainer(open[at]);
            open.RemoveAt(at);
        }

        for (var at = common; at < path.Count; at++)
        {
            OpenContainerTag(path[at]);
            open.Add(path[at]);
        }
    }

    private void OpenContainerTag(OpenContainer container)
    {
        var range = StartRange(container);
        WriteOpenTag(container);
        EndRange(container, range);
    }

    // A control that only one side has comes or goes with its tags, each crossed by a range (17.13.5.4-.7).
    private int StartRange(OpenContainer container)
    {
        if (!IsOneSided(container))
        {
            return -1;
        }

        var id = comparison.NextId();
        output.Append('<').Append(w).Append(RangeName(container)).Append("Start").Append(comparison.AttributesOf(w, id)).Append("/>");
        return id;
    }

    private void EndRange(OpenContainer container, int id)
    {
        if (id >= 0)
        {
            output.Append('<').Append(w).Append(RangeName(container)).Append("End ").Append(w).Append("id=\"").Append(id).Append("\"/>");
        }
    }

    private static string RangeName(OpenContainer container) => container.Revised ? "customXmlInsRange" : "customXmlDelRange";

    private bool IsOneSided(OpenContainer container) =>
        Element(container).Name is var name && (name == W.Sdt || name == W.Ns + "customXml") && (container.Revised || !pairs.IsMatched(container.Index));

    private void WriteOpenTag(OpenContainer container)
    {
        var element = Element(container);
        var content = element.Child(W.SdtContent);
        if (container.Revised)
        {
            importer.Open(output, element);
            foreach (var child in element.Children)
            {
                if (content is not null && child.Name != W.SdtContent || child.Name.LocalName is "smartTagPr" or "customXmlPr" or "fldData")
                {
                    importer.Write(output, child);
                }
            }

            if (content is { } inner)
            {
                importer.Open(output, inner);
            }

            return;
        }

        var end = content?.Span.Content ?? element.Span.Content;
        foreach (var child in element.Children)
        {
            end = child.Name.LocalName is "smartTagPr" or "customXmlPr" or "fldData" ? child.Span.End : end;
        }

        var tag = element.Map.Text.AsSpan(element.Span.Start, end - element.Span.Start);
        if (opened.Add(container.Index))
        {
            output.Append(tag);
        }
        else if (element.Name == W.Ins || element.Name == W.MoveTo)
        {
            // What somebody inserted earlier now has something else in its middle: two insertions by the same hand.
            output.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"<{element.QualifiedName} {w}id=\"{comparison.NextId()}\" {w}author=\"{XmlEscape.Attribute(element.Attribute(W.Author) ?? "")}\"");
            output.Append(element.Attribute(W.Date) is { } date ? $" {w}date=\"{date}\">" : ">");
        }
        else if (element.Child(W.SdtPr)?.Child(W.Id) is { } id)
        {
            output.Append(element.Map.Text, element.Span.Start, id.Span.Start - element.Span.Start).Append(element.Map.Text, id.Span.End, end - id.Span.End);
        }
        else
        {
            output.Append(tag);
        }
    }

    private void CloseContainer(OpenContainer container)
    {
        var range = StartRange(container);
        WriteCloseTag(container);
        EndRange(container, range);
    }

    private void WriteCloseTag(OpenContainer container)
    {
        var element = Element(container);
        var content = element.Child(W.SdtContent);
        if (container.Revised)
        {
            if (content is { } inner)
            {
                importer.Close(output, inner);
            }

            importer.Close(output, element);
            return;
        }

        var start = content?.Span.ContentEnd ?? element.Span.ContentEnd;
        output.Append(element.Map.Text, start, element.Span.End - start);
    }

    private XmlElement Element(OpenContainer container) =>
        (container.Revised ? b : a).Containers[container.Index].Element ?? throw new InvalidOperationException("The paragraph itself is no container.");

    private List<OpenContainer> PathOf(Piece piece)
    {
        var path = new List<OpenContainer>();
        var stream = piece.Kind == PieceKind.Insert ? b : a;
        for (var container = stream.Atoms[piece.Atom].Container; container != 0; container = stream.Containers[container].Parent)
        {
            var own = ReferenceEquals(stream, a);
            var partner = own ? container : pairs.ContainerOfRevised(container);
            path.Add(partner >= 0 ? new OpenContainer(false, partner) : new OpenContainer(true, container));
        }

        path.Reverse();
        return path;
    }

    private readonly record struct OpenContainer(bool Revised, int Index);
}
