using System.Text;

namespace HandoffOffice.Models.Rules;

/// <summary>Puts words together and keeps where the values among them stand.</summary>
internal sealed class SaidBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<StatedValue> values = [];

    /// <summary>The words so far.</summary>
    public string Text => text.ToString();

    /// <summary>Adds words of no value.</summary>
    public SaidBuilder Append(string words)
    {
        text.Append(words);
        return this;
    }

    /// <summary>Adds words with the values in them.</summary>
    public SaidBuilder Append(Said said)
    {
        int at = text.Length;
        text.Append(said.Text);
        values.AddRange(said.Values.Select(value => new StatedValue(value.Place, value.Start + at, value.End + at)));
        return this;
    }

    /// <summary>Whether a value stands in the words from this offset on.</summary>
    public bool HasValueFrom(int start) => values.Any(value => value.End > start);

    /// <summary>Drops the words from this offset on.</summary>
    public void Truncate(int length)
    {
        Said rest = Build().Part(0, length);
        text.Length = length;
        values.Clear();
        values.AddRange(rest.Values);
    }

    /// <summary>What was put together.</summary>
    public Said Build() => new(Text, [.. values]);
}
