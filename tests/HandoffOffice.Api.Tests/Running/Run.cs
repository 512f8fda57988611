using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>One handoff on its way, and the people who take it there: the real example record of a sample workflow.</summary>
public sealed record Run(Product Product, Session Author, Session Reviewer, string Workflow, Guid Id)
{
    public const string StatusReport = "client-status-report";
    public const string Email = "client-email";

    /// <summary>The workflows that every tenant has.</summary>
    public static TheoryData<string> Samples { get; } = [StatusReport, Email];

    /// <summary>By the local people: Amara is the author, Rita reviews.</summary>
    public static async Task<Run> Started(Product product, string workflow = StatusReport) =>
        await Started(product, await product.As(LocalPeople.AmaraOsei), await product.As(LocalPeople.RitaOkafor), workflow);

    public static async Task<Run> Started(Product product, Session author, Session reviewer, string workflow = StatusReport)
    {
        Answer started = await author.Start(workflow, await Record(author, workflow), reviewer.PersonId);
        return new Run(product, author, reviewer, workflow, started.As<HandoffView>().Id);
    }

    public static async Task<Run> InReview(Product product, string workflow = StatusReport) => await (await Started(product, workflow)).Drafted();

    /// <summary>Every change is accepted; nothing is confirmed.</summary>
    public static async Task<Run> Decided(Product product, string workflow = StatusReport)
    {
        Run run = await InReview(product, workflow);
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        return run;
    }

    /// <summary>All is done but the signature.</summary>
    public static async Task<Run> ReadyToSign(Product product, string workflow = StatusReport)
    {
        Run run = await Decided(product, workflow);
        await run.Reviewer.ConfirmAll(run.Id);
        return run;
    }

    public static async Task<Run> Approved(Product product, string workflow = StatusReport) => await (await InReview(product, workflow)).Signed();

    /// <summary>Decides what is undecided, confirms and signs it.</summary>
    public async Task<Run> Signed()
    {
        (await Reviewer.DecideRest(Id)).Ok();
        await Reviewer.ConfirmAll(Id);
        (await Reviewer.Sign(Id)).Ok();
        return this;
    }

    /// <summary>The example record of a workflow, to be changed at will.</summary>
    public static async Task<JsonObject> Record(Session session, string workflow = StatusReport) =>
        (await Definition(session, workflow))["examples"]![0]!["record"]!.DeepClone().AsObject();

    /// <summary>A workflow in the product's own format, to be changed at will.</summary>
    public static async Task<JsonObject> Definition(Session session, string workflow = StatusReport) =>
        JsonNode.Parse((await session.Get($"workflows/{workflow}")).Ok().Body)!.AsObject();

    public async Task<Run> Drafted()
    {
        (await Author.Draft(Id)).Ok();
        return this;
    }

    public Task<HandoffView> Look() => Reviewer.Look(Id);
}
