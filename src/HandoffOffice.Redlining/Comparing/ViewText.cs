using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads the text that a part would have with every change accepted or rejected, from its markup as it stands. It shares no code with
/// what writes changes and with what settles them, so that it can check the one and be checked against the other.
/// </summary>
internal sealed class ViewText
{
    private readonly List<ViewLine> paragraphs = [];
    // One for all: a line that is open ends before another container begins.
    private readonly TextBuffer line = new();
    private readonly Func<XmlElement, bool> accepts;
    private readonly Queue<XmlElement>? later;
    private List<XmlElement>? boxes;
    private int ending;

    private ViewText(Func<XmlElement, bool> accepts, Queue<XmlElement>? later = null) => (this.accepts, this.later) = (accepts, later);

    /// <summary>The paragraphs of a part in document order, those of a text box after the one it hangs on.</summary>
    public static List<string> Of(XmlElement root, RevisionView view)
    {
        var reader = new ViewText(_ => view == RevisionView.Accepted);
        reader.Container(root.Child(W.Body) ?? root);
        return reader.paragraphs.ConvertAll(line => line.Text);
    }

    /// <summary>The same by flows: first what stands in the part itself, then text box by text box.</summary>
    /// <param name="root">Root of the part.</param>
    /// <param name="accepts">Whether a change, by its element, is accepted.</param>
    public static List<List<ViewLine>> Flows(XmlElement root, Func<XmlElement, bool> accepts)
    {
        var flows = new List<List<ViewLine>>();
        var boxes = new Queue<XmlElement>([root.Child(W.Body) ?? root]);
        while (boxes.TryDequeue(out var box))
        {
            var reader = new ViewText(accepts, boxes);
            reader.Container(box);
            flows.Add(reader.paragraphs);
        }

        return flows;
    }

    /// <summary>What one thing in a paragraph says, text boxes in it left out.</summary>
    public static string OfInline(XmlElement element)
    {
        var reader = new ViewText(_ => true);
        reader.One(element, element.Parent?.Name);
        return reader.line.Span.ToString();
    }

    private void Container(XmlElement container)
    {
        var (before, around) = (paragraphs.Count, boxes);
        boxes = null;
        var open = false;
        Blocks(container, ref open);
        if (open && (line.Length > 0 || paragraphs.Count == before))
        {
            End();
        }

        boxes = around;
    }

    private void Blocks(XmlElement container, ref bool open)
    {
        foreach (var block in container.Children)
        {
            if (block.Name == W.P)
            {
                Inline(block);
                ending = block.Index;
                open = IsGone(block.Child(W.PPr)?.Child(W.RPr));
                if (!open)
                {
                    End();
                }
            }
            else if (block.Name == W.Tbl && !AllGone(block))
            {
                if (open && line.Length > 0)
                {
                    End();
                }

                open = false;
                Rows(block);
            }
            else if (block.Name == W.Sdt || block.Name == W.SdtContent || block.Name.LocalName is "customXml" or "footnote" or "endnote" or "comment")
            {
                Blocks(block, ref open);
            }
        }
    }

    private void Rows(XmlElement table)
    {
        foreach (var item in table.Children)
        {
            if (item.Name == W.Tr && !IsGone(item.Child(W.TrPr)))
            {
                Cells(item);
            }
            else if (item.Name == W.Sdt || item.Name == W.SdtContent || item.Name.LocalName == "customXml")
            {
                Rows(item);
            }
        }
    }

    // A table goes with its last row, and with it the controls around rows.
    private bool AllGone(XmlElement table)
    {
        var any = false;
        return RowsGone(table, ref any) && any;
    }

    private bool RowsGone(XmlElement holder, ref bool any)
    {
        foreach (var child in holder.Children)
        {
            if (child.Name == W.Tr)
            {
                any = true;
                if (!IsGone(child.Child(W.TrPr)))
                {
                    return false;
                }
            }
            else if ((BlockKind.IsControl(child) || child.Name == W.SdtContent) && !RowsGone(child, ref any))
            {
                return false;
            }
        }

        return true;
    }

    private void Cells(XmlElement row)
    {
        foreach (var item in row.Children)
        {
            if (item.Name == W.Tc)
            {
                var properties = item.Child(W.TcPr);
                if (!(properties?.Child(W.Ns + "cellDel") is { } deleted && accepts(deleted)) && !(properties?.Child(W.Ns + "cellIns") is { } inserted && !accepts(inserted)))
                {
                    Container(item);
                }
            }
            else if (item.Name == W.Sdt || item.Name == W.SdtContent || item.Name.LocalName == "customXml")
            {
                Cells(item);
            }
        }
    }

    private bool IsGone(XmlElement? marks) => marks is { } element
        && ((element.Child(W.Del) is { } deleted && accepts(deleted)) || (element.Child(W.MoveFrom) is { } from && accepts(from))
            || (element.Child(W.Ins) is { } inserted && !accepts(inserted)) || (element.Child(W.MoveTo) is { } to && !accepts(to)));

    private void Inline(XmlElement element)
    {
        foreach (var child in element.Children)
        {
            One(child, element.Name);
        }
    }

    private void One(XmlElement child, XName? around)
    {
        var name = child.Name;
        if (name == W.PPr || name == W.RPr || name == W.Fallback
            || ((name == W.Del || name == W.MoveFrom) && accepts(child)) || ((name == W.Ins || name == W.MoveTo) && !accepts(child)))
        {
            return;
        }

        if (name == W.TextBoxContent)
        {
            (boxes ??= []).Add(child);
        }
        else if (name == W.T || name == W.DelText || name == W.MathText)
        {
            child.AppendTo(line);
        }
        else if (name.Namespace == W.Ns && around == W.R && Character(name) is { } character)
        {
            line.Append(character);
        }
        else
        {
            Inline(child);
        }
    }

    private static char? Character(XName name) => name.LocalName switch
    {
        "tab" or "ptab" => '\t',
        "br" or "cr" => '\n',
        "noBreakHyphen" => '\u2011',
        "softHyphen" => '\u00AD',
        "footnoteReference" or "endnoteReference" or "sym" => '\uFFFC',
        _ => null,
    };

    private void End()
    {
        paragraphs.Add(new ViewLine(line.Span.ToString(), ending));
        line.Clear();
        var inner = boxes;
        boxes = null;
        inner?.ForEach(later is null ? Container : later.Enqueue);
    }
}

/// <summary>A paragraph as it reads.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Paragraph">Index of the element with its mark.</param>
internal readonly record struct ViewLine(string Text, int Paragraph);
