using CsCheck;
using static HandoffOffice.Redlining.Tests.Drafts;

namespace HandoffOffice.Redlining.Tests;

public sealed class DraftingTests
{
    private static DraftedDocument TwoParagraphs() =>
        Insert(Section("summary", ["One is done.", "Two is late.", "Three follows."], ["Four is new.", "Five as well."]));

    [Fact]
    public void The_template_is_valid_and_has_a_placeholder_that_is_no_text()
    {
        AssertValid(Template());
        Assert.Equal("Project status: Helios\nWeek 10, prepared for Contoso\nSummary\n\nRisks\n\n", DocumentText.ReadBody(Template(), RevisionView.Accepted));
    }

    [Fact]
    public void The_footer_says_page_X_of_Y_in_the_documents_language()
    {
        var german = DocumentTemplate.Create(new TemplateContent("Titel", null, "de-DE", [], "Vertraulich"));

        var footer = DocumentText.Read(german, RevisionView.Accepted).Single(story => story.Part == "/word/footer1.xml");

        Assert.Equal(["Vertraulich\tSeite 1 von 1"], footer.Paragraphs);
        AssertValid(german);
    }

    [Fact]
    [Trait("Capability", "C59")]
    public void Each_sentence_is_one_insertion_with_an_id_and_an_author()
    {
        var draft = TwoParagraphs();

        var rows = Revisions.List(draft.File);

        Assert.Equal(["One is done.", "Two is late.", "Three follows.", "Four is new.", "Five as well."], rows.Select(row => row.Text));
        Assert.Equal(draft.Sentences.Select(sentence => sentence.RevisionId), rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal((RevisionKind.Insertion, Author.Name, Author.Date), (row.Kind, row.Author, row.Date)));
        Assert.Equal(6, Revisions.Pending(draft.File));
        AssertValid(draft.File);
    }

    [Fact]
    [Trait("Capability", "C92")]
    public void Accepting_all_gives_the_draft_and_rejecting_all_the_original()
    {
        var draft = TwoParagraphs();
        var accepted = Revisions.AcceptAll(draft.File);
        var rejected = Revisions.RejectAll(draft.File);

        Assert.Equal("Project status: Helios\nWeek 10, prepared for Contoso\nSummary\nOne is done. Two is late. Three follows.\nFour is new. Five as well.\nRisks\n\n",
            DocumentText.ReadBody(accepted, RevisionView.Accepted));
        Assert.Equal(DocumentText.ReadBody(Template(), RevisionView.Accepted), DocumentText.ReadBody(rejected, RevisionView.Accepted));
        Assert.Equal((0, 0), (Revisions.Pending(accepted), Revisions.Pending(rejected)));
        AssertValid(accepted);
        AssertValid(rejected);
    }

