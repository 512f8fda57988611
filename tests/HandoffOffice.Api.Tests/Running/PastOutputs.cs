using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>
/// Handoffs of days gone by, by the real methods and in the real store, without the calls and the documents: each with a planted error that its reviewer
/// found, and then accepted as drafted.
/// </summary>
internal static class PastOutputs
{
    private static readonly Actor Author = new(new Person(LocalPeople.AmaraOsei.Id, "Amara Osei"));
    private static readonly Actor Reviewer = new(new Person(LocalPeople.RitaOkafor.Id, "Rita Okafor"));

    /// <summary>Adds so many.</summary>
    /// <param name="product">The product, with the local people.</param>
    /// <param name="workflow">The workflow, in its newest version; of one reviewer.</param>
    /// <param name="count">How many.</param>
    /// <param name="origin">Who drafted them; null for who drafts in this product.</param>
    public static async Task Add(Product product, string workflow, int count, DraftOrigin? origin = null)
    {
        await using AsyncServiceScope scope = product.Services.CreateAsyncScope();
        await using var db = (HandoffOfficeDb)ActivatorUtilities.CreateInstance(
            scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<HandoffOfficeDb>().GetType(), new LocalTenant());
        var catalog = new WorkflowCatalog(db, scope.ServiceProvider.GetRequiredService<KnownVersions>(), product.Clock);
        var ledger = new LedgerWriter(db);
        var store = new HandoffStore(db, ledger, new Outbox(db, scope.ServiceProvider.GetRequiredService<OutboxBell>()), new MeasureBook(db), new TrainingBook(db, catalog, ledger));
        Workflow followed = await catalog.Find(workflow, null, default)
            ?? throw new InvalidOperationException($"There is no workflow '{workflow}'.");
        DraftOrigin drafter = origin ?? product.Services.GetRequiredService<DraftOrigin>();
        using var key = SealKey.Create();
        for (int i = 0; i < count; i++)
        {
            (Handoff handoff, Outcome outcome) = Approved(followed, drafter, key, product.Clock.GetUtcNow());
            await store.Add(handoff, outcome, default);
        }
    }

    private static (Handoff Handoff, Outcome Outcome) Approved(Workflow workflow, DraftOrigin origin, SealKey key, DateTimeOffset now)
    {
        var record = InputRecord.Freeze(workflow.Examples[0].Record);
        (Handoff? started, Outcome first) = Handoff.Start(LocalPeople.TenantId, workflow, record, "Of days gone by", Author, [Reviewer.Person], now);
        Handoff handoff = started ?? throw new InvalidOperationException(first.Error!.Detail);
        CheckReport Check(IReadOnlyList<TextPiece> text) => GateChecks.Run(workflow, record, text) with { Findings = [] };
        List<HandoffEvent> events = [.. first.Events];
        void Do(Outcome outcome) => events.AddRange(outcome.Error is null ? outcome.Events : throw new InvalidOperationException(outcome.Error.Detail));

        Do(handoff.StartDraft(Author, now));
        Do(handoff.CompleteDraft(origin, [new DraftSentence("s1", workflow.Output.Sections[0].Key, 0, "All went as planned in July.", [])], Author, now));
        Do(handoff.Plant(new SeededError(
            "s1", 1, SeededErrorKind.Date, "All went as planned in July.", "All went as planned in June.", "July", "June", null, "5a17", now), Author));
        Do(handoff.CompleteChecks(Check(handoff.CurrentText()), Author, now));
        Do(handoff.Decide([new Change("s1", Decision.Rejected)], Check, Reviewer, now));
        Do(handoff.Decide([new Change("s1", Decision.Accepted)], Check, Reviewer, now));
        workflow.Gate.Checklist.ToList().ForEach(item => Do(handoff.Attest(item.Id, true, null, Sha256Digest.Of("shown"), Reviewer, now)));
        Do(handoff.Sign(
            new Signing(handoff.Confirmation, handoff.TextDigest()),
            () => new ReleasableContent(CanonicalContent.Form, handoff.TextDigest(), Sha256Digest.Of("file"), Envelope.Of(handoff.Subject)), key, Reviewer, now));
        return (handoff, Outcome.Done(events));
    }

    private sealed class LocalTenant : ITenantContext
    {
        public string? TenantId => LocalPeople.TenantId;
    }
}
