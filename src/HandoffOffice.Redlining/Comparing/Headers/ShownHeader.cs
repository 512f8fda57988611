namespace HandoffOffice.Redlining;

/// <summary>What a reader sees in one place of a section.</summary>
/// <param name="Part">The header or footer; null where there is none.</param>
/// <param name="Identity">Equal for what looks equal; 0 for nothing, which an empty header shows as well as none.</param>
internal readonly record struct ShownHeader(string? Part, ulong Identity)
{
    /// <summary>What is shown in each of the sections of a document: a section that names none shows what the one before it does (17.10.1).</summary>
    /// <param name="side">The document.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="evenAsDefault">Whether the even pages show what all others do.</param>
    public static List<Dictionary<HeaderPlace, ShownHeader>> Of(Side side, IEnumerable<Section> sections, bool evenAsDefault)
    {
        var shown = new List<Dictionary<HeaderPlace, ShownHeader>>();
        foreach (var section in sections)
        {
            var here = HeaderPlace.All.ToDictionary(place => place,
                place => section.Own(side, place) is { } part ? Of(side, part) : shown.Count > 0 ? shown[^1][place] : default);
            foreach (var place in HeaderPlace.All.Where(place => evenAsDefault && place.Pages == HeaderPlace.Even))
            {
                here[place] = here[place with { Pages = HeaderPlace.Default }];
            }

            shown.Add(here);
        }

        return shown;
    }

    private static ShownHeader Of(Side side, string part)
    {
        var root = side.Map(part).Root;
        return new ShownHeader(part, IsBlank(root) ? 0 : Fingerprints.Of(root, new SidePart(side, part)));
    }

    private static bool IsBlank(XmlElement root) =>
        !root.Has(W.Tbl) && !root.Descendants().Any(e => e.Parent?.Name == W.R && e.Name != W.RPr) && !root.Descendants().Any(e => e.Name == W.MathText);
}
