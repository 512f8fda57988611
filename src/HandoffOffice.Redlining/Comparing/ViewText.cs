using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads the text that a part would have with every change accepted or rejected, from its markup as it stands. It shares no code with
/// what writes changes and with what settles them, so that it can check the one and be checked against the other.
/// </summary>
internal sealed class ViewText
{
    private readonly List<string> paragraphs = [];
    private readonly bool accepted;

    private ViewText(bool accepted) => this.accepted = accepted;

    /// <summary>The paragraphs of a part in document order, those of a text box after the one it hangs on.</summary>
    public static List<string> Of(XmlElement root, RevisionView view)
    {
        var reader = new ViewText(view == RevisionView.Accepted);
        reader.Container(root.Child(W.Body) ?? root);
        return reader.paragraphs;
    }

    private void Container(XmlElement container)
    {
        var before = paragraphs.Count;
        var line = new StringBuilder();
        var boxes = new List<XmlElement>();
        var open = false;
        Blocks(container, line, boxes, ref open);
        if (open && (line.Length > 0 || paragraphs.Count == before))
        {
            End(line, boxes);
        }
    }

    private void Blocks(XmlElement container, StringBuilder line, List<XmlElement> boxes, ref bool open)
    {
        foreach (var block in container.Children)
        {
            if (block.Name == W.P)
            {
                Inline(block, line, boxes);
                open = IsGone(block.Child(W.PPr)?.Child(W.RPr));
                if (!open)
                {
                    End(line, boxes);
                }
            }
            else if (block.Name == W.Tbl && !AllGone(block))
            {
                if (open && line.Length > 0)
                {
                    End(line, boxes);
                }

                open = false;
                Rows(block);
            }
            else if (block.Name == W.Sdt || block.Name == W.SdtContent || block.Name.LocalName is "customXml" or "footnote" or "endnote" or "comment")
            {
                Blocks(block, line, boxes, ref open);
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

    // A table goes with its last row.
    private bool AllGone(XmlElement table)
    {
        var any = false;
        foreach (var child in table.Children)
        {
            if (BlockKind.IsControl(child) || (child.Name == W.Tr && !IsGone(child.Child(W.TrPr))))
            {
                return false;
            }

            any |= child.Name == W.Tr;
        }

        return any;
    }

    private void Cells(XmlElement row)
    {
        foreach (var item in row.Children)
        {
            if (item.Name == W.Tc)
            {
                var properties = item.Child(W.TcPr);
                if (properties?.Child(W.Ns + (accepted ? "cellDel" : "cellIns")) is null)
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

    private bool IsGone(XmlElement? marks) =>
        marks is { } element && (accepted ? element.Child(W.Del) ?? element.Child(W.MoveFrom) : element.Child(W.Ins) ?? element.Child(W.MoveTo)) is not null;

    private void Inline(XmlElement element, StringBuilder line, List<XmlElement> boxes)
    {
        foreach (var child in element.Children)
        {
            var name = child.Name;
            if (name == W.PPr || name == W.RPr || name == W.Fallback
                || (accepted ? name == W.Del || name == W.MoveFrom : name == W.Ins || name == W.MoveTo))
            {
                continue;
            }

            if (name == W.TextBoxContent)
            {
                boxes.Add(child);
            }
            else if (name == W.T || name == W.DelText || name == W.MathText)
            {
                line.Append(child.Text);
            }
            else if (child.Name.Namespace == W.Ns && element.Name == W.R && Character(child.Name) is { } character)
            {
                line.Append(character);
            }
            else
            {
                Inline(child, line, boxes);
            }
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

    private void End(StringBuilder line, List<XmlElement> boxes)
    {
        paragraphs.Add(line.ToString());
        line.Clear();
        var inner = boxes.ToList();
        boxes.Clear();
        inner.ForEach(Container);
    }
}
