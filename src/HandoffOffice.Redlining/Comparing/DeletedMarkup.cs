using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Something of the original as it stands in a deletion: text and instructions in it are deleted ones (17.3.3.7, 17.16.13).</summary>
internal static class DeletedMarkup
{
    /// <summary>Writes an element with all that is in it. A text box keeps its text: it goes as a whole.</summary>
    public static void Append(StringBuilder output, XmlElement element)
    {
        var text = element.Map.Text;
        var at = element.Span.Start;
        for (var index = element.Index; index < element.Span.After;)
        {
            var inner = new XmlElement(element.Map, index);
            if (inner.Name == W.TextBoxContent)
            {
                index = inner.Span.After;
                continue;
            }

            if (inner.Name == W.T || inner.Name == W.Ns + "instrText")
            {
                // The name behind its prefix, in both tags.
                var name = inner.QualifiedName;
                var place = inner.Span.Start + 1 + name.Length - inner.Name.LocalName.Length;
                Rename(place);
                if (!inner.IsEmpty)
                {
                    Rename(inner.Span.ContentEnd + place - inner.Span.Start + 1);
                }

                void Rename(int start)
                {
                    output.Append(text, at, start - at).Append(inner.Name == W.T ? "delText" : "delInstrText");
                    at = start + inner.Name.LocalName.Length;
                }
            }

            index++;
        }

        output.Append(text, at, element.Span.End - at);
    }
}
