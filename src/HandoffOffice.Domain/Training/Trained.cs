using System.Text.Json;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Training;

/// <summary>That a person has practised enough on a workflow to review it.</summary>
/// <param name="Person">Who.</param>
/// <param name="Workflow">Which workflow.</param>
/// <param name="Version">The version that they practised on.</param>
/// <param name="Basis">What they practised on; see <see cref="TrainingBasis"/>. It holds for every version with the same.</param>
/// <param name="At">When they passed.</param>
/// <param name="Score">The practices that counted, in one.</param>
public sealed record Trained(Person Person, string Workflow, int Version, Sha256Digest Basis, DateTimeOffset At, PracticeScore Score)
{
    /// <summary>The event for the ledger.</summary>
    public HandoffEvent Event() => new("TrainingCompleted", new Actor(Person), At, new Dictionary<string, string>
    {
        ["workflow"] = Workflow,
        ["version"] = Number(Version),
        ["basisDigest"] = $"{Basis}",
        ["planted"] = Number(Score.Planted),
        ["caught"] = Number(Score.Caught),
        ["clean"] = Number(Score.Clean),
        ["falseAlarms"] = Number(Score.FalseAlarms),
    });

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What of a workflow a reviewer practises on: its input template, its output contract and its gate. Where one of them changes, people practise anew.</summary>
public static class TrainingBasis
{
    /// <summary>SHA-256 over the canonical JSON of the three.</summary>
    /// <remarks>Whether the gate asks for training does not count: who practised before it asked has practised on the same.</remarks>
    public static Sha256Digest Of(Workflow workflow) => Sha256Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement(
        new Parts(workflow.Input, workflow.Output, workflow.Gate with { TrainingRequired = false }), WorkflowFile.Options)));

    private sealed record Parts(InputTemplate Input, OutputContract Output, Gate Gate);
}
