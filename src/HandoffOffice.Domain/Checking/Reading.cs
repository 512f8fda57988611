using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>A text read against its record: what every rule of the gate looks at, found once.</summary>
internal sealed class Reading
{
    public Reading(Workflow workflow, InputRecord record, IReadOnlyList<TextPiece> pieces)
    {
        Workflow = workflow;
        Text = new TextIndex(pieces);
        Facts = RecordFacts.Read(workflow.Input, record);
        Items = RecordFacts.Items(Facts);
        Mentions = new ItemMentions(Text, workflow.Output, Items);
        Dates = new DateBinding(Text, Mentions, Facts);
        Sources = new NumberSources(Facts, Items, Dates.RecordDates);
        ILookup<int, DateMention> dates = Dates.Dates.ToLookup(date => date.Piece, date => date.Mention);
        Numbers = [.. pieces.SelectMany((piece, index) => NumberReader.Find(piece.Text, dates[index]).Select(number => (index, number)))];
        Coverage = new Coverage(this);
        // The contract's length is the draft's: how much a person writes beside it is theirs.
        IReadOnlyList<TextPiece> drafted = [.. pieces.Where(piece => !workflow.Output.IsOwn(piece.Section))];
        WordCount = new CountAgainst(TextMeasure.CountWords(drafted), workflow.Output.Words);
        ParagraphCount = new CountAgainst(TextMeasure.CountParagraphs(drafted), workflow.Output.Paragraphs);
    }

    public Workflow Workflow { get; }

    public TextIndex Text { get; }

    public IReadOnlyList<RecordFact> Facts { get; }

    public IReadOnlyList<RecordItem> Items { get; }

    public ItemMentions Mentions { get; }

    public DateBinding Dates { get; }

    public NumberSources Sources { get; }

    public IReadOnlyList<(int Piece, NumberMention Number)> Numbers { get; }

    public Coverage Coverage { get; }

    public CountAgainst WordCount { get; }

    public CountAgainst ParagraphCount { get; }

    public TextSpan Span(int piece, int start, int length) => new(Text.Pieces[piece].Id, start, length);

    public Evidence Evidence() => new(
        [.. Dates.Dates.Select(d => new DatePair(
            Span(d.Piece, d.Mention.Start, d.Mention.Length),
            Text.Pieces[d.Piece].Text.Substring(d.Mention.Start, d.Mention.Length),
            d.Verdict,
            d.Source?.Pointer,
            d.Source?.Date))],
        [.. Facts.Select(fact => new FactMention(fact.Pointer, fact.Label, fact.Shown, Coverage.IsRequired(fact), Coverage.MentionsOf(fact)))],
        WordCount,
        ParagraphCount);
}
