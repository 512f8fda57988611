using System.Globalization;
using System.Text.Json;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Stops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Starts handoffs, for the pane (<see cref="StartHandoff"/>) and for flows alike.</summary>
internal sealed class NewHandoffs(
    WorkflowsInForce inForce, People people, StandIns standIns, HandoffStore handoffs, StopSwitch stops, LabelPolicy policy, TimeProvider time)
{
    private static readonly JsonPointer InputSeconds = JsonPointer.Parse("/inputSeconds");
    private static readonly JsonPointer Labels = JsonPointer.Parse("/sensitivityLabels");

    /// <summary>Starts one: its record is checked, the people are named, and it is kept.</summary>
    /// <param name="request">What it starts from.</param>
    /// <param name="caller">Its author.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    /// <param name="key">Under which key it is kept; null for none.</param>
    /// <param name="over">A row that the key takes the place of.</param>
    /// <returns>The handoff and its workflow, or why there is none.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A request with the same key came first.</exception>
    public async Task<(Handoff? Handoff, Workflow? Workflow, ProblemHttpResult? Refused)> Start(
        HandoffRequest request, Caller caller, CancellationToken cancel, Func<Handoff, IdempotencyRow>? key = null, IdempotencyRow? over = null)
    {
        (Workflow? workflow, HandoffError? notInForce) = await inForce.ToRun(request.Workflow, request.Version, caller, cancel);
        if (workflow is null)
        {
            return Refused(notInForce is null ? Problems.UnknownWorkflow(request.Workflow, request.Version) : Problems.Of(notInForce));
        }

        if (await stops.Covering(workflow.Key, null, cancel) is { } stopped)
        {
            return Refused(Problems.Of(stopped));
        }

        (IReadOnlyList<Person> reviewers, IReadOnlyList<Problem> unknown) = await people.Reviewers(request.Reviewers, cancel);
        Staffing staffing = await standIns.For(reviewers, request.Reviewers, caller.ToActor().Person, time.GetUtcNow(), cancel);
        IReadOnlyList<Problem> problems = [.. RecordProblems(workflow, request.Record), .. unknown, .. staffing.Problems, .. InputProblems(request, caller), .. LabelProblems(request)];
        if (problems.Count > 0)
        {
            return Refused(Problems.Invalid("invalid-record", "Some fields need a correction", problems));
        }

        (Guid? label, HandoffError? notComparable) = policy.Highest((request.SensitivityLabels ?? []).Select(id => (Guid?)Guid.Parse(id)));
        if (notComparable is not null)
        {
            return Refused(Problems.Of(notComparable));
        }

        InputRecord record = InputRecord.Freeze(request.Record);
        string subject = SubjectOf(workflow, record);
        (Handoff? handoff, Outcome outcome) = Handoff.Start(
            caller.TenantId, workflow, record, subject, caller.ToActor(), staffing.Reviewers, time.GetUtcNow(), staffing.StandIns, request.InputSeconds, label);
        if (handoff is null)
        {
            return Refused(Problems.Of(outcome.Error!));
        }

        await handoffs.Add(handoff, outcome, cancel, key?.Invoke(handoff), over);
        return (handoff, workflow, null);
    }

    private static (Handoff?, Workflow?, ProblemHttpResult?) Refused(ProblemHttpResult why) => (null, null, why);

    // A subject is a line of its own, whatever case its first field has within a sentence.
    private static string SubjectOf(Workflow workflow, InputRecord record) =>
        FieldText.Fill(workflow.Output.Subject, workflow.Input, record, workflow.Output.Language) is { Length: > 0 } text
            ? char.ToUpper(text[0], CultureInfo.GetCultureInfo(workflow.Output.Language)) + text[1..]
            : workflow.Name;

    private static IEnumerable<Problem> RecordProblems(Workflow workflow, JsonElement record) => RecordValidator.Validate(workflow.Input, record)
        .Concat(AddressProblems(workflow, record))
        .Select(problem => problem.Within("/record"));

    private static IEnumerable<Problem> InputProblems(HandoffRequest request, Caller caller) => request.InputSeconds switch
    {
        not null when caller.IsApplication => [new Problem(InputSeconds, "not-expected", "An application has no form in use.", "nothing here")],
        < 0 or > Handoff.MaxInputSeconds => [new Problem(InputSeconds, "out-of-range", "Nobody has a form in use for so long.", $"0 to {Handoff.MaxInputSeconds} seconds")],
        _ => [],
    };

    private static IEnumerable<Problem> LabelProblems(HandoffRequest request) => (request.SensitivityLabels ?? [])
        .Select((id, i) => (id, i)).Where(label => !Guid.TryParse(label.id, out Guid id) || id == Guid.Empty)
        .Select(label => new Problem(Labels.Append(label.i), "not-a-label", "This is no id of a sensitivity label.", "a GUID"));

    // A person field may lack an address; the one that a mail goes to may not.
    private static IEnumerable<Problem> AddressProblems(Workflow workflow, JsonElement record) =>
        workflow.Output.Recipients is { } recipient && recipient.Find(record) is not null && recipient.Append("email").Find(record) is null
            ? [new Problem(recipient.Append("email"), "required", "The recipient's address is missing.", "an address such as name@example.com")]
            : [];
}
