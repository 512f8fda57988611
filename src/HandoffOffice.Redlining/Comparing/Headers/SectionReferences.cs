using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>References to headers and footers that sections of the written document get.</summary>
internal sealed class SectionReferences
{
    private readonly Dictionary<Section, Dictionary<HeaderPlace, string>> added = [];

    /// <summary>A section gets a reference, in the place of the one that it may have.</summary>
    public void Add(Section section, HeaderPlace place, string relationship)
    {
        added.TryAdd(section, []);
        added[section][place] = relationship;
    }

    /// <summary>Writes them into the main document part.</summary>
    public void Apply(Side side)
    {
        if (added.Count == 0)
        {
            return;
        }

        var target = new PartTarget(new SidePart(side, side.Main));
        var relations = target.Prefix(W.Relations.NamespaceName, "r");
        var root = target.Part.Map.Root;
        var text = target.Part.Map.Text;
        var output = new StringBuilder();
        var at = root.Span.Content;
        foreach (var (section, references) in added.OrderBy(pair => pair.Key.Properties.Span.Start))
        {
            var properties = section.Properties;
            output.Append(text, at, properties.Span.Start - at).Append(properties.OpenTag);
            foreach (var (place, id) in references)
            {
                output.Append('<').Append(target.Word).Append(place.Kind).Append("Reference ").Append(target.Word).Append("type=\"").Append(place.Pages).Append("\" ")
                    .Append(relations).Append("id=\"").Append(id).Append("\"/>");
            }

            foreach (var child in properties.Children)
            {
                if (HeaderPlace.Of(child) is not var (place, _) || !references.ContainsKey(place))
                {
                    output.Append(child.Raw);
                }
            }

            output.Append("</").Append(properties.QualifiedName).Append('>');
            at = properties.Span.End;
        }

        output.Append(text, at, root.Span.ContentEnd - at);
        side.Replace(side.Main, target.WithInside(output.ToString()));
    }
}
