using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Tests.Design;

/// <summary>The worked example: an account manager's status update, twice a month for four clients.</summary>
internal static class WorkedExample
{
    public static ProcessMap Map { get; } = new()
    {
        Steps =
        [
            new ProcessStep("pull", "Pull the data from the project tool", "Account manager", "Project tool", "Project data", 20),
            new ProcessStep("write", "Write the status update", "Account manager", "Project data", "Status update", 40),
            new ProcessStep("send", "Send it to the client", "Account manager", "Status update", "Sent mail", 5),
        ],
        TimesAMonth = 2,
        Subjects = 4,
        Subject = "client",
    };

    public static SuitabilityAnswers Answers { get; } = new()
    {
        Kind = WorkKind.StatusReport,
        RunsLookedAt = 10,
        RunsAsMapped = 9,
        Source = InputSource.FormOrSystem,
        FieldsNeeded = 8,
        FieldsAlwaysGiven = 8,
        Form = OutputForm.Fixed,
        JudgementOfTen = 1,
        Cost = MistakeCost.Correction,
        Sight = MistakeSight.AnyReviewer,
    };

    /// <summary>The AI drafts the update: 40 minutes less.</summary>
    public static Opportunity Draft { get; } = new()
    {
        Id = "draft",
        Name = "The AI drafts the update from the project data",
        Pattern = Pattern.Draft,
        Task = ModelTask.Writing,
        Changes = [new StepChange("write", 0, Worker.AI)],
        InputIsStructured = true,
        Gates = 1,
        Touches = TouchedData.Client,
        Evidence = EvidenceExtent.All,
    };

    /// <summary>The AI finds the milestones: 20 minutes less.</summary>
    public static Opportunity Surface { get; } = Draft with
    {
        Id = "surface",
        Name = "The AI finds the milestones in the project data",
        Pattern = Pattern.Filter,
        Task = ModelTask.Extraction,
        Changes = [new StepChange("pull", 0, Worker.AI)],
    };
}
