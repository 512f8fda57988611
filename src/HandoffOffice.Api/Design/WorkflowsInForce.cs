using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Workflows;

namespace HandoffOffice.Api.Design;

/// <summary>Which version of a workflow a caller runs: the piloted one for the pilot's person, the live one for everybody else (C35).</summary>
internal sealed class WorkflowsInForce(JourneyBook journeys, WorkflowCatalog catalog)
{
    /// <summary>What the caller can start, by name, each with whether it is the caller's to pilot.</summary>
    public async Task<IReadOnlyList<(Workflow Workflow, bool IsPilot)>> For(Caller caller, CancellationToken cancel)
    {
        var workflows = new List<(Workflow, bool)>();
        foreach ((Journey journey, _) in await journeys.All(cancel))
        {
            if (journey.InForceFor(PersonOf(caller)) is { } version)
            {
                workflows.Add((await Stored(journey.Key, version, cancel), version == journey.InPilot));
            }
        }

        return workflows;
    }

    /// <summary>A version to look at: the one named; else the one in force for the caller; else, for who designs, the newest. Null where there is none such.</summary>
    public async Task<Workflow?> ToSee(string key, int? version, Caller caller, CancellationToken cancel)
    {
        if (await journeys.Find(key, cancel) is not var (journey, _))
        {
            return null;
        }

        bool designs = caller.Is(Role.Designer) || caller.Is(Role.Administrator);
        return (version ?? journey.InForceFor(PersonOf(caller)) ?? (designs && journey.Newest > 0 ? journey.Newest : null)) is { } wanted
            ? await catalog.Find(key, wanted, cancel)
            : null;
    }

    /// <summary>A version to run: the one named, else the one in force for the caller, else the newest; or why the caller can't run it. Both null where the tenant has none such.</summary>
    public async Task<(Workflow? Workflow, HandoffError? Error)> ToRun(string key, int? version, Caller caller, CancellationToken cancel)
    {
        if (await journeys.Find(key, cancel) is not var (journey, _)
            || await catalog.Find(key, version ?? journey.InForceFor(PersonOf(caller)), cancel) is not { } wanted)
        {
            return (null, null);
        }

        return journey.CannotRun(wanted.Version, caller.ToActor()) is { } error ? (null, error) : (wanted, null);
    }

    private static Person? PersonOf(Caller caller) => caller.IsApplication ? null : caller.ToActor().Person;

    private async Task<Workflow> Stored(string key, int version, CancellationToken cancel) =>
        await catalog.Find(key, version, cancel) ?? throw new InvalidDataException($"Version {version} of '{key}' is gone.");
}
