using System.Net;
using System.Text;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Cli;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using MimeKit;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What left can be checked by somebody without access to the product, with the product's own command line.</summary>
[Trait("Capability", "C63")]
public sealed class ProofTests : IAsyncDisposable
{
    private readonly Product product = Product.Start();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-proof-");

    public async ValueTask DisposeAsync()
    {
        await product.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task What_left_verifies_offline_and_says_who_approved_it(string workflow)
    {
        Run run = await Run.Approved(product, workflow);
        byte[] left = (await run.Author.Release(run.Id)).Ok().Body;

        (int code, string output) = Verify(left, "--key", (await run.Look()).Seal!.KeyId);

        Assert.Equal(0, code);
        Assert.Contains($"{run.Reviewer.PersonId} signed", output, StringComparison.Ordinal);
        Assert.Contains("Byte for byte the sealed file.", output, StringComparison.Ordinal);
        Assert.Contains(", trusted.", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task A_replay_after_a_new_key_has_the_same_bytes(string workflow)
    {
        Run run = await Run.Approved(product, workflow);
        byte[] left = (await run.Author.Release(run.Id, "one key")).Ok().Body;
        (await (await product.As(LocalPeople.TeodorIvanov)).Post("keys/rotation")).Ok();
        Assert.Equal(left, (await run.Author.Release(run.Id, "one key")).Ok().Body);
    }

    [Fact]
    public async Task What_a_new_key_has_sealed_is_trusted_by_way_of_the_old_one()
    {
        Run before = await Run.Approved(product);
        string old = (await before.Look()).Seal!.KeyId;
        (await (await product.As(LocalPeople.TeodorIvanov)).Post("keys/rotation")).Ok();
        Run run = await Run.Approved(product);
        (int code, string output) = Verify((await run.Author.Release(run.Id)).Ok().Body, "--key", old);
        Assert.Equal(0, code);
        Assert.DoesNotContain($"Key: {old}", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C95")]
    public async Task A_clean_copy_of_a_document_verifies_with_the_seal_beside_it()
    {
        Run run = await Run.Approved(product);
        (await run.Author.Release(run.Id)).Ok();
        byte[] copy = (await run.Author.Get($"handoffs/{run.Id}/clean-copy")).Ok().Body;
        string seal = (await run.Author.Get($"handoffs/{run.Id}/seal")).Ok().Text;

        Assert.Empty(CustomXml.Find(copy, SealProof.XmlNamespace));
        Assert.Empty(DocumentValidation.Validate(copy));
        Assert.Equal(1, Verify(copy).Code);
        (int code, string output) = Verify(copy, "--seal", Kept("seal.json", Encoding.UTF8.GetBytes(seal)));
        Assert.Equal(0, code);
        Assert.Contains("Not byte for byte", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C95")]
    public async Task A_clean_copy_of_a_mail_has_no_id_of_ours()
    {
        Run run = await Run.Approved(product, Run.Email);
        (await run.Author.Release(run.Id)).Ok();
        Answer copy = (await run.Author.Get($"handoffs/{run.Id}/clean-copy")).Ok();
        Assert.DoesNotContain($"{run.Id:N}", copy.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-HandoffOffice", copy.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Verify(copy.Body, "--seal", Kept("seal.json", (await run.Author.Get($"handoffs/{run.Id}/seal")).Ok().Body)).Code);
    }

    [Fact]
    [Trait("Capability", "C95")]
    public async Task Where_hidden_text_was_approved_there_is_no_clean_copy()
    {
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, Docx.Saying("Ours.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not seen."))).Ok();
        await run.Drafted();
        (await run.Reviewer.DecideRest(run.Id)).Ok();
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Release(run.Id)).Ok();
        (await run.Author.Get($"handoffs/{run.Id}/clean-copy")).Refused(409, "no-clean-copy");
    }

    [Fact]
    public async Task Copy_and_seal_are_there_after_the_release_and_for_its_people()
    {
        Run run = await Run.Approved(product);
        foreach (string path in new[] { "clean-copy", "seal" })
        {
            (await run.Author.Get($"handoffs/{run.Id}/{path}")).Refused(409, "not-released");
            (await run.Author.Get($"handoffs/{Guid.NewGuid()}/{path}")).Refused(404, "unknown-handoff");
        }

        (await run.Author.Release(run.Id)).Ok();
        Session stranger = await product.As(LocalPeople.MeiTanaka);
        (await stranger.Get($"handoffs/{run.Id}/clean-copy")).Refused(403, "not-your-handoff");
        (await stranger.Get($"handoffs/{run.Id}/seal")).Refused(403, "not-your-handoff");
        product.Sql("UPDATE Files SET Content = @new WHERE HandoffId = @id AND Kind = 'Sealed'", ("@id", run.Id), ("@new", Docx.Saying("We promise a refund.")));
        (await run.Author.Get($"handoffs/{run.Id}/clean-copy")).Refused(409, "seal-broken");
    }

    [Fact]
    [Trait("Capability", "C99")]
    public async Task A_mail_of_rules_has_no_mark_of_AI()
    {
        Run run = await Run.Approved(product, Run.Email);
        using MimeMessage mail = MimeMessage.Load(new MemoryStream((await run.Author.Release(run.Id)).Ok().Body), TestContext.Current.CancellationToken);
        Assert.Null(mail.Headers[SealProof.MarkHeader]);
        Assert.EndsWith("no AI.", SealProof.ParseBase64(mail.Headers[SealProof.Header]!).Statement, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C80")]
    public async Task A_new_key_is_on_record_in_the_ledger_of_whose_administrator_asked()
    {
        Run run = await Run.Approved(product);
        string old = (await run.Look()).Seal!.KeyId;
        Session administrator = await product.As(LocalPeople.TeodorIvanov);
        Answer rotated = (await administrator.Post("keys/rotation")).Ok();
        string export = (await administrator.Get("ledger/export")).Ok().Text;
        string entry = Assert.Single(export.Split('\n'), line => line.Contains("\"kind\":\"KeyRotated\"", StringComparison.Ordinal));
        Assert.Contains($"\"facts\":{{\"from\":\"{old}\",\"key\":\"{rotated.Json.GetProperty("keyId").GetString()}\"}}", entry, StringComparison.Ordinal);
        Assert.Contains(administrator.PersonId, entry, StringComparison.Ordinal);
        Assert.DoesNotContain("\"handoff\":", entry, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("ledger/head")).Status);
    }

    private (int Code, string Output) Verify(byte[] left, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = HandoffCommand.Run(["verify", "document", Kept("left", left), .. more], output, error);
        Assert.Empty(error.ToString());
        return (code, output.ToString());
    }

    private string Kept(string name, byte[] content)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
