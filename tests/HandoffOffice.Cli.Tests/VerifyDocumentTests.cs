using System.IO.Compression;
using System.Text;
using System.Text.Json;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Tests;

[Trait("Capability", "C63")]
public sealed class VerifyDocumentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("handoff-cli-").FullName;
    private readonly SealedFiles files = new();

    public void Dispose()
    {
        files.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_released_document_is_genuine_and_says_who_approved_it()
    {
        var (code, output, error) = Verify(Sealed());

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("GENUINE", output, StringComparison.Ordinal);
        foreach (string said in new[]
        {
            "Reviewed and approved by 1 named person on 2026-03-02; drafted by AI (gpt-5.1).", "oid-rita signed 2026-03-02 09:00Z as Approval", "Ground: Review",
            "client-status-report, version 3", "Byte for byte the sealed file.", "The approval holds until 2126-", "the file's own claim",
        })
        {
            Assert.Contains(said, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_released_mail_is_genuine()
    {
        var (code, output, _) = Verify(SealedMail(SealedFiles.Mail()));

        Assert.Equal(0, code);
        Assert.Contains("Byte for byte the sealed file.", output, StringComparison.Ordinal);
        Assert.Contains("Subject: Status. To: client@example.org.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_that_went_through_other_servers_is_still_genuine()
    {
        string file = SealedMail(SealedFiles.Mail());
        File.WriteAllText(file, "Received: from a by b; Mon, 2 Mar 2026 09:01:00 +0000\r\n" + File.ReadAllText(file));
        var (code, output, _) = Verify(file);

        Assert.Equal(0, code);
        Assert.Contains("Not byte for byte", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_below_that_stood_in_the_mail_before_is_told_and_everything_else_there_differs()
    {
        string mail = SealedFiles.Mail();
        string signed = mail.Replace("</p>", "</p><p>Ada Ames, Contoso</p>", StringComparison.Ordinal);
        signed = signed.Replace($"{SealedFiles.Text}\r\n", $"{SealedFiles.Text}\r\n\r\nAda Ames, Contoso\r\n", StringComparison.Ordinal);
        string tail = $"{CapturedTail.Header}: {CapturedTail.Of(CanonicalHtml.Of("<p>Ada Ames, Contoso</p>").Text)}\r\n";
        string file = SealedMail(signed);
        string withTail = tail + File.ReadAllText(file);

        Differs("text", file);
        var (code, output, _) = Verify(KeptText("tail.eml", withTail));
        Assert.Equal(0, code);
        Assert.Contains("Below the approved text stands what nobody approved.", output, StringComparison.Ordinal);
        Assert.Contains("Ada Ames, Contoso", output, StringComparison.Ordinal);
        Assert.Equal("Ada Ames, Contoso", JsonSerializer.Deserialize<JsonElement>(Verify(Path("tail.eml"), "--json").Output).GetProperty("below").GetString());
        Differs("text", KeptText("other.eml", withTail.Replace("<p>Ada Ames", "<p>Eve Ames", StringComparison.Ordinal)));
        Differs("text", KeptText("above.eml", withTail.Replace("<p>We", "<p>They", StringComparison.Ordinal)));
        Differs("text", KeptText("plain.eml", withTail.Replace("\r\nWe shipped", "\r\nThey shipped", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_expired_approval_was_for_the_release_and_what_left_before_is_genuine()
    {
        using var earlier = new SealedFiles { ExpiresAt = new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero) };
        byte[] document = SealedFiles.Document();
        var (code, output, _) = Verify(Kept("a.docx", SealedFiles.With(document, earlier.ProofOf(document).Write())));

        Assert.Equal(0, code);
        Assert.Contains("for release before 2026-03-04 09:00Z, which has passed. What left before that is still genuine", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_changed_word_is_found() =>
        Differs("text", Kept("a.docx", Rewritten("version 4.2", "version 4.3")));

    [Fact]
    public void Hidden_text_that_was_added_is_found() =>
        Differs("text", Kept("a.docx", Rewritten("<w:sectPr>", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A refund is promised.</w:t></w:r></w:p><w:sectPr>")));

    [Fact]
    public void A_tracked_change_that_was_added_is_found() =>
        Differs("changes", Kept("a.docx", Rewritten("<w:sectPr>", """<w:p><w:del w:id="9" w:author="X"><w:r><w:delText>A refund is promised.</w:delText></w:r></w:del></w:p><w:sectPr>""")));

    [Theory]
    [InlineData("other@example.org", SealedFiles.Text, "recipients")]
    [InlineData("client@example.org, other@example.org", SealedFiles.Text, "recipients")]
    [InlineData("client@example.org", "We shipped version 4.3 on 3 March.", "text")]
    public void What_changed_in_a_mail_is_named(string to, string text, string code) => Differs(code, SealedMail(SealedFiles.Mail(to, text)));

    [Fact]
    [Trait("Capability", "C100")]
    public void A_sensitivity_label_that_was_not_approved_is_found()
    {
        var label = new Guid("11111111-2222-4333-8444-555555555501");
        IReadOnlyList<KeyValuePair<string, string>> entries = SensitivityLabel.Entries(label, "tenant-1", DateTimeOffset.UnixEpoch);
        string said = Differs("label", SealedMail($"{SensitivityLabel.Header}: {SensitivityLabel.HeaderOf(entries)}\r\n{SealedFiles.Mail()}"));
        Assert.Contains($"{label}", said, StringComparison.Ordinal);

        string proof = files.ProofOf(SealedFiles.Document()).Write();
        Differs("label", Kept("a.docx", SealedFiles.With(CustomProperties.Add(SealedFiles.Document(), entries), proof)));
    }

    [Fact]
    public void A_subject_an_attachment_or_two_bodies_that_differ_are_found()
    {
        string mail = SealedFiles.Mail();
        Differs("subject", SealedMail(mail.Replace("Subject: Status", "Subject: Refund", StringComparison.Ordinal)));
        Differs("text", SealedMail(mail.Replace("<p>We", "<p>They", StringComparison.Ordinal)));
        Differs("attachments", SealedMail(mail.Replace("--b--", "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=offer.pdf\r\n\r\nx\r\n--b--", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_mark_of_origin_is_found()
    {
        string file = SealedMail(SealedFiles.Mail());
        File.WriteAllText(file, File.ReadAllText(file).Replace("digitalsourcetype/trained", "digitalsourcetype/human", StringComparison.Ordinal));
        Differs("origin-mark", file);
    }

    [Fact]
    public void Another_documents_seal_is_no_seal_of_this_one() =>
        Differs("text", Kept("a.docx", SealedFiles.With(SealedFiles.Document(), files.ProofOf(SealedFiles.Document("Another text.")).Write())));

    [Fact]
    public void A_seal_that_was_changed_is_found_and_says_nothing()
    {
        byte[] document = SealedFiles.Document();
        string forged = files.ProofOf(document).Write().Replace("oid-rita", "oid-boss", StringComparison.Ordinal);
        Assert.DoesNotContain("oid-boss", Differs("signature", Kept("a.docx", SealedFiles.With(document, forged))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_a_seal_or_with_a_garbled_one_is_not_genuine()
    {
        Differs("no-seal", Kept("a.docx", SealedFiles.Document()));
        Differs("seal-unreadable", Kept("b.docx", SealedFiles.With(SealedFiles.Document(), "garbage")));
        File.WriteAllText(Path("c.eml"), $"{SealProof.Header}: %%%\r\n{SealedFiles.Mail()}");
        Differs("seal-unreadable", Path("c.eml"));
        File.WriteAllText(Path("d.eml"), $"{SealProof.Header}: AAAA\r\n{SealProof.Header}: AAAA\r\n{SealedFiles.Mail()}");
        Differs("several-seals", Path("d.eml"));
    }

    [Fact]
    public void A_copy_without_its_seal_is_verified_by_the_seal_beside_it()
    {
        byte[] document = SealedFiles.Document();
        File.WriteAllText(Path("seal.json"), files.ProofOf(document).Write());
        Assert.Equal(0, Verify(Kept("a.docx", document), "--seal", Path("seal.json")).Code);
    }

    [Fact]
    public void A_key_is_trusted_by_its_id_its_file_or_a_head_and_by_way_of_a_handover()
    {
        File.WriteAllText(Path("key.txt"), Convert.ToBase64String(files.First.PublicKey));
        File.WriteAllText(Path("heads.jsonl"), Head(files.First) + "\n");
        File.WriteAllText(Path("export.jsonl"), LedgerExport.Write(new LedgerExportHeader(LedgerExport.Form, "t", Signed(files.First), [files.Handover])) + "\n");
        foreach (string[] option in new string[][]
        {
            ["--key", files.Signing.Id], ["--key", files.First.Id], ["--key", Path("key.txt")], ["--head", Path("heads.jsonl")], ["--head", Path("export.jsonl")],
        })
        {
            var (code, output, _) = Verify(Sealed(), option);
            Assert.True(code == 0 && output.Contains($"Key: {files.Signing.Id}, trusted.", StringComparison.Ordinal), $"{string.Join(' ', option)}: {output}");
        }
    }

    [Fact]
    public void Another_key_is_not_trusted()
    {
        using SealKey other = SealKey.Create();
        File.WriteAllText(Path("heads.jsonl"), Head(other));
        Differs("key", Sealed(), "--key", other.Id);
        Differs("key", Sealed(), "--head", Path("heads.jsonl"));
    }

    [Fact]
    public void The_answer_is_json_on_demand()
    {
        JsonElement answer = JsonSerializer.Deserialize<JsonElement>(Verify(Kept("a.docx", Rewritten("version 4.2", "version 4.3")), "--json").Output);
        Assert.False(answer.GetProperty("genuine").GetBoolean());
        Assert.True(answer.GetProperty("sealHolds").GetBoolean());
        Assert.Equal("text", answer.GetProperty("differences")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("rubbish", null, null, "not-a-mail: ")]
    [InlineData(null, "rubbish", null, "not-a-seal: ")]
    [InlineData(null, "null", null, "not-a-seal: ")]
    [InlineData(null, null, "rubbish", "not-a-key: ")]
    [InlineData("PK rubbish", null, null, "not-a-zip: ")]
    public void Bad_input_is_said_in_one_line(string? file, string? seal, string? key, string says)
    {
        File.WriteAllText(Path("input"), file ?? seal ?? key);
        var (code, output, error) = Verify(file is null ? Sealed() : Path("input"), seal is not null ? ["--seal", Path("input")] : key is not null ? ["--key", Path("input")] : []);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("handoff: " + says, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Differs(string code, string file, params string[] more)
    {
        var (exit, output, _) = Verify(file, more);
        Assert.Equal(1, exit);
        Assert.StartsWith($"{code}: ", output, StringComparison.Ordinal);
        Assert.Contains("NOT genuine: 1 difference.", output, StringComparison.Ordinal);
        return output;
    }

    private string Sealed() => Kept("sealed.docx", SealedFiles.With(SealedFiles.Document(), files.ProofOf(SealedFiles.Document()).Write()));

    private string SealedMail(string mail)
    {
        File.WriteAllText(Path("sealed.eml"), SealedFiles.With(mail, files.ProofOf(SealedFiles.Mail())));
        return Path("sealed.eml");
    }

    /// <summary>The sealed document with another text in its main part.</summary>
    private byte[] Rewritten(string old, string now)
    {
        using var stream = new MemoryStream();
        stream.Write(File.ReadAllBytes(Sealed()));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = archive.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            Assert.Contains(old, xml, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
            writer.Write(xml.Replace(old, now, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    private string KeptText(string name, string content) => Kept(name, Encoding.UTF8.GetBytes(content));

    private string Kept(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private static string Head(SealKey key) => JsonSerializer.Serialize(Signed(key), WorkflowFile.Options);

    private static SignedTreeHead Signed(SealKey key) => key.Sign(new TreeHead("t", 0, new MerkleTree().Root, DateTimeOffset.UnixEpoch, key.Id));

    private static (int Code, string Output, string Error) Verify(string file, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (HandoffCommand.Run(["verify", "document", file, .. more], output, error), output.ToString(), error.ToString());
    }
}
