using System.Globalization;
using System.Text.Json;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Stops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Starts a handoff: the record is checked against its template and frozen, the people are named.</summary>
internal static class StartHandoff
{
    private static readonly JsonPointer InputSeconds = JsonPointer.Parse("/inputSeconds");
    private static readonly JsonPointer Labels = JsonPointer.Parse("/sensitivityLabels");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs", Handle)
        .WithName("StartHandoff").WithSummary("Starts a handoff from an input record")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.AuthorOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Created<HandoffView>, ProblemHttpResult>> Handle(
        HandoffRequest request, Caller caller, WorkflowsInForce inForce, People people, StandIns standIns, HandoffStore handoffs, StopSwitch stops,
        LabelPolicy policy, TimeProvider time, CancellationToken cancel)
    {
        (Workflow? workflow, HandoffError? notInForce) = await inForce.ToRun(request.Workflow, request.Version, caller, cancel);
        if (workflow is null)
        {
            return notInForce is null ? Problems.UnknownWorkflow(request.Workflow, request.Version) : Problems.Of(notInForce);
        }

        if (await stops.Covering(workflow.Key, null, cancel) is { } stopped)
        {
            return Problems.Of(stopped);
        }

        (IReadOnlyList<Person> reviewers, IReadOnlyList<Problem> unknown) = await people.Reviewers(request.Reviewers, cancel);
        Staffing staffing = await standIns.For(reviewers, request.Reviewers, caller.ToActor().Person, time.GetUtcNow(), cancel);
        IReadOnlyList<Problem> problems = [.. RecordProblems(workflow, request.Record), .. unknown, .. staffing.Problems, .. InputProblems(request, caller), .. LabelProblems(request)];
        if (problems.Count > 0)
        {
            return Problems.Invalid("invalid-record", "Some fields need a correction", problems);
        }

        (Guid? label, HandoffError? notComparable) = policy.Highest((request.SensitivityLabels ?? []).Select(id => (Guid?)Guid.Parse(id)));
        if (notComparable is not null)
        {
            return Problems.Of(notComparable);
        }

        InputRecord record = InputRecord.Freeze(request.Record);
        string subject = SubjectOf(workflow, record);
        (Handoff? handoff, Outcome outcome) = Handoff.Start(
            caller.TenantId, workflow, record, subject, caller.ToActor(), staffing.Reviewers, time.GetUtcNow(), staffing.StandIns, request.InputSeconds, label);
        if (handoff is null)
        {
            return Problems.Of(outcome.Error!);
        }

        await handoffs.Add(handoff, outcome, cancel);
        return TypedResults.Created($"/api/v1/handoffs/{handoff.Id}", HandoffView.Of(handoff, workflow, caller, time.GetUtcNow(), RevisionMap.Empty));
    }

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

/// <summary>What a handoff starts from.</summary>
/// <param name="Workflow">Key of the workflow.</param>
/// <param name="Record">A JSON object with the template's fields.</param>
/// <param name="Reviewers">Object ids of the people who are to review it.</param>
/// <param name="Version">The workflow's version; the one in force for the caller where none is given.</param>
/// <param name="InputSeconds">How long the author had the form in use, in focus and not idle, 0 to 28,800 seconds: what the measures count as the author's work. An application leaves it out.</param>
/// <param name="SensitivityLabels">The ids (GUIDs) of the sensitivity labels of what the record is made from, such as the open mail and imported tables: the draft inherits the highest.</param>
public sealed record HandoffRequest(
    string Workflow, JsonElement Record, IReadOnlyList<string> Reviewers, int? Version = null, int? InputSeconds = null, IReadOnlyList<string>? SensitivityLabels = null);
