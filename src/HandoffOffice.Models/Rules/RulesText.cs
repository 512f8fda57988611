using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Rules;

/// <summary>Writes a brief's text by rules: the same brief gives the same text.</summary>
internal static class RulesText
{
    /// <summary>The sentences in order.</summary>
    /// <exception cref="DraftingFailedException"><c>language-not-supported</c>.</exception>
    public static IReadOnlyList<PlacedSentence> Write(Brief brief)
    {
        OutputContract contract = brief.Workflow.Output;
        Phrases phrases = Phrases.For(contract.Language) ?? throw new DraftingFailedException(new DraftFailure(
            "language-not-supported", $"The template drafter writes English and German, not '{contract.Language}'. Configure a language model for this workflow.", Retryable: false));
        var voice = new Voice(contract.Person, Tones.Of(brief), contract.Format);
        var values = new ValueText(phrases, contract.MustMention);
        bool IsClean(string text) => !contract.ForbiddenPhrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
        string Pick(IReadOnlyList<string> alternatives) => alternatives.FirstOrDefault(text => IsClean(Prose.Finish(text))) ?? alternatives[0];

        IReadOnlyList<SectionPlan> plans = new SectionPlanner(brief, phrases, values, voice.Tone, IsClean).Plan();
        var lists = new ListSentences(phrases, voice, Pick);
        SectionPlan? closing = plans.LastOrDefault(plan => plan.Role == SectionRole.Body);
        IReadOnlyList<string> fillers = [.. phrases.Fillers(voice).Where(IsClean)];
        IReadOnlyList<SectionWriter> writers = [.. plans.Select(plan => new SectionWriter(plan, brief, phrases, values, lists, Pick, plan == closing ? fillers : []))];
        IReadOnlyList<PlacedSentence> text =
            [.. Paragraphs.Lay(plans, TextFitter.Fit(writers, contract.Words.Min, contract.Words.Max), contract.Paragraphs).Select(sentence => Styled(sentence, brief))];
        return brief.Revision is null ? text : Revised(text, brief.Revision);
    }

    // What the record says itself stays as it says it; the gate's check shows it to the reviewer.
    private static PlacedSentence Styled(PlacedSentence sentence, Brief brief)
    {
        if (brief.Workflow.Output.Style is null)
        {
            return sentence;
        }

        string styled = StyleFaults.Corrected(
            sentence.Said.Text, brief.Workflow.Output, words => brief.Record.Canonical.Contains(words, StringComparison.OrdinalIgnoreCase));
        return styled == sentence.Said.Text ? sentence : sentence with { Said = sentence.Said.With(styled) };
    }

    // Rules cannot follow a comment. What they can do is to keep the reviewer's own words where the same sentence comes again.
    private static IReadOnlyList<PlacedSentence> Revised(IReadOnlyList<PlacedSentence> text, RevisionRequest revision)
    {
        var edits = revision.Previous.Sentences
            .Join(revision.Decisions, sentence => sentence.Id, decision => decision.SentenceId, (sentence, decision) => (sentence, decision))
            .Where(pair => pair.decision.Outcome == "edited" && Prose.OneLine(pair.decision.EditedText ?? string.Empty).Length > 0)
            .GroupBy(pair => pair.sentence.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Prose.OneLine(group.Last().decision.EditedText ?? string.Empty), StringComparer.Ordinal);
        return [.. text.Select(sentence => edits.TryGetValue(sentence.Said.Text, out string? words) ? sentence with { Said = sentence.Said.With(words) } : sentence)];
    }
}
