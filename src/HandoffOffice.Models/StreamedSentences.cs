using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models;

/// <summary>
/// Reads <c>{"sentences":[...]}</c> (<see cref="BriefText.OutputSchema"/>) while it arrives. Trusts nothing: a sentence outside the contract or the record
/// ends the reading.
/// </summary>
/// <param name="brief">What the draft was asked for: its contract names the sections, its record the places to cite.</param>
public sealed class StreamedSentences(Brief brief) : StreamedAnswer("sentences", "sentence")
{
    private int lastSection;
    private int lastNumber = -1;
    private int paragraph = -1;

    /// <inheritdoc />
    protected override DraftSentence Read(int number)
    {
        Answer answer = Parse<Answer>();
        string text = Line(answer.Text);
        return new DraftSentence($"s{number}", answer.Section, Paragraph(answer.Paragraph, answer.Section), text, Citations(answer.Cites));
    }

    // Models number paragraphs from 0 or from 1; only where a number rises does a paragraph begin.
    private int Paragraph(int number, string section)
    {
        int place = brief.Workflow.Output.Sections.ToList().FindIndex(s => s.Key == section);
        if (place < 0)
        {
            throw Invalid("names a section that the contract lacks");
        }

        if (place < lastSection)
        {
            throw Invalid("has its sections in another order than the contract");
        }

        if (number < 0 || number < lastNumber)
        {
            throw Invalid("has paragraphs out of order");
        }

        paragraph += number > lastNumber ? 1 : 0;
        (lastSection, lastNumber) = (place, number);
        return paragraph;
    }

    private List<JsonPointer> Citations(IReadOnlyList<string?> cites)
    {
        var places = new List<JsonPointer>();
        foreach (string? cite in cites)
        {
            if (string.IsNullOrEmpty(cite) || !JsonPointer.TryParse(cite, out JsonPointer place) || brief.Record.Find(place) is null)
            {
                throw Invalid("cites a place that the record lacks");
            }

            if (!places.Contains(place))
            {
                places.Add(place);
            }
        }

        return places;
    }

    private sealed record Answer(string Section, int Paragraph, string Text, IReadOnlyList<string?> Cites);
}
