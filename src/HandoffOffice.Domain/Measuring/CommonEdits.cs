using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Measuring;

/// <summary>Words that reviewers put in the place of others, again and again.</summary>
/// <param name="From">The words of the drafts; empty where words are only added.</param>
/// <param name="To">The words in their place; empty where they are only taken out.</param>
/// <param name="Runs">In how many runs.</param>
public sealed record CommonEdit(string From, string To, int Runs);

/// <summary>What reviewers change in the drafts of a workflow in the same way more than once (C44).</summary>
public static class CommonEdits
{
    /// <summary>What is changed in one run only may be about that run, and is nobody else's business.</summary>
    public const int FewestRuns = 2;

    /// <summary>A longer passage is another sentence, not a habit.</summary>
    public const int MostWords = 5;

    /// <summary>The edits, the most frequent first.</summary>
    /// <param name="runs">Reviewed runs of one workflow.</param>
    public static IReadOnlyList<CommonEdit> Of(IEnumerable<Handoff> runs) =>
    [
        .. runs.SelectMany(run => Edits(run).Distinct())
            .GroupBy(edit => edit).Where(group => group.Count() >= FewestRuns)
            .Select(group => new CommonEdit(group.Key.From, group.Key.To, group.Count()))
            .OrderByDescending(edit => edit.Runs).ThenBy(edit => edit.From, StringComparer.Ordinal).ThenBy(edit => edit.To, StringComparer.Ordinal),
    ];

    private static IEnumerable<(string From, string To)> Edits(Handoff run)
    {
        Dictionary<string, string> drafted = (run.CurrentDraft?.Sentences ?? []).ToDictionary(sentence => sentence.Id, sentence => sentence.Text);
        return run.Changes
            .Where(change => change is { Decision: Decision.Edited, EditedText: not null } && drafted.ContainsKey(change.Id))
            .Select(change => Between(drafted[change.Id], change.EditedText!)).OfType<(string, string)>();
    }

    // What is left between the words that both begin and both end with.
    private static (string From, string To)? Between(string before, string after)
    {
        string[] from = Words(before), to = Words(after);
        int head = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        int tail = from.Skip(head).Reverse().Zip(to.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        (string[] old, string[] put) = (from[head..^tail], to[head..^tail]);
        return old.Length > MostWords || put.Length > MostWords || old.Length + put.Length == 0 ? null : (string.Join(' ', old), string.Join(' ', put));
    }

    private static string[] Words(string text) => [.. Tokenizer.Split(text).Select(token => text.Substring(token.Start, token.Length))];
}
