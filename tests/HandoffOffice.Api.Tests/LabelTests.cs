using System.Text;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A draft inherits the highest sensitivity label of its sources, is sealed with it, and leaves with it (C100).</summary>
[Trait("Capability", "C100")]
public sealed class LabelTests(LocalProduct local, LabelProduct fixture) : IClassFixture<LabelProduct>
{
    private readonly Product product = fixture.Product;

    [Fact]
    public async Task The_highest_label_of_the_sources_is_inherited()
    {
        HandoffView view = await (await product.Labelled(Run.Email, LabelProduct.Secret, LabelProduct.TopSecret, LabelProduct.Internal)).Look();
        Assert.Equal(LabelProduct.TopSecret, view.SensitivityLabel);
        Assert.Null((await (await product.Labelled(Run.Email)).Look()).SensitivityLabel);
    }

    [Fact]
    public async Task An_id_that_is_none_is_told_at_its_place()
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        Answer refused = await author.StartFrom(Run.Email, LocalPeople.RitaOkafor.Id, LabelProduct.Internal, "Secret", Guid.Empty);
        Assert.Equal(["/sensitivityLabels/1", "/sensitivityLabels/2"], refused.Pointers("invalid-record"));
    }

    [Fact]
    public async Task Labels_that_nothing_says_the_order_of_are_refused_if_they_differ()
    {
        Session author = await local.Product.As(LocalPeople.AmaraOsei);
        (await author.StartFrom(Run.Email, LocalPeople.RitaOkafor.Id, LabelProduct.Internal, LabelProduct.Secret)).Refused(422, "labels-not-comparable");
        HandoffView same = (await author.StartFrom(Run.Email, LocalPeople.RitaOkafor.Id, LabelProduct.Secret, $"{LabelProduct.Secret}".ToUpperInvariant())).As<HandoffView>();
        Assert.Equal(LabelProduct.Secret, same.SensitivityLabel);
        (await (await product.As(LocalPeople.AmaraOsei)).StartFrom(Run.Email, LocalPeople.RitaOkafor.Id, LabelProduct.Internal, LabelProduct.Unknown))
            .Refused(422, "labels-not-comparable");
    }

    [Fact]
    public async Task The_authors_own_document_counts_as_a_source_wherever_Office_keeps_its_label()
    {
        Run run = await product.Labelled(Run.StatusReport, LabelProduct.Internal);
        Assert.Equal(LabelProduct.TopSecret, await WithDocument(run, Altered.Labelled(Docx.Saying("Ours."), LabelProduct.TopSecret)));
        Assert.Equal(LabelProduct.Secret, await WithDocument(run, Altered.LabelPart(Docx.Saying("Ours."), LabelProduct.Secret)));
        // A label that was taken away again is none, even where older software left its entry.
        Run unlabelled = await product.Labelled(Run.StatusReport);
        Assert.Null(await WithDocument(unlabelled, Altered.LabelPart(Altered.Labelled(Docx.Saying("Ours."), LabelProduct.Secret), LabelProduct.Secret, isRemoved: true)));
    }

    [Fact]
    public async Task A_document_with_a_lower_label_than_its_sources_is_not_taken()
    {
        Run run = await product.Labelled(Run.StatusReport, LabelProduct.Secret);
        string detail = (await run.Author.UseDocument(run.Id, Altered.Labelled(Docx.Saying("Ours."), LabelProduct.Internal)))
            .Refused(422, "document-label-too-low").GetProperty("detail").GetString()!;
        Assert.Contains("'Secret'", detail, StringComparison.Ordinal);
        (await run.Author.UseDocument(run.Id, Docx.Saying("Ours."))).Refused(422, "document-label-too-low");
        Assert.Equal(LabelProduct.Secret, (await run.Look()).SensitivityLabel);
    }

    [Fact]
    public async Task A_protected_document_is_refused_and_says_that_it_is_protected()
    {
        Run run = await product.Labelled(Run.StatusReport);
        // What Office writes of a document that is encrypted or rights-managed: an OLE compound file ([MS-CFB] 2.2).
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        string detail = (await run.Author.UseDocument(run.Id, compound)).Refused(422, "document-encrypted").GetProperty("detail").GetString()!;
        Assert.Contains("protected", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_file_tells_its_label()
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        string key = await TopicsRun.Added(product);
        byte[] mail = Encoding.ASCII.GetBytes($"Subject: Topics\r\nmsip_labels: MSIP_Label_{LabelProduct.Secret}_Enabled=True;\r\n\r\nCloud cost control\r\n");
        Assert.Equal(LabelProduct.Secret, (await author.Import(key, mail, "message/rfc822")).As<TableView>().SensitivityLabel);
        byte[] workbook = Altered.LabelledWorkbook(LabelProduct.TopSecret);
        Assert.Equal(LabelProduct.TopSecret, (await author.Import(key, workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).As<TableView>().SensitivityLabel);
        byte[] document = Altered.Labelled(Docx.Saying("Cloud cost control"), LabelProduct.Internal);
        Assert.Equal(LabelProduct.Internal, (await author.Import(key, document, Session.Word)).As<TableView>().SensitivityLabel);
    }

    [Fact]
    public async Task A_mail_is_sealed_with_its_label_and_leaves_with_it()
    {
        Run run = await (await (await local.Product.Labelled(Run.Email, LabelProduct.Secret)).Drafted()).Signed();
        ComposedMail mail = (await run.Author.Send(HttpMethod.Post, $"handoffs/{run.Id}/composition", null, ("Idempotency-Key", $"{run.Id}"))).As<ComposedMail>();
        Assert.Equal($"{LabelProduct.Secret}", mail.SensitivityLabel);
        Assert.Equal($"{LabelProduct.Secret}", SealProof.ParseBase64(mail.Seal).Seal.Payload.Content.Envelope.Label);

        Run other = await (await (await local.Product.Labelled(Run.Email, LabelProduct.Secret)).Drafted()).Signed();
        string headers = Encoding.ASCII.GetString((await other.Author.Release(other.Id)).Ok().Body).Replace("\r", "", StringComparison.Ordinal).Replace("\n ", " ", StringComparison.Ordinal);
        Assert.Matches(
            $@"(?m)^msip_labels: MSIP_Label_{LabelProduct.Secret}_Enabled=True; MSIP_Label_{LabelProduct.Secret}_SetDate=\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ; "
                + $"MSIP_Label_{LabelProduct.Secret}_Method=Standard; MSIP_Label_{LabelProduct.Secret}_SiteId={LocalPeople.TenantId};", headers);
    }

    [Fact]
    public async Task A_mail_without_a_label_is_sealed_without_one()
    {
        Run run = await Run.Approved(local.Product, Run.Email);
        ComposedMail mail = (await run.Author.Send(HttpMethod.Post, $"handoffs/{run.Id}/composition", null, ("Idempotency-Key", $"{run.Id}"))).As<ComposedMail>();
        Assert.Null(mail.SensitivityLabel);
    }

    [Fact]
    public async Task A_document_of_our_template_gets_its_label_and_one_that_is_the_authors_keeps_its_own()
    {
        Run ours = await (await (await local.Product.Labelled(Run.StatusReport, LabelProduct.Secret)).Drafted()).Signed();
        Assert.Equal($"{LabelProduct.Secret}", LabelOf((await ours.Author.Release(ours.Id)).Ok().Body));

        Run own = await local.Product.Labelled(Run.StatusReport);
        Assert.Equal(LabelProduct.Internal, await WithDocument(own, Altered.LabelPart(Docx.Saying("Ours."), LabelProduct.Internal)));
        await (await own.Drafted()).Signed();
        Assert.Equal($"{LabelProduct.Internal}", LabelOf((await own.Author.Release(own.Id)).Ok().Body));
    }

    [Fact]
    public async Task Whoever_is_signed_in_reads_what_the_labels_are_called()
    {
        IReadOnlyList<LabelView> labels = (await (await product.As(LocalPeople.AmaraOsei)).Get("sensitivity-labels")).As<IReadOnlyList<LabelView>>();
        Assert.Equal([("Internal", true), ("Secret", false), ("Top secret", false)], labels.Select(label => (label.Name, label.ModelsMaySee)));
        Assert.Equal(401, (int)(await product.AsNobody().Get("sensitivity-labels")).Status);
    }

    [Fact]
    public async Task The_ledger_has_the_label_that_it_started_with()
    {
        Run run = await product.Labelled(Run.StatusReport, LabelProduct.Secret);
        string entry = (string)Assert.Single(product.Query("SELECT Leaf FROM Ledger WHERE HandoffId = @id AND Kind = 'Started'", ("@id", run.Id)));
        Assert.Contains($"{LabelProduct.Secret}", entry, StringComparison.Ordinal);
    }

    private static string? LabelOf(byte[] document) => SensitivityLabel.Of(LabelInfo.Read(document), CustomProperties.Read(document));

    private static async Task<Guid?> WithDocument(Run run, byte[] document) => (await run.Author.UseDocument(run.Id, document)).As<HandoffView>().SensitivityLabel;
}
