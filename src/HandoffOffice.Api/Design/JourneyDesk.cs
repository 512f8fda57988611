using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Models;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Where every step of a journey is taken: it gathers what the step is held against, takes it, and answers with the journey as it is then.</summary>
internal sealed class JourneyDesk(
    JourneyBook book, WorkflowCatalog catalog, MeasuredWorkflows measured, JudgedAdjustments adjustments, DraftWriter writer, ModelRegister register, TimeProvider time)
{
    /// <summary>The journey as its screens show it.</summary>
    public async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Show(string key, CancellationToken cancel) =>
        await book.Find(key, cancel) is var (journey, revision) ? TypedResults.Ok(await View(journey, revision, cancel)) : Problems.UnknownWorkflow(key, null);

    /// <summary>Takes a step that needs no version.</summary>
    /// <param name="caller">Who takes it.</param>
    /// <param name="key">The workflow.</param>
    /// <param name="revision">The revision that the caller saw; null takes any.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="adds">What is stored with it.</param>
    public async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Take(
        Caller caller, string key, int? revision, Func<Journey, DateTimeOffset, (Journey, Outcome)> step, CancellationToken cancel, Action<HandoffOfficeDb>? adds = null)
    {
        DateTimeOffset now = time.GetUtcNow();
        (Journey? journey, HandoffError? error) = await book.Change(caller.TenantId, key, journey => step(journey, now), cancel, revision, adds);
        return error is not null ? Problems.Of(error) : journey is null ? Problems.UnknownWorkflow(key, null) : await Show(key, cancel);
    }

    /// <summary>Takes a step with a version.</summary>
    public async Task<Results<Ok<JourneyView>, ProblemHttpResult>> TakeWith(
        Caller caller, string key, int version, Func<Journey, Workflow, JourneyFacts, DateTimeOffset, (Journey, Outcome)> step, CancellationToken cancel)
    {
        IReadOnlyList<Workflow> versions = await catalog.Versions(key, cancel);
        if (versions.FirstOrDefault(one => one.Version == version) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, version);
        }

        JourneyFacts facts = await Facts(key, versions, cancel);
        return await Take(caller, key, null, (journey, now) => step(journey, workflow, facts, now), cancel);
    }

    private async Task<JourneyFacts> Facts(string key, IReadOnlyList<Workflow> versions, CancellationToken cancel)
    {
        bool othersAreLive = (await book.All(cancel)).Any(other => other.Journey.Key != key && other.Journey.Live is not null && !other.Journey.IsUntouchedSample);
        return await measured.Of(key, versions, cancel) is { } view
            ? new JourneyFacts(writer.Origin.Name, !othersAreLive, RollOut.Checks(view.Answers, view.All.Outcomes, ReceptionBar.Of(versions[^1].Stakes)), register)
            : new JourneyFacts(writer.Origin.Name, !othersAreLive, [], register);
    }

    private async Task<JourneyView> View(Journey journey, int revision, CancellationToken cancel)
    {
        IReadOnlyList<Workflow> versions = await catalog.Versions(journey.Key, cancel);
        JourneyFacts facts = await Facts(journey.Key, versions, cancel);
        // What was there before journeys were kept has no steps for its older versions.
        IEnumerable<VersionView> views = versions.Reverse()
            .Select(workflow => journey.StageOf(workflow.Version) is { } stage ? VersionView.Of(journey, workflow, stage, facts) : null).OfType<VersionView>();
        return JourneyView.Of(journey, revision, [.. views], await adjustments.Of(journey, cancel), facts, register, time.GetUtcNow());
    }
}
