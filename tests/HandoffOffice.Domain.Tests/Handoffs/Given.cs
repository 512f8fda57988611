using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>The people, the workflow, the record and the draft that the tests of a handoff's life start from.</summary>
internal static class Given
{
    public const string Tenant = "tenant-1";

    public static readonly Actor Author = new(new Person("oid-author", "Ada Author", "ada@example.org"));
    public static readonly Actor First = new(new Person("oid-first", "Rita Reviewer", "rita@example.org"));
    public static readonly Actor Second = new(new Person("oid-second", "Rolf Reviewer"));
    public static readonly Actor Third = new(new Person("oid-third", "Toni Reviewer"));
    public static readonly Actor Administrator = new(new Person("oid-administrator", "Anna Administrator"));
    public static readonly Actor Stranger = new(new Person("oid-stranger", "Sam Stranger"));
    public static readonly Actor Flow = new(new Person("oid-flow", "A flow"), IsApplication: true);

    /// <summary>A flow that signs in with the object id of a reviewer: still no reviewer.</summary>
    public static readonly Actor FlowAsReviewer = First with { IsApplication = true };

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly DraftOrigin Origin = new(DraftOriginKind.Rules, "rules 1");

    public static Workflow Workflow(Stakes stakes = Stakes.Medium, int reviewers = 1, int loopBudget = 1, int version = 1, string key = "client-note") => new()
    {
        Key = key,
        Version = version,
        Name = "Client note",
        Promise = "A short note to a client.",
        Pattern = Pattern.Draft,
        Stakes = stakes,
        Surface = Surface.Word,
        Task = ModelTask.Writing,
        BaselineMinutes = 30,
        Input = new InputTemplate([], [
            new TemplateField { Name = "client", Label = "Client", Kind = FieldKind.Text, Required = true },
            new TemplateField { Name = "city", Label = "City", Kind = FieldKind.Text, Required = true },
        ]),
        Output = new OutputContract
        {
            Format = OutputFormat.Document,
            Language = "en",
            Paragraphs = new CountRange(1, 3),
            Words = new CountRange(3, 60),
            Tone = ["plain"],
            Person = GrammaticalPerson.FirstPlural,
            Sections = [new ContractSection { Key = "body", Purpose = "Tell it.", Fields = [JsonPointer.Parse("/client"), JsonPointer.Parse("/city")] }],
            MustMention = [JsonPointer.Parse("/client")],
            ForbiddenPhrases = ["guaranteed"],
            Subject = "Note to {client}",
        },
        Gate = new Gate
        {
            Checks = [new GateCheck(CheckKind.ForbiddenPhrases, Severity.Blocking), new GateCheck(CheckKind.WordCount, Severity.Warning)],
            Checklist =
            [
                new ChecklistItem("facts", "Compare every name in the text with the record.", NonNegotiable: true, EvidenceKind.Facts),
                new ChecklistItem("tone", "Compare the tone of the text with the contract.", NonNegotiable: false, EvidenceKind.Tone),
            ],
            Reviewers = reviewers,
            LoopBudget = loopBudget,
            ApprovalHours = 48,
            ReviewHours = 24,
        },
        Responsibilities = new Responsibilities(
            new Duty("Account manager", DutyHolder.Author), new Duty("Account manager", DutyHolder.Author), new Duty("Team lead", DutyHolder.Reviewer)),
        Examples = [new ExampleRecord("Harbour", "Made up.", Record().Root)],
    };

    public static InputRecord Record() => InputRecord.Parse("""{"city":"Bremerhaven","client":"Nordhafen Logistik"}""");

    public static IReadOnlyList<DraftSentence> Sentences(int round = 1) =>
    [
        new DraftSentence("s1", "body", 0, $"Nordhafen Logistik hears from us in letter {round}.", [JsonPointer.Parse("/client")]),
        new DraftSentence("s2", "body", 0, "We thank the whole team.", []),
        new DraftSentence("s3", "body", 1, "The warehouse stands in Bremerhaven.", [JsonPointer.Parse("/city")]),
    ];
}