    [Fact]
    [Trait("Capability", "C59")]
    public void Parts_that_the_draft_does_not_touch_keep_their_bytes()
    {
        var file = TwoParagraphs().File;

        foreach (var part in new[] { "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml" })
        {
            Assert.Equal(Docx.PartOf(Template(), part), Docx.PartOf(file, part));
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        Assert.Equal(Template(), Template());
        Assert.Equal(TwoParagraphs().File, TwoParagraphs().File);
        Assert.Equal(Revisions.AcceptAll(TwoParagraphs().File), Revisions.AcceptAll(TwoParagraphs().File));
    }

    [Theory]
    [InlineData("summary-0-0", "Two is late. Three follows.")]
    [InlineData("summary-0-1", "One is done. Three follows.")]
    [InlineData("summary-0-2", "One is done. Two is late.")]
    public void A_sentence_that_is_rejected_leaves_neat_text(string key, string expected)
    {
        var draft = TwoParagraphs();

        var file = Revisions.Reject(draft.File, [draft.Id(key)]);

        Assert.Contains("\n" + expected + "\n", DocumentText.ReadBody(file, RevisionView.Accepted), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C92")]
    public void Decisions_one_by_one_in_any_order_equal_the_decisions_at_once_and_leave_neat_text()
    {
        var draft = TwoParagraphs();
        Gen.Select(Gen.Bool.Array[5], Gen.Shuffle(FiveSentences)).Sample((accept, order) =>
        {
            var file = draft.File;
            foreach (var at in order)
            {
                var id = draft.Sentences[at].RevisionId;
                file = accept[at] ? Revisions.Accept(file, [id]) : Revisions.Reject(file, [id]);
            }

            var atOnce = Revisions.Decide(draft.File, [.. order.Select(at => Decision(draft.Sentences[at].RevisionId, accept[at]))]);
            var text = DocumentText.ReadBody(file, RevisionView.Accepted);
            Assert.Equal(DocumentText.ReadBody(atOnce, RevisionView.Accepted), text);
            Assert.Equal(Expected(accept), text);
            Assert.Equal(0, Revisions.Pending(file));
            AssertValid(file);
        }, iter: 60, seed: "0N0XIzNsQ0O2", print: t => $"{string.Join(',', t.Item1)} in order {string.Join(',', t.Item2)}");
    }

    [Fact]
    public void A_paragraph_disappears_with_its_last_sentence_and_stays_with_its_first()
    {
        var draft = TwoParagraphs();
        var half = Revisions.Reject(draft.File, [draft.Id("summary-1-0")]);
        var gone = Revisions.Reject(half, [draft.Id("summary-1-1")]);
        var kept = Revisions.Accept(half, [draft.Id("summary-1-1")]);

        Assert.Equal(5, Revisions.Pending(half));
        Assert.DoesNotContain("Five", DocumentText.ReadBody(gone, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.Equal((3, 3), (Revisions.Pending(gone), Revisions.Pending(kept)));
    }

    [Fact]
    public void A_control_with_everything_rejected_shows_an_empty_placeholder_again()
    {
        var draft = TwoParagraphs();

        var file = Revisions.Reject(draft.File, draft.Sentences.Select(sentence => sentence.RevisionId));

        Assert.Equal(0, Revisions.Pending(file));
        Assert.Equal(3, Docx.PartOf(file, "word/document.xml").Split("w:showingPlcHdr").Length - 1);
        AssertValid(file);
    }

    [Fact]
    public void An_edited_sentence_is_taken_in_as_plain_text_with_the_space_after_it()
    {
        var draft = TwoParagraphs();

        var file = Revisions.Decide(draft.File, [new RevisionDecision.AcceptEdited(draft.Id("summary-0-0"), "  <b>One</b> & only.\u0001 ")]);

        Assert.Contains("\n<b>One</b> & only.\uFFFD Two is late. Three follows.\n", DocumentText.ReadBody(file, RevisionView.Accepted), StringComparison.Ordinal);
        AssertValid(file);
    }

    [Fact]
    public void A_section_without_a_control_is_appended_with_a_heading_that_follows_it()
    {
        var draft = Insert(Section("summary", ["Known."]), Section("other", "Next steps", ["First.", "Second."], ["Third."]));
        var rejected = Revisions.Reject(draft.File, draft.Sentences.Select(sentence => sentence.RevisionId));
        var accepted = Revisions.Accept(draft.File, draft.Sentences.Select(sentence => sentence.RevisionId));
        var mixed = Revisions.Accept(Revisions.Reject(draft.File, [draft.Id("other-0-0"), draft.Id("other-1-0")]), [draft.Id("other-0-1")]);

        Assert.Equal(4, Revisions.List(draft.File).Count);
        Assert.EndsWith("\nNext steps\nFirst. Second.\nThird.", DocumentText.ReadBody(accepted, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.EndsWith("\nNext steps\nSecond.", DocumentText.ReadBody(mixed, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.Equal(DocumentText.ReadBody(Template(), RevisionView.Accepted), DocumentText.ReadBody(rejected, RevisionView.Accepted));
        Assert.Equal((0, 0, 1), (Revisions.Pending(accepted), Revisions.Pending(rejected), Revisions.Pending(mixed)));
        Assert.All([draft.File, accepted, rejected, mixed], AssertValid);
        Assert.DoesNotContain(Followers, Docx.PartOf(accepted, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_a_control_has_stays_and_the_draft_follows_it()
    {
        var file = Docx.Bytes($"""<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>{Docx.P("<w:r><w:rPr><w:i/></w:rPr><w:t>Before.</w:t></w:r>")}</w:sdtContent></w:sdt>{Docx.P("")}""");

        var draft = SectionDrafting.Insert(file, [Section("a", ["After."])], Author);

        Assert.Equal("Before.\nAfter.\n", DocumentText.ReadBody(draft.File, RevisionView.Accepted));
        Assert.Equal(2, Docx.PartOf(draft.File, "word/document.xml").Split("<w:i/>").Length - 1);
        Assert.Equal(DocumentText.ReadBody(file, RevisionView.Accepted), DocumentText.ReadBody(Revisions.RejectAll(draft.File), RevisionView.Accepted));
        AssertValid(draft.File);
    }

    [Fact]
    public void A_control_inside_a_paragraph_takes_one_paragraph_and_refuses_two()
    {
        var file = Docx.Bytes(Docx.P($"""{Docx.R("Dear ")}<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>{Docx.R("Ann")}</w:sdtContent></w:sdt>{Docx.R("!")}"""));
        var draft = SectionDrafting.Insert(file, [Section("a", ["and Bob", "and Cy"])], Author);

        Assert.Equal("Dear Ann and Bob and Cy!", DocumentText.ReadBody(draft.File, RevisionView.Accepted));
        Assert.Equal("Dear Ann and Cy!", DocumentText.ReadBody(Revisions.Reject(draft.File, [draft.Id("a-0-0")]), RevisionView.Accepted));
        Assert.Equal("Dear Ann!", DocumentText.ReadBody(Revisions.RejectAll(draft.File), RevisionView.Accepted));
        AssertValid(draft.File);
        var refused = Assert.Throws<DocumentRefusedException>(() => SectionDrafting.Insert(file, [Section("a", ["One."], ["Two."])], Author));
        Assert.Equal("control-not-writable", refused.Code);
    }

    private static readonly int[] FiveSentences = [0, 1, 2, 3, 4];

    private const string Followers = "_DraftedSection";

    private static RevisionDecision Decision(string id, bool accept) =>
        accept ? new RevisionDecision.Accept(id) : new RevisionDecision.Reject(id);

    private static string Expected(bool[] accept)
    {
        string[][] draft = [["One is done.", "Two is late.", "Three follows."], ["Four is new.", "Five as well."]];
        var at = 0;
        var paragraphs = draft.Select(p => string.Join(' ', p.Where(_ => accept[at++]))).Where(p => p.Length > 0).ToList();
        var control = paragraphs.Count == 0 ? "" : string.Join('\n', paragraphs);
        return $"Project status: Helios\nWeek 10, prepared for Contoso\nSummary\n{control}\nRisks\n\n";
    }
}
