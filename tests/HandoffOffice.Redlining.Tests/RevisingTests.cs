using CsCheck;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What is there is revised sentence by sentence; whatever is decided about them, the text reads as decided.</summary>
[Trait("Capability", "C60")]
public sealed class RevisingTests
{
    private const string Tag = "summary";

    [Fact]
    public void A_sentence_that_is_like_another_changes_only_its_other_words()
    {
        var revised = Revise("The launch is on 3 May. We thank you.", P(R("a", "The launch is on 3 May.", "The launch is on 9 June."), K("We thank you.")));
        Assert.Equal(["3 May"], Revisions.List(revised.File).Where(r => r.Kind == RevisionKind.Deletion).Select(r => r.Text));
        Assert.Equal(Revisions.List(revised.File).Select(r => r.Id), revised.Revisions["a"]);
    }

    [Fact]
    public void A_paragraph_that_goes_takes_its_mark_with_it()
    {
        var revised = Revise("One is here. Two is here.|Three is here.", P(D("a", "One is here."), D("b", "Two is here.")), P(K("Three is here.")));
        var mark = Assert.Single(revised.Revisions["a"].Intersect(revised.Revisions["b"]));
        Assert.Equal(RevisionKind.ParagraphMarkDeletion, Revisions.List(revised.File).Single(r => r.Id == mark).Kind);
        Assert.Equal(["Three is here."], Text(Revisions.AcceptAll(revised.File)));
        Drafts.AssertValid(revised.File);
        Drafts.AssertValid(Revisions.AcceptAll(revised.File));
    }

    [Fact]
    public void A_new_paragraph_looks_like_the_one_before_it()
    {
        var file = Docx.Bytes(Control(Docx.P(Docx.R("One."), "<w:pStyle w:val=\"Quote\"/>")));
        var revised = SectionRevising.Revise(file, [new RevisedSection(Tag, [P(K("One.")), P(I("a", "Two."), I("b", "Three."))])], Drafts.Author);
        Assert.Equal(["One.", "Two. Three."], Text(Revisions.AcceptAll(revised.File)));
        Assert.Equal(2, Docx.PartOf(revised.File, "word/document.xml").Split("<w:pStyle w:val=\"Quote\"/>").Length - 1);
        Assert.Equal(["One.", "Three."], Text(Decide(revised, ("a", false), ("b", true))));
    }

