using System.Text;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>The form while it is written: lines of text, and marks wherever the look of the text changes.</summary>
internal sealed class HtmlForm
{
    private readonly StringBuilder form = new();
    private int lineStart;
    private bool space;
    private string mark = string.Empty;
    private string? link;

    /// <summary>Whether it has grown beyond its limit.</summary>
    public bool IsTooLong => form.Length > CanonicalHtml.MaxFormLength;

    /// <summary>Whether nothing is written yet.</summary>
    public bool IsEmpty => form.Length == 0;

    /// <summary>Whether the line has nothing on it.</summary>
    public bool IsAtLineStart => form.Length == lineStart;

    /// <summary>Ends the line, if there is something on it.</summary>
    public void Line()
    {
        space = false;
        if (!IsAtLineStart)
        {
            form.Append('\n');
            lineStart = form.Length;
            mark = string.Empty;
            link = null;
        }
    }

    /// <summary>Takes back what the line has.</summary>
    public void Forget()
    {
        form.Length = lineStart;
        space = false;
        mark = string.Empty;
        link = null;
    }

    /// <summary>A thing on a line of its own.</summary>
    public void Item(string name)
    {
        Line();
        form.Append('{').Append(name).Append('}');
        Line();
    }

    /// <summary>A thing among the text.</summary>
    public void Thing(string name, string value, HtmlLook look)
    {
        Take(look);
        form.Append('{').Append(name);
        if (value.Length > 0)
        {
            form.Append(' ');
            Escaped(value);
        }

        form.Append('}');
    }

    /// <summary>Text as it stands between tags.</summary>
    public void Text(string text, HtmlLook look)
    {
        foreach (char c in text)
        {
            if (c == '\n' && look.Preformatted)
            {
                Line();
            }
            else if (IsSpace(c))
            {
                space = true;
            }
            else
            {
                Take(look);
                Escaped(c);
            }
        }
    }

    /// <summary>The whole form.</summary>
    public string End(IEnumerable<string> first)
    {
        Line();
        string lines = string.Concat(first.Select(line => $"{{{line}}}\n")) + form;
        return lines.TrimEnd('\n').Normalize(NormalizationForm.FormC);
    }

    private void Take(HtmlLook look)
    {
        if (space && !IsAtLineStart)
        {
            form.Append(' ');
        }

        space = false;
        if (look.Link != link)
        {
            form.Append(link is null ? string.Empty : "{/a}");
            link = look.Link;
            if (link is not null)
            {
                form.Append("{a ");
                Escaped(link);
                form.Append('}');
            }
        }

        if (look.Mark != mark)
        {
            mark = look.Mark;
            form.Append('{');
            Escaped(mark);
            form.Append('}');
        }
    }

    private void Escaped(string text)
    {
        foreach (char c in text)
        {
            Escaped(c);
        }
    }

    private void Escaped(char c)
    {
        if (c == Unknown)
        {
            form.Append("{&}");
        }
        else if (c is '{' or '}' or '\\')
        {
            form.Append('\\').Append(c);
        }
        else
        {
            form.Append(c is '\n' ? ' ' : c);
        }
    }
}
