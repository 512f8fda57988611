using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Tests.Handoffs;

namespace HandoffOffice.Domain.Tests.Parallel;

/// <summary>A workflow in which a person writes the opening and the view, and the AI what stands between and after them.</summary>
internal static class Two
{
    public const string Opening = "I stood on the quay at six. The cranes were loud!\nNobody spoke.";
    public const string View = "This matters to Bremerhaven.";

    public static Workflow Workflow()
    {
        Workflow draft = Given.Workflow(Stakes.Low);
        return draft with
        {
            Pattern = Pattern.Parallel,
            Output = draft.Output with
            {
                Sections =
                [
                    Own("opening"), draft.Output.Sections[0] with { Key = "body", Owner = SectionOwner.Ai, Fields = [JsonPointer.Parse("/client")] }, Own("view"),
                    draft.Output.Sections[0] with { Key = "outlook", Owner = SectionOwner.Ai, Fields = [JsonPointer.Parse("/city")] },
                ],
            },
            Gate = draft.Gate with { Checks = [.. draft.Gate.Checks, new GateCheck(CheckKind.Numbers, Severity.Blocking), new GateCheck(CheckKind.Seams, Severity.Warning)] },
            Examples = [draft.Examples[0] with { Own = Texts() }],
        };
    }

    public static IReadOnlyDictionary<string, string> Texts(string opening = Opening, string view = View) =>
        new Dictionary<string, string> { ["opening"] = opening, ["view"] = view };

    public static OwnText Text(string opening = Opening, string view = View, bool handIn = false, int seconds = 60) =>
        new(OwnText.Of(Workflow().Output, Texts(opening, view)), TimeSpan.FromSeconds(seconds), handIn);

    public static IReadOnlyList<DraftSentence> Sentences(int round = 1) =>
    [
        new DraftSentence("s1", "body", 0, $"Nordhafen Logistik hears from us in letter {round}.", [JsonPointer.Parse("/client")]),
        new DraftSentence("s2", "body", 0, "We thank the whole team.", []),
        new DraftSentence("s3", "outlook", 1, "The warehouse stands in Bremerhaven.", [JsonPointer.Parse("/city")]),
    ];

    /// <summary>A handoff of it; its author reviews it as well.</summary>
    public static Run Run() => new(Workflow(), Given.Record(), Given.First, [Given.First.Person]) { Sentences = Sentences };

    /// <summary>One in review, the person's sections handed in first.</summary>
    public static Run InReview()
    {
        Run run = Run();
        run.Write(Text(handIn: true));
        return run.To(HandoffState.InReview);
    }

    private static ContractSection Own(string key) => new() { Key = key, Owner = SectionOwner.Person, Purpose = "Say what you saw.", Fields = [] };
}
