using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>
/// A is approved; whatever is changed of it afterwards, it is held (DESIGN rule 1). Each class of change is a row. Files are changed inside, and each twice:
/// as they lie there, when their digest gives it away, and with a seal that was signed anew over the changed bytes, so that the content itself has to.
/// </summary>
[Trait("Capability", "C50")]
public sealed class AfterApprovalTests(LocalProduct fixture)
{
    private const string TheFile = "the file is not the one that was signed.";
    private const string TheText = "the text is not the one that was signed.";
    private const string Recipients = "the recipients have changed.";
    private const string OfTheLabel = "the sensitivity label has changed.";
    private const string Label = "MSIP_Label_11111111-2222-4333-8444-555555555555";

    private static readonly IReadOnlyDictionary<string, (string Workflow, Func<byte[], byte[]> Change, string Says)> Files =
        new Dictionary<string, (string, Func<byte[], byte[]>, string)>
        {
            ["document: text"] = (Run.StatusReport, Altered.Text, TheText),
            ["document: white text"] = (Run.StatusReport, d => Altered.Run(d, "<w:color w:val=\"FFFFFF\"/>"), TheText),
            ["document: a hidden run"] = (Run.StatusReport, d => Altered.Run(d, "<w:vanish/>"), TheText),
            ["document: zero-size text"] = (Run.StatusReport, d => Altered.Run(d, "<w:sz w:val=\"1\"/>"), TheText),
            ["document: its text made white"] = (Run.StatusReport, d => Altered.Look(d, "<w:color w:val=\"FFFFFF\"/>"), TheText),
            ["document: its text hidden"] = (Run.StatusReport, d => Altered.Look(d, "<w:vanish/>"), TheText),
            ["document: its text struck"] = (Run.StatusReport, d => Altered.Look(d, "<w:strike/>"), TheText),
            ["document: a pending insertion"] = (Run.StatusReport, d => Altered.BeforeEnd(
                d, "<w:p><w:ins w:id=\"900\" w:author=\"Eve\"><w:r><w:t>We promise a refund.</w:t></w:r></w:ins></w:p>"), TheFile),
            ["document: a pending deletion"] = (Run.StatusReport, d => Altered.BeforeEnd(
                d, "<w:p><w:del w:id=\"900\" w:author=\"Eve\"><w:r><w:delText>We promise a refund.</w:delText></w:r></w:del></w:p>"), TheFile),
            ["document: the header"] = (Run.StatusReport, d => Altered.Part(d, Header(d, "header"), Longer), TheText),
            ["document: the footer"] = (Run.StatusReport, d => Altered.Part(d, Header(d, "footer"), Longer), TheText),
            ["document: the label"] = (Run.StatusReport, d => Altered.Property(d, $"{Label}_Enabled", "true"), OfTheLabel),
            ["document: a comment"] = (Run.StatusReport, Altered.Commented, TheText),
            ["document: no document"] = (Run.StatusReport, _ => "garbage"u8.ToArray(), TheFile),
            ["mail: text"] = (Run.Email, m => Altered.Mail(Altered.Mail(m, "Hello", "Hi"), "<p>Hello", "<p>Hi"), TheText),
            ["mail: only what one of its bodies says"] = (Run.Email, m => Altered.Mail(m, "<p>", "<p>We promise a refund. "), TheFile),
            ["mail: text that hides"] = (Run.Email, m => Altered.Mail(m, "<p>", "<p style=3D\"display:none\">"), TheFile),
            ["mail: subject"] = (Run.Email, m => Altered.Mail(m, "Subject: ", "Subject: Re: "), "the subject has changed."),
            ["mail: a recipient more"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", "\nTo: eve@example.com, "), Recipients),
            ["mail: a copy"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", "\nCc: eve@example.com\r\nTo: "), Recipients),
            ["mail: a blind copy"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", "\nBcc: eve@example.com\r\nTo: "), Recipients),
            ["mail: a recipient less"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", "\nX-Was-To: "), Recipients),
            ["mail: another kind of recipient"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", "\nBcc: "), Recipients),
            ["mail: the label"] = (Run.Email, m => Altered.Mail(m, "\nTo: ", $"\nmsip_labels: {Label}_Enabled=True;\r\nTo: "), OfTheLabel),
            ["mail: an attachment"] = (Run.Email, Altered.Attached, "the attachments have changed."),
            ["mail: no mail"] = (Run.Email, _ => "garbage"u8.ToArray(), TheFile),
        };

    private static readonly IReadOnlyDictionary<string, (string Sql, string Says)> Rows = new Dictionary<string, (string, string)>
    {
        ["the subject"] = ("UPDATE Handoffs SET Subject = 'Another subject' WHERE Id = @id", "the subject has changed."),
        ["the record"] = ("UPDATE Handoffs SET Record = replace(Record, 'Release Lead', 'Somebody else') WHERE Id = @id", "the input record has changed."),
        ["the workflow version"] = ("UPDATE Handoffs SET Terms = json_set(Terms, '$.workflowDigest', '" + Zeros + "') WHERE Id = @id", "the workflow has changed."),
        ["the gate"] = ("UPDATE Handoffs SET Terms = json_set(Terms, '$.gate.approvalHours', 480) WHERE Id = @id", "the gate has changed."),
        ["the gate's checklist"] = ("UPDATE Handoffs SET Terms = json_remove(Terms, '$.gate.checklist[0]') WHERE Id = @id", "the gate has changed."),
        ["the seal's end"] = ("UPDATE Handoffs SET Seal = json_set(Seal, '$.payload.expiresAt', '2100-01-01T00:00:00+00:00') WHERE Id = @id", "the seal's signature does not verify."),
        ["the seal's signature"] = ("UPDATE Handoffs SET Seal = json_set(Seal, '$.signature', 'garbage') WHERE Id = @id", "the seal's signature does not verify."),
        ["the seal's key"] = ("UPDATE Handoffs SET Seal = json_set(Seal, '$.payload.keyId', '0123456789abcdef') WHERE Id = @id", "the seal's signature does not verify."),
        ["who signed"] = ("UPDATE Handoffs SET Seal = json_set(Seal, '$.payload.approvals[0].person', 'eve') WHERE Id = @id", "the seal's signature does not verify."),
    };

    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>As the database has it: what is null is there.</summary>
    private static readonly JsonSerializerOptions Stored = new(WorkflowFile.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly Product product = fixture.Product;

    public static TheoryData<string> FileChanges { get; } = [.. Files.Keys];

    public static TheoryData<string> RowChanges { get; } = [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(FileChanges))]
    public async Task A_file_that_was_changed_is_held(string what)
    {
        (string workflow, Func<byte[], byte[]> change, string says) = Files[what];
        Run run = await Run.Approved(product, workflow);
        byte[] changed = change((byte[])Assert.Single(product.Query("SELECT Content FROM Files WHERE HandoffId = @id AND Kind = 'Sealed'", ("@id", run.Id))));
        Assert.Equal(1, product.Sql("UPDATE Files SET Content = @new WHERE HandoffId = @id AND Kind = 'Sealed'", ("@new", changed), ("@id", run.Id)));
        await IsHeld(run, TheFile);

        await ApproveAgain(run);
        Assert.Equal(1, product.Sql("UPDATE Files SET Content = @new WHERE HandoffId = @id AND Kind = 'Sealed'", ("@new", changed), ("@id", run.Id)));
        await SealTheBytes(run, changed);
        await IsHeld(run, says);
    }

    [Theory]
    [MemberData(nameof(RowChanges))]
    public async Task A_row_that_was_changed_holds_it(string what)
    {
        Run run = await Run.Approved(product);
        Assert.Equal(1, product.Sql(Rows[what].Sql, ("@id", run.Id)));
        await IsHeld(run, Rows[what].Says);
    }

    [Fact]
    public async Task Another_handoffs_seal_is_none()
    {
        Run other = await Run.Approved(product);
        Run run = await Run.Approved(product);
        product.Sql("UPDATE Handoffs SET Seal = (SELECT Seal FROM Handoffs WHERE Id = @other) WHERE Id = @id", ("@other", other.Id), ("@id", run.Id));
        await IsHeld(run, "the seal is another handoff's.");
    }

    [Theory]
    [InlineData(48, "it has expired.")]
    [InlineData(-1, "the clock is behind the signature.")]
    public async Task At_another_time_it_is_held(int hours, string says)
    {
        await using Product other = Product.Start();
        Run run = await Run.Approved(other);
        other.Clock.Advance(TimeSpan.FromHours(hours));
        await IsHeld(run with { Author = await other.As(LocalPeople.AmaraOsei), Reviewer = await other.As(LocalPeople.RitaOkafor) }, says);
    }

    /// <summary>What whoever has the key could do: sign the seal anew, over the changed bytes, with all else as it was approved.</summary>
    private async Task SealTheBytes(Run run, byte[] changed)
    {
        var seal = JsonSerializer.Deserialize<Seal>((string)Assert.Single(product.Query("SELECT Seal FROM Handoffs WHERE Id = @id", ("@id", run.Id))), WorkflowFile.Options)!;
        await using AsyncServiceScope scope = product.Services.CreateAsyncScope();
        using SealKey key = await scope.ServiceProvider.GetRequiredService<SealKeyRing>().SigningKey(TestContext.Current.CancellationToken);
        Seal forged = key.Sign(seal.Payload with { Content = seal.Payload.Content with { FileDigest = Sha256Digest.Of(changed) }, KeyId = key.Id });
        product.Sql("UPDATE Handoffs SET Seal = @seal WHERE Id = @id", ("@seal", JsonSerializer.Serialize(forged, Stored)), ("@id", run.Id));
    }

    private static async Task ApproveAgain(Run run)
    {
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
    }

    private static async Task IsHeld(Run run, string says)
    {
        JsonElement problem = (await run.Author.Release(run.Id)).Refused(409, "seal-broken");
        Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        // What was changed may leave no view of it; the row says where it is.
        Assert.Equal("InReview", Assert.Single(run.Product.Query("SELECT State FROM Handoffs WHERE Id = @id AND Seal IS NULL AND Released IS NULL", ("@id", run.Id))));
    }

    private static string Header(byte[] document, string kind)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(document));
        return archive.Entries.First(entry => entry.FullName.StartsWith($"word/{kind}", StringComparison.Ordinal)).FullName;
    }

    private static string Longer(string xml) => xml.Insert(xml.LastIndexOf("</w:p>", StringComparison.Ordinal), "<w:r><w:t>We promise a refund.</w:t></w:r>");
}
