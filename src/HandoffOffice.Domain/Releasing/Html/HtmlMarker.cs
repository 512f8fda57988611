using System.Text;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>What Word wrote as the number or bullet of a list item, while it is read.</summary>
/// <param name="depth">How many conditions were open before it.</param>
internal sealed class HtmlMarker(int depth)
{
    private const string Bullets = "\u00B7o\u00A7\u2022-\u2013\u25AA\u25CF\u25CB\u25E6";
    private const int LongestNumber = 5;
    private readonly StringBuilder text = new();
    private bool spoilt;

    /// <summary>How many conditions were open before it.</summary>
    public int Depth => depth;

    /// <summary>The item that it stands for, or null for what is no number and no bullet.</summary>
    public string? Item
    {
        get
        {
            string marker = HtmlCharacters.Fold(text.ToString());
            bool number = marker.Length is > 1 and <= LongestNumber && marker[^1] == '.' && marker[0] != '0' && marker[..^1].All(char.IsAsciiDigit);
            return spoilt ? null : number ? $"li {marker[..^1]}" : marker.Length == 1 && Bullets.Contains(marker[0]) ? "li" : null;
        }
    }

    /// <summary>More of its text.</summary>
    public void Add(string more, HtmlLook look)
    {
        spoilt |= look.Link is not null || (look.Mark.Length > 0 && look.Mark != "symbol") || text.Length > 100;
        text.Append(more);
    }

    /// <summary>It has something in it that no number or bullet has.</summary>
    public void Spoil() => spoilt = true;
}
