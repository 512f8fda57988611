using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Fleet;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Domain.Training;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>A tenant with one row at least in every table.</summary>
internal static class FilledTenant
{
    /// <summary>Fills a tenant.</summary>
    /// <returns>Its handoff.</returns>
    public static async Task<Guid> Fill(Database database, string tenant)
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Author, [Given.First.Person], tenant);
        await database.Keep(run);
        await database.Store(store => store.Change(run.Handoff.Id, async (handoff, files) =>
        {
            await files.Put(HandoffFileKind.Base, "text/plain", [1], null, TestContext.Current.CancellationToken);
            files.RememberKey("release", "key", "digest", run.Now);
            return handoff.UseDocument(Sha256Digest.Of([1]), new ExistingText([]), Given.Author, run.Now);
        }, TestContext.Current.CancellationToken), tenant);
        await database.In(tenant, async scope =>
        {
            await scope.GetRequiredService<WorkflowCatalog>().Add(tenant, Given.Workflow(), TestContext.Current.CancellationToken);
            HandoffOfficeDb db = scope.GetRequiredService<HandoffOfficeDb>();
            db.Journeys.Add(new JourneyRow { TenantId = tenant, Key = "client-note", Revision = 1, Journey = Journey.Adopt(Given.Workflow(), Given.Start) });
            db.Journal.Add(new JournalRow
            {
                TenantId = tenant,
                Id = Guid.NewGuid(),
                Workflow = "client-note",
                Entry = new JournalEntry(Guid.NewGuid(), "client-note", 1, JournalKind.Slow, JournalStep.Review, null, null, Given.First.Person, Given.Start),
            });
            db.Suites.Add(new SuiteRow { TenantId = tenant, Id = Guid.NewGuid(), Workflow = "client-note", Results = "[]" });
            db.Practices.Add(Practised(tenant));
            db.Trained.Add(new TrainedRow
            {
                TenantId = tenant,
                Workflow = "client-note",
                Basis = "basis",
                PersonId = "oid-first",
                Trained = new Trained(Given.First.Person, "client-note", 1, Sha256Digest.Of("basis"), Given.Start, new PracticeScore(4, 4, 8, 0, 60)),
            });
            db.Absences.Add(new AbsenceRow
            {
                TenantId = tenant,
                PersonId = "oid-first",
                Person = Given.First.Person,
                From = new DateOnly(2026, 3, 2),
                Until = new DateOnly(2026, 3, 3),
                Substitute = Given.Second.Person,
            });
            var subscription = new SubscriptionRow
            {
                TenantId = tenant,
                Id = Guid.NewGuid(),
                Kind = WebhookEventKind.Approved,
                Workflow = null,
                OwnerId = "oid-first",
                OwnerName = "First",
                Host = "example.org",
                Address = "encrypted",
                Secret = "encrypted",
                Origin = "https://handoff.example",
                CreatedAt = Given.Start,
            };
            db.Subscriptions.Add(subscription);
            db.Notices.Add(new NoticeRow
            {
                TenantId = tenant,
                Id = $"msg_{Guid.NewGuid():N}",
                SubscriptionId = subscription.Id,
                HandoffId = run.Handoff.Id,
                Sequence = 0,
                Body = "{}",
                CreatedAt = Given.Start,
                DueAt = Given.Start,
            });
            db.Installations.Add(new InstallationRow
            {
                TenantId = tenant,
                PersonId = "oid-first",
                Host = HostType.Word,
                Platform = PlatformType.PC,
                Sighting = new Sighting(new Installation(HostType.Word, PlatformType.PC, "16.0", "1.0.0", []), "1.0.0", Given.Start),
            });
            db.Stops.Add(new StopRow
            {
                TenantId = tenant,
                Id = Guid.NewGuid(),
                Scope = StopScope.Everything,
                Reason = "An incident.",
                ById = "oid-first",
                ByName = "Rita Reviewer",
                At = Given.Start,
            });
            db.Deliveries.Add(Delivery.Of(run.Handoff, ReleaseChannel.Mail, "<id@example.com>", Given.Start));
            db.People.Add(new PersonRow { TenantId = tenant, Id = "oid-author", Name = "Ada Author", Roles = "Author" });
            return await db.SaveChangesAsync();
        });
        return run.Handoff.Id;
    }

    private static PracticeRow Practised(string tenant)
    {
        var practice = new Practice
        {
            Id = Guid.NewGuid(),
            Workflow = "client-note",
            Version = 1,
            Basis = Sha256Digest.Of("basis"),
            Trainee = Given.First.Person,
            Example = 0,
            Sentences = [new PracticeSentence("s1", 0, "The warehouse stands in Bremerhaven.", [])],
            StartedAt = Given.Start,
        };
        return new PracticeRow { TenantId = tenant, Id = practice.Id, Workflow = practice.Workflow, Basis = "basis", PersonId = "oid-first", Revision = 1, Practice = practice };
    }
}
