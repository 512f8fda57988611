using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Rules;

/// <summary>Something that a text may say or leave out.</summary>
/// <param name="Key">Its name among a section's options.</param>
/// <param name="Section">Index of the section.</param>
/// <param name="WhenShort">Whether it is said only where the text is shorter than the contract asks.</param>
internal sealed record Option(string Key, int Section, bool WhenShort);

/// <summary>Writes one section: its lead, its fields and its close, with those options that are on.</summary>
internal sealed class SectionWriter
{
    private const int ShortList = 3;
    private const int MostClauses = 3;
    private const int MostWords = 35;
    private const int LongClause = 12;

    private readonly SectionPlan plan;
    private readonly Brief brief;
    private readonly Phrases phrases;
    private readonly ValueText values;
    private readonly ListSentences lists;
    private readonly Func<IReadOnlyList<string>, string> pick;
    private readonly IReadOnlyDictionary<string, ListItems> items;
    private readonly IReadOnlyList<string> fillers;

    public SectionWriter(SectionPlan plan, Brief brief, Phrases phrases, ValueText values, ListSentences lists, Func<IReadOnlyList<string>, string> pick, IReadOnlyList<string> fillers)
    {
        (this.plan, this.brief, this.phrases, this.values, this.lists, this.pick, this.fillers) = (plan, brief, phrases, values, lists, pick, fillers);
        items = plan.Fields.Where(field => field.Kind == FieldKind.List).ToDictionary(
            field => field.Name,
            field => new ListItems(field, At(field), brief.Record.Find(At(field)), phrases, values, brief.Workflow.Output.MustMention));
    }

    /// <summary>What this section may leave out, in the order in which it is to be taken in.</summary>
    public IReadOnlyList<Option> Options(int section)
    {
        IEnumerable<Option> fields = plan.Fields.Where(field => !IsEssential(field)).Select(field => new Option(At(field).ToString(), section, WhenShort: false));
        IEnumerable<Option> details = items.Values.SelectMany(list => list.Optional.Select(key => new Option(key, section, list.Count > ShortList)));
        IEnumerable<Option> close = plan.Close.Count > 0 ? [new Option("close", section, WhenShort: false)] : [];
        return [.. fields, .. details, .. close, .. fillers.Select(filler => new Option(filler, section, WhenShort: true))];
    }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<Said> Write(IReadOnlySet<string> on)
    {
        var sentences = new List<Said>(plan.Lead);
        var clauses = new Clauses(this, sentences);
        foreach (TemplateField field in plan.Fields.Where(field => IsEssential(field) || on.Contains(At(field).ToString())))
        {
            if (field.Kind == FieldKind.List)
            {
                clauses.Flush();
                bool given = brief.Record.Find(At(field)) is not null;
                sentences.AddRange(lists.Of(field, At(field), given, items[field.Name].Items(on)));
            }
            else if (Value(field.Name) is { } value)
            {
                Scalar(field, value, clauses, sentences);
            }
        }

        clauses.Flush();
        sentences.AddRange(on.Contains("close") ? plan.Close : []);
        sentences.AddRange(fillers.Where(on.Contains).Select(filler => new Said(filler)));
        return sentences.Count == 0 && plan.Section.Heading is { } heading ? [new Said(phrases.NothingUnder(heading))] : sentences;
    }

    private void Scalar(TemplateField field, Said value, Clauses clauses, List<Said> sentences)
    {
        // A long text keeps its own line breaks as sentence ends, which the value on one line has lost.
        Said full = field.Kind == FieldKind.LongText ? value.With(brief.Record.Find(At(field))?.ToString() ?? value.Text) : value;
        Said? worded = field.Wording is null
            ? null
            : WordingText.Render(WordingText.Parts(field.Wording), name => name == "value" ? full : Value(name), _ => true, phrases.Articles);
        if (worded is not null)
        {
            clauses.Flush();
            sentences.AddRange(ListSentences.Split(worded));
        }
        else if (field.Kind is FieldKind.Text or FieldKind.LongText && (Prose.IsSentence(full.Text) || Prose.Sentences(full).Count > 1))
        {
            clauses.Flush();
            sentences.AddRange(ListSentences.Split(full));
        }
        else
        {
            clauses.Add(field, value);
        }
    }

    private bool IsEssential(TemplateField field) =>
        brief.Workflow.Output.MustMention.Any(must => must.Tokens[0] == field.Name)
        || (field.Kind == FieldKind.List && items[field.Name].Count > 0)
        || (plan.Lead.Count == 0 && plan.Fields[0] == field);

    private Said? Value(string name) => brief.Workflow.Input.Fields.FirstOrDefault(field => field.Name == name) is { } field
        ? values.Of(field, brief.Record.Find(At(field)), At(field))
        : null;

    private static JsonPointer At(TemplateField field) => JsonPointer.Root.Append(field.Name);

    /// <summary>Short values wait here until a sentence is full: "The client is A, the project is B, and the budget is C."</summary>
    private sealed class Clauses(SectionWriter writer, List<Said> sentences)
    {
        private readonly List<(TemplateField Field, Said Value)> waiting = [];

        public void Add(TemplateField field, Said value)
        {
            bool joins = waiting.Count == 0 || (NounOf(waiting[0].Field) == NounOf(field) && (NounOf(field) is not null || waiting.Count < MostClauses));
            if (!joins || waiting.Sum(w => Words(w.Value)) + Words(value) + (6 * waiting.Count) > MostWords)
            {
                Flush();
            }

            waiting.Add((field, value));
            if (NounOf(field) is null && (writer.Statements(field, value)[0] is var clause && (clause.Contains(':') || clause.Contains(',') || TextMeasure.CountWords(clause) > LongClause)))
            {
                Flush();
            }
        }

        public void Flush()
        {
            if (waiting.Count == 0)
            {
                return;
            }

            if (NounOf(waiting[0].Field) is { } noun)
            {
                IReadOnlyList<(string, string)> counts = [.. waiting.Select(w => (writer.phrases.Counted(w.Field.Label)!.Value.Participle, w.Value.Text))];
                Say(writer.phrases.Counts(noun, counts), waiting.Select(w => w.Value));
            }
            else if (waiting.Count > 1 && waiting[^1] is var last && writer.Statements(last.Field, last.Value)[0] is var tail && (tail.Contains(':') || tail.Contains(',')))
            {
                // A clause with a comma or a colon of its own stands alone.
                waiting.RemoveAt(waiting.Count - 1);
                Flush();
                Say(writer.Statements(last.Field, last.Value), [last.Value]);
            }
            else
            {
                Say([writer.phrases.JoinClauses([.. waiting.Select(w => writer.pick(writer.Statements(w.Field, w.Value)))])], waiting.Select(w => w.Value));
            }

            waiting.Clear();
        }

        private void Say(IReadOnlyList<string> alternatives, IEnumerable<Said> values) =>
            sentences.Add(new Said(Prose.Finish(writer.pick(alternatives)), Said.Places(values)));

        private string? NounOf(TemplateField field) => field.Kind == FieldKind.Number ? writer.phrases.Counted(field.Label)?.Noun.ToLowerInvariant() : null;

        private static int Words(Said said) => TextMeasure.CountWords(said.Text);
    }

    private IReadOnlyList<string> Statements(TemplateField field, Said value) => phrases.Statement(field, value.Text);
}
