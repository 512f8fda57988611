using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>
/// A stylesheet of a mail. Which elements its rules reach is not worked out: one with a rule that could hide, move or change text is in the form as
/// its digest, so that such a rule can't be added later. Those that Outlook writes have none.
/// </summary>
/// <param name="Text">Without comments, in lower case, white space folded.</param>
/// <param name="Suspect">Whether a rule could hide something.</param>
/// <param name="Inks">The colours it gives to text.</param>
/// <param name="Papers">The colours it gives to backgrounds.</param>
internal sealed record HtmlSheet(string Text, bool Suspect, IReadOnlyList<int> Inks, IReadOnlyList<int> Papers)
{
    private const int Smaller = 800;

    /// <summary>What a stylesheet can do.</summary>
    public static HtmlSheet Read(string css)
    {
        string text = Lower(HtmlDeclarations.Plain(
            css.Replace("<!--", " ", StringComparison.Ordinal).Replace("-->", " ", StringComparison.Ordinal)));
        bool suspect = false;
        List<int> inks = [], papers = [];
        List<(string Property, string Value)> rule = [];
        string prelude = string.Empty;
        int start = 0;
        char quote = '\0';
        int round = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : '}';
            if (at < text.Length && quote != '\0')
            {
                quote = c == quote || c == '\n' ? '\0' : quote;
                continue;
            }

            if (c is '"' or '\'')
            {
                quote = c;
                continue;
            }

            round = c == '(' ? round + 1 : c == ')' ? Math.Max(0, round - 1) : round;
            if (c is not ('{' or '}' or ';') || (c == ';' && round > 0 && at < text.Length))
            {
                continue;
            }

            string part = Fold(text[Math.Min(start, text.Length)..at]);
            start = at + 1;
            round = 0;
            if (c == '{')
            {
                prelude = part;
                continue;
            }

            suspect |= part.StartsWith("@import", StringComparison.Ordinal) || part.StartsWith("@layer", StringComparison.Ordinal);
            if (HtmlDeclarations.Declaration(part) is { } declaration && !IsOfMarkers(prelude, declaration.Property))
            {
                suspect |= IsSmaller(declaration.Property, declaration.Value);
                rule.Add((declaration.Property, declaration.Value));
            }

            if (c == '}')
            {
                var style = HtmlStyle.Of(HtmlLook.Plain, HtmlLook.Plain, rule);
                suspect |= style.Look.Mark.Length > 0;
                inks.AddRange(style.Inks);
                papers.AddRange(style.Papers);
                rule.Clear();
                prelude = string.Empty;
            }
        }

        return new HtmlSheet(Fold(text), suspect || quote != '\0', [.. inks.Distinct()], [.. papers.Distinct()]);
    }

    // Word describes the bullets of lists there, and names fonts.
    private static bool IsOfMarkers(string prelude, string property) =>
        property == "font-family" && (prelude.StartsWith("@list", StringComparison.Ordinal) || prelude.StartsWith("@font-face", StringComparison.Ordinal));

    // Half of half of half of a size is not read.
    private static bool IsSmaller(string property, string value) =>
        property == "font-size" && HtmlLength.Parse(value) is { Unit: "em" or "%" } length && length.Thousandths < (length.Unit == "em" ? Smaller : Smaller * 100);
}

/// <summary>All stylesheets of a mail.</summary>
internal sealed class HtmlSheets
{
    private const int MostColours = 64;
    private readonly HashSet<int> inks = [];
    private readonly HashSet<int> papers = [];
    private readonly bool crowded;

    /// <summary>Reads the stylesheets among the pieces, wherever they stand.</summary>
    public HtmlSheets(IReadOnlyList<HtmlToken> tokens)
    {
        for (int at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == HtmlTokenKind.Raw && tokens[at - 1].Text == "style")
            {
                HtmlSheet sheet = HtmlSheet.Read(tokens[at].Text);
                inks.UnionWith(sheet.Inks);
                papers.UnionWith(sheet.Papers);
                if (sheet.Suspect)
                {
                    Marks.Add($"sheet {Sha256Digest.Of(sheet.Text)}");
                }
            }
        }

        crowded = inks.Count + papers.Count > MostColours;
        if (crowded || papers.Any(paper => inks.Any(ink => HtmlColour.Alike(ink, paper))))
        {
            Marks.Add("sheets colour text like its background");
        }
    }

    /// <summary>What the form has to say of them, in order.</summary>
    public List<string> Marks { get; } = [];

    /// <summary>Whether a colour of an element could vanish against a colour that a stylesheet gives.</summary>
    public bool CouldVanish(HtmlStyle style) => crowded
        ? style.Inks.Count + style.Papers.Count > 0
        : style.Inks.Exists(ink => papers.Any(paper => HtmlColour.Alike(ink, paper))) || style.Papers.Exists(paper => inks.Any(ink => HtmlColour.Alike(paper, ink)));
}
