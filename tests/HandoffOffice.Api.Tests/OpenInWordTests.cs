using System.Xml.Linq;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>The author's document where it is open in Word: sections go in, decisions come back, and it is sealed where it is.</summary>
public sealed class OpenInWordTests(DrafterProduct fixture) : IClassFixture<DrafterProduct>
{
    private readonly Product product = fixture.Product;

    [Fact]
    [Trait("Capability", "C60")]
    public async Task The_sections_go_in_as_they_stand_with_their_tracked_changes()
    {
        (Run run, byte[] report) = await LastMonth.Revised(product, fixture.Drafter);
        SectionsView sections = (await run.Author.Get($"handoffs/{run.Id}/sections")).As<SectionsView>();
        Assert.Equal(["progress", "blockers", LastMonth.EmptySection, "closing"], sections.Sections.Select(section => section.Tag).Order(StringComparer.Ordinal).OrderBy(Order));
        OpenSection closing = sections.Sections.Single(section => section.Tag == "closing");
        Assert.Contains(LastMonth.Thanks, Assert.Single(closing.Accepted), StringComparison.Ordinal);
        Assert.Contains(LastMonth.OldThanks, Assert.Single(closing.Rejected), StringComparison.Ordinal);
        XElement package = XElement.Parse(closing.Ooxml);
        Assert.Equal("package", package.Name.LocalName);
        Assert.Contains(package.Descendants(), element => element.Name.LocalName == "ins" && element.Attributes().Any(a => a.Name.LocalName == "author" && a.Value != ""));
        Assert.DoesNotContain(package.Descendants(), element => element.Name.LocalName is "commentReference" or "sectPr" or "hdr");

        SectionsView original = (await run.Author.Get($"handoffs/{run.Id}/sections?original=true")).As<SectionsView>();
        Assert.Equal(
            SectionDrafting.Existing(report, ["closing"])[0].Paragraphs, original.Sections.Single(section => section.Tag == "closing").Accepted);
        Assert.DoesNotContain("w:ins ", string.Concat(original.Sections.Select(section => section.Ooxml)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C59")]
    public async Task A_document_whose_sections_are_empty_gets_them_as_well()
    {
        fixture.Drafter.Rewrites = null;
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, LastMonth.Empty())).Ok();
        await run.Drafted();
        SectionsView sections = (await run.Author.Get($"handoffs/{run.Id}/sections")).As<SectionsView>();
        Assert.All(sections.Sections, section => Assert.Empty(section.Rejected));
        Assert.Contains(sections.Sections, section => section.Accepted.Count > 0 && section.Ooxml.Contains("<w:ins ", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Capability", "C59")]
    public async Task A_draft_in_our_own_document_goes_into_no_other()
    {
        Run run = await Run.InReview(product);
        (await run.Author.Get($"handoffs/{run.Id}/sections")).Refused(409, "no-own-document");
        (await Read(run.Reviewer, run.Id, LastMonth.Empty())).Refused(409, "no-own-document");
    }

    [Fact]
    [Trait("Capability", "C62")]
    public async Task What_is_decided_by_Words_own_means_is_taken_over()
    {
        (Run run, _) = await LastMonth.Revised(product, fixture.Drafter);
        HandoffView view = await run.Look();
        ChangeView thanks = view.Changes.Single(change => change.Text == LastMonth.Thanks);
        ChangeView invitation = view.Changes.Single(change => change.Text == LastMonth.Invitation);
        byte[] open = (await run.Reviewer.Document(run.Id)).Ok().Body;
        open = Revisions.Reject(Revisions.Accept(open, thanks.RevisionIds), invitation.RevisionIds);

        ReadSectionsView read = (await Read(run.Reviewer, run.Id, open)).As<ReadSectionsView>();
        Assert.Equal(new[] { invitation.Id, thanks.Id }.Order(StringComparer.Ordinal), read.Decided.Order(StringComparer.Ordinal));
        Assert.Equal((Decision.Accepted, Decision.Rejected), (DecisionOn(read.Handoff, thanks), DecisionOn(read.Handoff, invitation)));
        Assert.Empty(read.Unclear);
        Assert.Empty((await Read(run.Reviewer, run.Id, open)).As<ReadSectionsView>().Decided);
    }

    [Fact]
    [Trait("Capability", "C91")]
    public async Task Words_that_no_change_explains_are_said_and_nothing_is_taken_over()
    {
        (Run run, _) = await LastMonth.Revised(product, fixture.Drafter);
        HandoffView before = await run.Look();
        SentenceView kept = before.Text!.First(sentence => sentence.ChangeId is null);
        byte[] open = Altered.Part(
            (await run.Reviewer.Document(run.Id)).Ok().Body, "word/document.xml", xml => xml.Replace(kept.Text, $"{kept.Text} We promise a refund.", StringComparison.Ordinal));
        ReadSectionsView read = (await Read(run.Reviewer, run.Id, open)).As<ReadSectionsView>();
        Assert.Equal([kept.Section], read.Unclear);
        Assert.Empty(read.Decided);
        Assert.Equal(before.Changes.Select(change => change.Decision), (await run.Look()).Changes.Select(change => change.Decision));
    }

    [Fact]
    [Trait("Capability", "C62")]
    public async Task Nobody_decides_so_who_may_not_review()
    {
        (Run run, _) = await LastMonth.Revised(product, fixture.Drafter);
        ChangeView change = (await run.Look()).Changes[0];
        byte[] open = Revisions.Accept((await run.Reviewer.Document(run.Id)).Ok().Body, change.RevisionIds);
        Session other = await product.As(LocalPeople.JonasLindqvist);
        Assert.Equal(403, (int)(await Read(other, run.Id, open)).Status);
        Assert.Equal(Decision.Undecided, DecisionOn(await run.Look(), change));
    }

    [Fact]
    [Trait("Capability", "C63")]
    public async Task It_is_sealed_where_it_is_open_and_only_if_it_says_what_was_approved()
    {
        (Run run, _) = await LastMonth.Revised(product, fixture.Drafter);
        await run.Signed();
        byte[] approved = (byte[])product.Query("SELECT Content FROM Files WHERE HandoffId = @id AND Kind = 'Sealed'", ("@id", run.Id)).Single();
        // Word writes every file anew.
        byte[] open = CustomXml.Add(approved, new XElement("{urn:test}other"));

        string detail = (await Seal(run.Author, run.Id, Altered.Text(open))).Refused(409, "open-document-differs").GetProperty("detail").GetString()!;
        Assert.Contains("was approved", detail, StringComparison.Ordinal);
        Assert.Equal(HandoffState.Approved, (await run.Look()).State);

        Answer answer = await Seal(run.Author, run.Id, open, $"{run.Id}");
        SealedOpenDocument seal = answer.As<SealedOpenDocument>();
        byte[] released = CustomXml.Add(open, XElement.Parse(seal.Xml));
        Assert.Equal(run.Id, SealProof.Parse(Assert.Single(CustomXml.Find(released, seal.XmlNamespace)).Value).Seal.Payload.HandoffId);
        Assert.Equal(HandoffState.Released, (await run.Look()).State);
        Assert.Equal(answer.Text, (await Seal(run.Author, run.Id, open, $"{run.Id}")).Ok().Text);
        (await Seal(run.Author, run.Id, open)).Refused(409, "action-not-possible");
    }

    [Fact]
    [Trait("Capability", "C63")]
    public async Task Whoever_edits_it_later_is_told_how_it_differs()
    {
        (Run run, _) = await LastMonth.Revised(product, fixture.Drafter);
        await run.Signed();
        byte[] approved = (byte[])product.Query("SELECT Content FROM Files WHERE HandoffId = @id AND Kind = 'Sealed'", ("@id", run.Id)).Single();
        (await Compare(run.Author, run.Id, approved)).Refused(409, "not-released");
        SealedOpenDocument seal = (await Seal(run.Author, run.Id, approved)).As<SealedOpenDocument>();
        byte[] released = CustomXml.Add(approved, XElement.Parse(seal.Xml));

        Assert.Null((await Compare(run.Author, run.Id, released)).As<OpenDocumentComparison>().Difference);
        Assert.Null((await Compare(run.Reviewer, run.Id, CustomXml.Add(released, new XElement("{urn:test}other")))).As<OpenDocumentComparison>().Difference);
        Assert.Contains("was approved", (await Compare(run.Reviewer, run.Id, Altered.Text(released))).As<OpenDocumentComparison>().Difference, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await Compare(await product.As(LocalPeople.JonasLindqvist), run.Id, released)).Status);
        (await Compare(run.Author, Guid.NewGuid(), released)).Refused(404, "unknown-handoff");
        (await Compare(run.Author, run.Id, [1, 2, 3])).Refused(422, "document-not-a-zip");
    }

    [Fact]
    [Trait("Capability", "C63")]
    public async Task A_mail_is_not_sealed_so()
    {
        fixture.Drafter.Rewrites = null;
        Run run = await Run.Approved(product, Run.Email);
        (await Seal(run.Author, run.Id, DocumentTemplate.Create(new TemplateContent("x", "x", "en", [], "x")))).Refused(422, "not-a-document");
    }

    private static int Order(string key) => key switch { "progress" => 0, "blockers" => 1, "closing" => 3, _ => 2 };

    private static Decision DecisionOn(HandoffView view, ChangeView change) => view.Changes.Single(one => one.Id == change.Id).Decision;

    private static Task<Answer> Read(Session session, Guid id, byte[] document) =>
        session.Send(HttpMethod.Post, $"handoffs/{id}/sections", Session.Bytes(document, Session.Word));

    private static Task<Answer> Compare(Session session, Guid id, byte[] document) =>
        session.Send(HttpMethod.Post, $"handoffs/{id}/open-document/comparison", Session.Bytes(document, Session.Word));

    private static Task<Answer> Seal(Session session, Guid id, byte[] document, string? key = null) =>
        session.Send(HttpMethod.Post, $"handoffs/{id}/open-document", Session.Bytes(document, Session.Word), ("Idempotency-Key", key ?? $"{Guid.NewGuid()}"));
}