    [Fact]
    public void Everything_beside_the_sections_keeps_its_bytes()
    {
        const string before = "<w:p w:rsidR=\"00A1\"><w:r><w:t>Before.</w:t></w:r></w:p>";
        const string behind = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p>";
        var file = Docx.Bytes(before + Control(Docx.P(Docx.R("One is here."))) + behind);
        var revised = SectionRevising.Revise(file, [new RevisedSection(Tag, [P(R("a", "One is here.", "Two are here."))])], Drafts.Author);
        var xml = Docx.PartOf(revised.File, "word/document.xml");
        Assert.Contains(before, xml, StringComparison.Ordinal);
        Assert.Contains(behind, xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_within_a_paragraph_is_revised_there()
    {
        var file = Docx.Bytes($"<w:p>{Docx.R("Status: One is here. ")}{Sdt(Docx.R("One is here. It is fine."))}{Docx.R(" End.")}</w:p>");
        var revised = SectionRevising.Revise(file, [new RevisedSection(Tag, [P(R("a", "One is here.", "Two are here."), D("b", "It is fine."), I("c", "Good."))])], Drafts.Author);
        Assert.Equal("Status: One is here. Two are here. Good. End.", DocumentText.ReadBody(Revisions.AcceptAll(revised.File), RevisionView.Accepted));
        Assert.Equal("Status: One is here. One is here. It is fine. Good. End.", DocumentText.ReadBody(Decide(revised, ("a", false), ("b", false), ("c", true)), RevisionView.Accepted));
    }

    [Fact]
    public void A_locked_control_refuses_the_edit_and_says_where()
    {
        var file = Docx.Bytes(Control(Docx.P(Docx.R("One is here.")), "<w:lock w:val=\"contentLocked\"/>"));
        var refused = Assert.Throws<SectionEditRefusedException>(
            () => SectionRevising.Revise(file, [new RevisedSection(Tag, [P(R("a", "One is here.", "Two are here."))])], Drafts.Author));
        Assert.Equal((DocumentEditRefusals.NotEditable, Tag, 0), (refused.Code, refused.Tag, refused.Paragraph));
    }

    [Fact]
    public void A_document_that_says_something_else_is_not_touched() =>
        Assert.Throws<ArgumentException>(() => Revise("One is here.", P(R("a", "Another.", "Two are here."))));

    [Fact]
    public void Headings_tables_and_placeholders_are_no_text_of_a_section()
    {
        var file = Docx.Bytes(Control(Docx.P(Docx.R("Heading"), "<w:outlineLvl w:val=\"0\"/>") + Docx.P(Docx.R("Text.")) + Docx.P("")));
        var section = Assert.Single(SectionDrafting.Existing(file, [Tag, "missing"]));
        Assert.Equal(("Text.", true), (Assert.Single(section.Paragraphs), section.CanBeEdited));
        Assert.Empty(Assert.Single(SectionDrafting.Existing(Drafts.Template(), [Tag])).Paragraphs);
        var table = Docx.Bytes(Control("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        Assert.False(Assert.Single(SectionDrafting.Existing(table, [Tag])).CanBeEdited);
    }

    [Fact]
    [Trait("Capability", "C61")]
    public void A_comment_hangs_on_words_that_are_kept_changed_or_gone()
    {
        var revised = Revise("It was due on 3 May. It is late.|One goes.", P(R("a", "It was due on 3 May.", "It was due on 9 June."), K("It is late.")), P(D("b", "One goes.")));
        var file = Comments.Add(revised.File,
        [
            On(new CommentPlace.Section(Tag, 0, "It was ".Length, "due on 9".Length)), On(new CommentPlace.Section(Tag, 0, "It was due on 9 June. It is ".Length, "late".Length)),
            On(new CommentPlace.Change(revised.Revisions["b"][0], 0, 0)),
        ]);

        Assert.Equal(["due on 3 May9", "late", "One goes."], Comments.List(file).Select(comment => comment.Anchor));
        Assert.Equal(["due on 9", "late"], Comments.List(Revisions.AcceptAll(file)).Select(comment => comment.Anchor).Where(anchor => anchor.Length > 0));
        Assert.Equal(Revisions.List(revised.File), Revisions.List(file));
        Drafts.AssertValid(file);
        Assert.Throws<ArgumentOutOfRangeException>(() => Comments.Add(revised.File, [On(new CommentPlace.Section(Tag, 1, 0, 3))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comments.Add(revised.File, [On(new CommentPlace.Section(Tag, 0, 30, 10))]));

        static NewComment On(CommentPlace at) => new(at, "Checks", "C", Drafts.Author.Date, "Look here.");
    }

    /// <summary>Random paragraphs with random fates, decided at random: kept runs are cut anywhere, so that sentences share runs and lie across several.</summary>
    private static readonly Gen<(RevisedParagraph[] Paragraphs, int[] Cuts, int Decisions)> Cases = Gen.Select(
        Sentences().Array[1, 4], Gen.Int[1, 9].Array[8], Gen.Int[0, int.MaxValue - 1], (fates, cuts, decisions) => (Named(fates), cuts, decisions));

    [Fact]
    public void Any_subset_of_the_changes_gives_a_text_of_exactly_the_chosen_sides() => Cases.Sample(
        one =>
        {
            if (!Array.Exists(one.Paragraphs, paragraph => paragraph.Sentences.Any(sentence => sentence.Original is not null)))
            {
                return;
            }

            var file = Docx.Bytes(Control(string.Concat(one.Paragraphs.Select(paragraph => Original(paragraph, one.Cuts)))) + Docx.P(Docx.R("Outside.")));
            var revised = SectionRevising.Revise(file, [new RevisedSection(Tag, one.Paragraphs)], Drafts.Author);
            var keys = revised.Revisions.Keys.Order(StringComparer.Ordinal).Select((key, index) => (key, Accepted: (one.Decisions >> (index % 31) & 1) == 1)).ToArray();
            var half = keys.Length / 2;
            var decided = Decide(revised with { File = Decide(revised, keys[..half]) }, keys);

            var accepted = keys.ToDictionary(pair => pair.key, pair => pair.Accepted);
            Assert.Equal(Chosen(one.Paragraphs, accepted), Text(decided));
            Assert.Equal(0, Revisions.Pending(decided));
            Assert.Equal(Chosen(one.Paragraphs, keys.ToDictionary(pair => pair.key, _ => false)), Text(Revisions.RejectAll(revised.File)));
            Assert.Equal(Chosen(one.Paragraphs, keys.ToDictionary(pair => pair.key, _ => true)), Text(Revisions.AcceptAll(revised.File)));
            Drafts.AssertValid(revised.File);
            Drafts.AssertValid(decided);
        },
        seed: "0002bXpCwFq1", iter: 150, threads: -1, print: one => string.Join(" / ", one.Paragraphs.Select(p => string.Join(", ", p.Sentences))));

    // Either some sentence stays in place, or the paragraph is all new or all old.
    private static Gen<int[]> Sentences() => Gen.OneOf(
        Gen.Int[0, 3].Array[0, 2].SelectMany(before => Gen.Int[0, 3].Array[0, 2].Select(after => (int[])[.. before, 0, .. after])),
        Gen.Int[0, 3].Array[0, 2].Select(after => (int[])[1, .. after]),
        Gen.Const(2).Array[1, 3], Gen.Const(3).Array[1, 3]);

    private static RevisedParagraph[] Named(int[][] fates)
    {
        var next = 0;
        return
        [
            .. fates.Select(paragraph => new RevisedParagraph(
            [
                .. paragraph.Select(fate => (Number: next++, fate)).Select(one => one.fate switch
                {
                    0 => K($"Kept {one.Number % 3} is here.") with { Key = $"k{one.Number}" },
                    1 => R($"k{one.Number}", $"Item {one.Number % 2} was due on 3 May.", $"The item {one.Number % 2} is due on 9 June."),
                    2 => D($"k{one.Number}", $"Old {one.Number % 2} goes."),
                    _ => I($"k{one.Number}", $"New {one.Number % 2} comes."),
                }),
            ])),
        ];
    }

    private static string Original(RevisedParagraph paragraph, int[] cuts)
    {
        var text = string.Join(' ', paragraph.Sentences.Select(sentence => sentence.Original).OfType<string>());
        var runs = new List<string>();
        for (var (at, cut) = (0, 0); at < text.Length; cut++)
        {
            var end = Math.Min(text.Length, at + 3 * cuts[cut % cuts.Length]);
            runs.Add(Docx.R(text[at..end]));
            at = end;
        }

        return runs.Count == 0 ? "" : Docx.P(string.Concat(runs));
    }

    private static IEnumerable<string> Chosen(IEnumerable<RevisedParagraph> paragraphs, Dictionary<string, bool> accepted) => paragraphs
        .Select(paragraph => string.Join(' ', paragraph.Sentences
            .Select(sentence => sentence.Text == sentence.Original || accepted[sentence.Key] ? sentence.Text : sentence.Original).OfType<string>()))
        .Where(text => text.Length > 0);

    private static byte[] Decide(RevisedDocument revised, params (string Key, bool Accepted)[] decisions)
    {
        var pending = Revisions.List(revised.File).Select(revision => revision.Id).ToHashSet();
        var accepted = decisions.ToDictionary(decision => decision.Key, decision => decision.Accepted);
        var ids = from pair in revised.Revisions from id in pair.Value where pending.Contains(id) group pair.Key by id;
        return Revisions.Decide(revised.File,
        [
            .. ids.Where(keys => keys.All(accepted.ContainsKey))
                .Select(keys => keys.All(key => accepted[key]) ? (RevisionDecision)new RevisionDecision.Accept(keys.Key) : new RevisionDecision.Reject(keys.Key)),
        ]);
    }

    private static RevisedDocument Revise(string text, params RevisedParagraph[] paragraphs) => SectionRevising.Revise(
        Docx.Bytes(Control(string.Concat(text.Split('|').Select(paragraph => Docx.P(Docx.R(paragraph)))))), [new RevisedSection(Tag, paragraphs)], Drafts.Author);

    // Exactly the text, with its spaces; what stays of a paragraph that was to go as a whole may end in one.
    private static IEnumerable<string> Text(byte[] file) => SectionDrafting.Existing(file, [Tag])[0].Paragraphs.Select(paragraph => paragraph.TrimEnd());

    private static string Control(string content, string properties = "") => Sdt(content, properties);

    private static string Sdt(string content, string properties = "") =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{Tag}\"/>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static RevisedParagraph P(params RevisedSentence[] sentences) => new(sentences);

    private static RevisedSentence K(string text) => new(text, text, text);

    private static RevisedSentence R(string key, string original, string text) => new(key, original, text);

    private static RevisedSentence D(string key, string original) => new(key, original, null);

    private static RevisedSentence I(string key, string text) => new(key, null, text);
}
