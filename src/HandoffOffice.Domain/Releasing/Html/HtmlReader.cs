using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Reads the pieces of a body in order and writes its form.</summary>
internal sealed class HtmlReader
{
    private const string Drawings = "!vml";
    private const string ListMarkers = "!supportlists";

    private readonly List<HtmlToken> tokens;
    private readonly HtmlForm form = new();
    private readonly HtmlStack stack = new();
    private readonly HtmlSheets sheets;
    private readonly HtmlLooks looks;
    private readonly List<string> conditions = [];
    private readonly HashSet<string> roots = [];
    private HtmlMarker? marker;
    private int at;

    /// <summary>A reader of these pieces.</summary>
    public HtmlReader(List<HtmlToken> tokens)
    {
        this.tokens = tokens;
        sheets = new HtmlSheets(tokens);
        looks = new HtmlLooks(sheets);
    }

    /// <summary>The form.</summary>
    public CanonicalHtmlForm Read()
    {
        for (; at < tokens.Count && !form.IsTooLong; at++)
        {
            if (stack.Depth > CanonicalHtml.MaxDepth)
            {
                return new CanonicalHtmlForm(string.Empty, new HtmlNotReadable("nested elements", CanonicalHtml.MaxDepth));
            }

            Next(tokens[at]);
        }

        return form.IsTooLong
            ? new CanonicalHtmlForm(string.Empty, new HtmlNotReadable("marks", CanonicalHtml.MaxFormLength))
            : new CanonicalHtmlForm(form.End(sheets.Marks), null);
    }

