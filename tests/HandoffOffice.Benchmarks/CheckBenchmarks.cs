using BenchmarkDotNet.Attributes;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Models;

namespace HandoffOffice.Benchmarks;

/// <summary>What all checks of the sample's gate cost over its draft, as a multiple of reading the draft once to count its words.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private Workflow workflow = null!;
    private InputRecord record = null!;
    private IReadOnlyList<TextPiece> draft = [];

    [GlobalSetup]
    public async Task Prepare()
    {
        workflow = Sample.StatusReport();
        record = InputRecord.Freeze(workflow.Examples[0].Record);
        using var drafter = new RulesDrafter();
        var writer = new DraftWriter(drafter, RulesDrafter.Origin, TimeProvider.System, LabelPolicy.None);
        var pieces = new List<TextPiece>();
        await foreach (DraftSentence sentence in writer.WriteAsync(new Brief(workflow, record), CancellationToken.None))
        {
            pieces.Add(new TextPiece(sentence.Id, sentence.Section, sentence.Paragraph, sentence.Text));
        }

        draft = pieces;
    }

    [Benchmark(Baseline = true)]
    public int CountWords() => draft.Sum(piece => piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    [Benchmark]
    public int RunGateChecks() => GateChecks.Run(workflow, record, draft).Findings.Count;
}
