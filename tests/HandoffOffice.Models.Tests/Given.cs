using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Models.Tests;

/// <summary>Briefs and drafts for tests.</summary>
internal static class Given
{
    public static Workflow Sample(string name)
    {
        // A workflow that no tenant starts with is in the library.
        string sample = Path.Combine(AppContext.BaseDirectory, "Samples", $"{name}.json");
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(File.ReadAllText(File.Exists(sample) ? sample : sample.Replace("Samples", "Library", StringComparison.Ordinal)));
        return workflow ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    public static Brief SampleBrief(string name) => Sample(name) is var workflow ? BriefOf(workflow, workflow.Examples[0].Record) : throw new InvalidOperationException();

    public static Brief StatusReport { get; } = SampleBrief("client-status-report");

    public static Brief Email { get; } = SampleBrief("client-email");

    public static Brief BriefOf(Workflow workflow, JsonElement record)
    {
        IReadOnlyList<Problem> problems = RecordValidator.Validate(workflow.Input, record);
        return problems.Count == 0 ? new Brief(workflow, InputRecord.Freeze(record)) : throw new ArgumentException(string.Join(Environment.NewLine, problems));
    }

    public static Brief With(this Brief brief, string json) => BriefOf(brief.Workflow, JsonSerializer.Deserialize<JsonElement>(json));

    public static Brief WithOutput(this Brief brief, Func<OutputContract, OutputContract> change) =>
        brief with { Workflow = brief.Workflow with { Output = change(brief.Workflow.Output) } };

    public static DraftWriter Rules { get; } = new(new RulesDrafter(), RulesDrafter.Origin, TimeProvider.System, LabelPolicy.None);

    public static async Task<IReadOnlyList<DraftSentence>> WrittenByRules(Brief brief) =>
        await Rules.WriteAsync(brief, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    public static string AsText(IEnumerable<DraftSentence> sentences) => string.Join(
        Environment.NewLine + Environment.NewLine, sentences.GroupBy(s => s.Paragraph).Select(p => string.Join(' ', p.Select(s => s.Text))));

    public static int Words(IEnumerable<DraftSentence> sentences) => sentences.Sum(s => Words(s.Text));

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(token => token.Any(char.IsLetterOrDigit));
}
