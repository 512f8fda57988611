using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Compares content controls around blocks: their tags come and go on their own (17.13.5.4-.11).</summary>
internal sealed class ControlComparison(Comparison comparison, PartTarget target, ElementImporter importer, BlockComparison blocks)
{
    /// <summary>Writes a control that both sides have.</summary>
    public void Compare(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var (inA, inB) = (original.Child(W.SdtContent) ?? original, revised.Child(W.SdtContent) ?? revised);
        var (text, start) = (original.Map.Text, output.Length);
        output.Append(text, original.Span.Start, inA.Span.Content - original.Span.Start);
        if (!inA.IsEmpty && blocks.Compare(output, inA, inB))
        {
            output.Append(text, inA.Span.ContentEnd, original.Span.End - inA.Span.ContentEnd);
            return;
        }

        output.Length = start;
        output.Append(original.Raw);
    }

    /// <summary>Writes a control that only one side has: its tags crossed by ranges, what is in it like any text.</summary>
    public void Tags(StringBuilder output, XmlElement control, bool revised, Action<List<XmlElement>> writeContent)
    {
        var w = target.Word;
        var range = revised ? "customXmlInsRange" : "customXmlDelRange";
        var (first, second) = (comparison.NextId(), comparison.NextId());
        var content = control.Child(W.SdtContent) ?? control;
        output.Append('<').Append(w).Append(range).Append("Start").Append(comparison.AttributesOf(w, first)).Append("/>");
        if (revised)
        {
            importer.Open(output, control);
            foreach (var child in control.Children)
            {
                if (child.Name == W.SdtPr || child.Name.LocalName is "sdtEndPr" or "customXmlPr")
                {
                    importer.Write(output, child);
                }
            }

            if (control.Name == W.Sdt)
            {
                output.Append('<').Append(w).Append("sdtContent>");
            }
        }
        else
        {
            var end = content.Span.Content;
            foreach (var child in control.Name == W.Sdt ? [] : control.Children.ToList())
            {
                end = child.Name.LocalName == "customXmlPr" ? child.Span.End : end;
            }

            output.Append(control.Map.Text, control.Span.Start, end - control.Span.Start);
        }

        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(first).Append("\"/>");
        var children = content.Children.ToList();
        children.RemoveAll(child => child.Name.LocalName == "customXmlPr");
        writeContent(children);
        output.Append('<').Append(w).Append(range).Append("Start").Append(comparison.AttributesOf(w, second)).Append("/>");
        if (revised)
        {
            if (control.Name == W.Sdt)
            {
                output.Append("</").Append(w).Append("sdtContent>");
            }

            importer.Close(output, control);
        }
        else
        {
            output.Append(control.Map.Text, content.Span.ContentEnd, control.Span.End - content.Span.ContentEnd);
        }

        output.Append('<').Append(w).Append(range).Append("End ").Append(w).Append("id=\"").Append(second).Append("\"/>");
    }
}