    private void Next(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                Text(token.Text);
                break;
            case HtmlTokenKind.Start:
                Start(token);
                break;
            case HtmlTokenKind.End:
                End(token.Text);
                break;
            case HtmlTokenKind.Raw:
                break;
            case HtmlTokenKind.If when token.Closed:
                at = new HtmlConditional(tokens, form, sheets, token.Text).Read(at);
                break;
            case HtmlTokenKind.If:
                marker = token.Text == ListMarkers && form.IsAtLineStart ? new HtmlMarker(conditions.Count) : marker;
                conditions.Add(token.Text);
                break;
            case HtmlTokenKind.EndIf when conditions.Count > 0:
                conditions.RemoveAt(conditions.Count - 1);
                EndMarker();
                break;
        }
    }

    // Word writes the number or bullet of a list item as text that it leaves out when it reads it again: the same as an item of HTML.
    private void EndMarker()
    {
        if (marker is { } open && open.Depth == conditions.Count)
        {
            marker = null;
            if (open.Item is { } item)
            {
                form.Forget();
                form.Item(item);
            }
        }
    }

    private HtmlLook Look(bool picture = false)
    {
        HtmlLook look = stack.Top.Look;
        if (conditions.Count > 0 && !(picture && conditions is [Drawings]))
        {
            look = looks.Under(look, string.Join(" and ", conditions));
        }

        return look;
    }

    private void Text(string text)
    {
        if (stack.Top.InGrid && text.Any(c => !IsSpace(c)))
        {
            Misnested();
        }

        marker?.Add(text, stack.Top.Look);
        form.Text(text, Look());
    }

    private void Misnested()
    {
        marker?.Spoil();
        form.Thing("misnested", string.Empty, HtmlLook.Plain);
    }

    private void Thing(string name, string value, bool picture = false)
    {
        if (stack.Top.InGrid)
        {
            Misnested();
        }

        marker?.Spoil();
        form.Thing(name, value, Look(picture));
    }

    private void Item(string name)
    {
        marker?.Spoil();
        form.Item(name);
    }

    private void Line()
    {
        marker?.Spoil();
        form.Line();
    }

    private void End(string name)
    {
        if (name is "html" or "body" or "head")
        {
            return;
        }

        if (name == "br" || HtmlNames.Blocks.Contains(name))
        {
            Line();
        }

        bool shown = stack.Top.Name == name && looks.IsBlock(stack.Top);
        bool table = name == "table" && stack.Has(name);
        if (stack.Close(name))
        {
            Misnested();
        }

        if (table && conditions.Count == 0)
        {
            Item("/table");
        }
        else if (shown)
        {
            Line();
        }
    }

    private void Start(HtmlToken token)
    {
        string name = token.Text == "image" ? "img" : token.Text;
        if (name is "html" or "body" or "head")
        {
            Root(token, name);
            return;
        }

        if (stack.CloseFor(name))
        {
            Misnested();
        }

        HtmlOpen outer = stack.Top;
        (HtmlLook look, string display) = looks.Of(outer.Look, name, token);
        bool drawing = outer.Look.Traits.HasFlag(HtmlTraits.Drawn);
        bool block = HtmlLooks.IsBlock(name, display);
        if (block || name == "br")
        {
            Line();
        }

        HtmlList? list = name is "ol" or "ul" or "menu" or "dir" ? HtmlLooks.List(name, token) : outer.List;
        if (name == "li")
        {
            ListItem(token, list);
        }
        else if (name is "td" or "th" or "tr" && conditions.Count == 0)
        {
            Item(name == "tr" ? "row" : Cell(token));
        }

        bool inGrid = HtmlNames.Grid.Contains(name) || (name is not ("td" or "th" or "caption") && outer.InGrid);
        var element = new HtmlOpen(name, look, look != outer.Look, inGrid, list);
        bool empty = HtmlNames.Void.Contains(name) || (token.Closed && drawing);
        if (!empty)
        {
            stack.Push(element);
        }

        looks.Remember(element, block && !HtmlNames.Blocks.Contains(name));
        if (name is "col" or "colgroup" && element.Changes)
        {
            form.Thing(name, $"{look.Mark} {look.Paper}", HtmlLook.Plain);
        }

        Things(name, token, empty ? element : null);
        Raw(name);
    }

    // A later body tag gives its attributes to the first one (WHATWG HTML 13.2.6.4.7), and so to text that was before it.
    private void Root(HtmlToken token, string name)
    {
        (HtmlLook look, _) = looks.Of(stack.Top.Look, name, token);
        if (look == stack.Top.Look)
        {
            roots.Add(name);
        }
        else if (roots.Add(name) && form.IsEmpty && (stack.Depth == 0 || stack.Top.Name == "html"))
        {
            stack.Push(new HtmlOpen(name, look, false, false, null));
        }
        else
        {
            Misnested();
            form.Thing(name, look.Mark, HtmlLook.Plain);
        }
    }

    private void ListItem(HtmlToken token, HtmlList? list)
    {
        if (list is not { Numbered: true })
        {
            Item("li");
            return;
        }

        list.Next = HtmlLooks.Number(token["value"]) ?? list.Next;
        Item($"li {list.Next}{list.Kind}");
        list.Next++;
    }

    private static string Cell(HtmlToken token)
    {
        int columns = HtmlLooks.Number(token["colspan"]) ?? 1, rows = HtmlLooks.Number(token["rowspan"]) ?? 1;
        return columns == 1 && rows == 1 ? "cell" : $"cell {columns}x{rows}";
    }

    // An element without content has its look for itself alone.
    private void Things(string name, HtmlToken token, HtmlOpen? empty)
    {
        if (empty is not null)
        {
            stack.Push(empty);
        }

        foreach ((string thing, string value) in HtmlThings.Of(name, token))
        {
            Thing(thing, value, picture: name == "img");
        }

        if (empty is not null)
        {
            stack.Drop();
        }
    }

    private void Raw(string name)
    {
        if (at + 1 >= tokens.Count || tokens[at + 1].Kind != HtmlTokenKind.Raw)
        {
            return;
        }

        string content = tokens[at + 1].Text;
        if (name is "textarea" or "xmp" or "plaintext" or "iframe" or "noembed" or "noframes")
        {
            Text(content);
        }
        else if (name == "script")
        {
            Thing("script", string.Empty);
        }
    }
}
