using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Tracked changes as Word makes them, each kind accepted and rejected (ECMA-376 Part 1, 17.13.5).</summary>
public sealed class RevisionTests
{
    /// <summary>Kind, body, the text accepted, the text rejected.</summary>
    public static TheoryData<RevisionKind, string, string, string> Kinds => new()
    {
        { RevisionKind.Insertion, P(R("a") + Ins(1, " b") + R(" c")), "a b c", "a c" },
        { RevisionKind.Deletion, P(R("a") + Del(1, " b") + R(" c")), "a c", "a b c" },
        { RevisionKind.ParagraphMarkInsertion, P(R("a"), Mark("ins", 1)) + P(R("b")), "a\nb", "ab" },
        { RevisionKind.ParagraphMarkDeletion, P(R("a"), Mark("del", 1)) + P(R("b")), "ab", "a\nb" },
        { RevisionKind.RunPropertiesChange, P($"<w:r><w:rPr><w:b/>{Change("rPrChange", 1, "<w:rPr><w:i/></w:rPr>")}</w:rPr><w:t>a</w:t></w:r>"), "a", "a" },
        { RevisionKind.ParagraphPropertiesChange, P(R("a"), $"<w:jc w:val=\"center\"/>{Change("pPrChange", 1, "<w:pPr><w:keepNext/></w:pPr>")}"), "a", "a" },
        { RevisionKind.SectionPropertiesChange, P(R("a")) + P("", $"<w:sectPr><w:pgSz w:w=\"100\" w:h=\"100\"/>{Change("sectPrChange", 1, "<w:sectPr/>")}</w:sectPr>"), "a\n", "a\n" },
        { RevisionKind.TableRowInsertion, Table(Row("a") + Row("b", Row1("ins"))) + P(""), "a\n", "a\n" },
        { RevisionKind.TableRowDeletion, Table(Row("a") + Row("b", Row1("del"))) + P(""), "a\n", "a\nb\n" },
        { RevisionKind.CellInsertion, Table($"<w:tr>{Cell("a")}{Cell("b", Change("cellIns", 1, ""))}</w:tr>") + P(""), "a\nb\n", "a\n" },
        { RevisionKind.CellDeletion, Table($"<w:tr>{Cell("a")}{Cell("b", Change("cellDel", 1, ""))}</w:tr>") + P(""), "a\n", "a\nb\n" },
        { RevisionKind.CellMerge, Table($"<w:tr>{Cell("a", "<w:cellMerge w:id=\"1\" w:author=\"Ann\" w:vMerge=\"cont\"/>")}</w:tr>") + P(""), "a\n", "a\n" },
        { RevisionKind.TableCellPropertiesChange, Table($"<w:tr>{Cell("a", Change("tcPrChange", 1, "<w:tcPr/>"))}</w:tr>") + P(""), "a\n", "a\n" },
        { RevisionKind.TableRowPropertiesChange, Table(Row("a", $"<w:trPr><w:cantSplit/>{Change("trPrChange", 1, "<w:trPr/>")}</w:trPr>")) + P(""), "a\n", "a\n" },
        { RevisionKind.NumberingInsertion, P(R("a"), $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/>{Change("ins", 1, "")}</w:numPr>"), "a", "a" },
        { RevisionKind.CustomXmlInsertion, P($"<w:customXmlInsRangeStart w:id=\"1\" w:author=\"Ann\"/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlInsRangeEnd w:id=\"1\"/>{R("a")}</w:sdtContent></w:sdt>"), "a", "a" },
        { RevisionKind.MathInsertion, P($"<m:oMath><m:f><m:fPr><m:ctrlPr>{Change("ins", 1, "")}</m:ctrlPr></m:fPr><m:num>{M("1")}</m:num><m:den>{M("2")}</m:den></m:f></m:oMath>"), "12", "12" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Capability", "C92")]
    public void Each_kind_is_listed_accepted_and_rejected(RevisionKind kind, string body, string accepted, string rejected)
    {
        var file = Bytes(body);
        var row = Assert.Single(Revisions.List(file));

        Assert.Equal(kind, row.Kind);
        Assert.Equal(accepted.Replace("a\n", kind == RevisionKind.TableRowInsertion ? "a\nb\n" : "a\n", StringComparison.Ordinal), Body(Revisions.Accept(file, [row.Id])));
        Assert.Equal(rejected, Body(Revisions.Reject(file, [row.Id])));
        Assert.All([Revisions.AcceptAll(file), Revisions.RejectAll(file)], settled =>
        {
            Assert.Equal(0, Revisions.Pending(settled));
            Drafts.AssertValid(settled);
        });
    }

    [Fact]
    public void Rejected_properties_are_those_of_before_and_accepted_ones_those_of_now()
    {
        var file = Bytes(P($"<w:r><w:rPr><w:b/>{Change("rPrChange", 1, "<w:rPr><w:i/></w:rPr>")}</w:rPr><w:t>a</w:t></w:r>",
            $"<w:jc w:val=\"center\"/><w:rPr><w:u/></w:rPr>{Change("pPrChange", 2, "<w:pPr><w:keepNext/></w:pPr>")}"));

        Assert.Contains("<w:pPr><w:keepNext/><w:rPr><w:u/></w:rPr></w:pPr><w:r><w:rPr><w:i/></w:rPr>", Xml(Revisions.RejectAll(file)), StringComparison.Ordinal);
        Assert.Contains("<w:pPr><w:jc w:val=\"center\"/><w:rPr><w:u/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr>", Xml(Revisions.AcceptAll(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_cells_get_the_state_that_was_decided()
    {
        var file = Bytes(Table($"<w:tr>{Cell("a", "<w:cellMerge w:id=\"1\" w:author=\"Ann\" w:vMerge=\"cont\" w:vMergeOrig=\"rest\"/>")}</w:tr>") + P(""));

        Assert.Contains("<w:vMerge w:val=\"continue\"/>", Xml(Revisions.AcceptAll(file)), StringComparison.Ordinal);
        Assert.Contains("<w:vMerge w:val=\"restart\"/>", Xml(Revisions.RejectAll(file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mark_before_tags_that_go_takes_them_along_so_that_no_empty_paragraph_stays(bool inserted)
    {
        var (mark, tags) = inserted ? ("ins", "customXmlInsRange") : ("del", "customXmlDelRange");
        var blocks = Bytes(Controlled(tags, 1, P("", Mark(mark, 5))) + P(R("a")));
        var inline = Bytes(P(R("a")) + P(Controlled(tags, 1, inserted ? Ins(4, "b") : Del(4, "b")), Mark(mark, 5)) + Table(Row("c")) + P(""));
        Func<ReadOnlyMemory<byte>, IEnumerable<string>, byte[]> go = inserted ? Revisions.Reject : Revisions.Accept;

        Assert.Equal("a", Body(go(blocks, ["5"])));
        Assert.Equal("a\nc\n", Body(go(inline, ["5"])));
    }

    [Fact]
    public void An_inserted_control_goes_with_the_last_of_its_paragraphs_and_not_before()
    {
        var file = Bytes(Controlled("customXmlInsRange", 1, P(Ins(4, "a"), Mark("ins", 5)) + P(Ins(6, "b"), Mark("ins", 7))) + P(R("c")));
        var first = Revisions.Reject(file, ["6"]);

        Assert.Equal("a\nc", Body(first));
        Assert.Contains("<w:sdt>", Xml(first), StringComparison.Ordinal);
        Assert.All([Revisions.Reject(first, ["4"]), Revisions.Reject(file, ["4", "6"])], rejected =>
        {
            Assert.Equal("c", Body(rejected));
            Assert.DoesNotContain("<w:sdt>", Xml(rejected), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Both_halves_of_a_move_are_one_decision()
    {
        var file = Bytes(P(Moved("moveFrom", 1, 2) + R("b")) + P(Moved("moveTo", 3, 4)));
        var rows = Revisions.List(file);

        Assert.Equal([RevisionKind.MoveFrom, RevisionKind.MoveTo], rows.Select(row => row.Kind));
        Assert.Equal("b\nmoved", Body(Revisions.Accept(file, [rows[0].Id])));
        Assert.Equal("movedb\n", Body(Revisions.Reject(file, [rows[1].Id])));
        Assert.Equal(0, Revisions.Pending(Revisions.Reject(file, [rows[1].Id])));
        var refused = Assert.Throws<RevisionNotSupportedException>(() =>
            Revisions.Decide(file, [new RevisionDecision.Accept(rows[0].Id), new RevisionDecision.Reject(rows[1].Id)]));
        Assert.Equal("move-decided-twice", refused.Code);
    }

    [Fact]
    public void A_change_in_a_header_counts_as_pending_and_can_be_decided()
    {
        var file = WithBody(P(R("a"))).Header(P(Ins(1, "Secret"))).Build();

        Assert.Equal("/word/header1.xml", Assert.Single(Revisions.List(file)).Part);
        Assert.Equal(1, Revisions.Pending(file));
        Assert.Equal(0, Revisions.Pending(Revisions.RejectAll(file)));
        Assert.Equal([""], DocumentText.Read(file, RevisionView.Rejected).Single(story => story.Part == "/word/header1.xml").Paragraphs);
    }

    [Theory]
    [InlineData("footer", "ftr")]
    [InlineData("footnotes", "footnotes")]
    [InlineData("endnotes", "endnotes")]
    [InlineData("comments", "comments")]
    [InlineData("document.glossary", "glossaryDocument")]
    [InlineData("styles", "styles")]
    public void Changes_in_every_part_count_as_pending(string kind, string root)
    {
        var file = WithBody(P(R("a"))).Story(kind, "part.xml", $"""<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{P(Ins(1, "x"))}</w:{root}>""").Build();

        Assert.Equal(1, Revisions.Pending(file));
        Assert.Equal(0, Revisions.Pending(Revisions.AcceptAll(file)));
    }

    [Fact]
    public void Ids_that_repeat_are_told_apart_and_stay_what_they_were_listed_as()
    {
        var file = Bytes(P(Ins(5, "a") + R("-") + Ins(5, "b", "Bob") + R("-") + Ins(5, "c")));
        var rows = Revisions.List(file);
        var after = Revisions.Reject(file, [rows[0].Id]);

        Assert.Equal(3, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.Skip(1).Select(row => (row.Id, row.Text)), Revisions.List(after).Select(row => (row.Id, row.Text)));
        Assert.Equal("-b-", Body(Revisions.Reject(Revisions.Accept(after, [rows[1].Id]), [rows[2].Id])));
    }

    [Fact]
    public void A_text_box_that_is_written_twice_is_one_change()
    {
        var file = TextBox(P(Ins(1, "in the box")), P(Ins(1, "in the box")));

        Assert.Equal("in the box", Assert.Single(Revisions.List(file)).Text);
        Assert.Equal("a\nin the box", Body(Revisions.AcceptAll(file)));
        Assert.DoesNotContain("in the box", Xml(Revisions.RejectAll(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_with_ids_of_their_own_are_told_by_their_order()
    {
        var file = TextBox(P(Ins(1, "one ") + Del(2, "two ") + Ins(3, "three "), Mark("ins", 4)) + P(Ins(5, "other", "Bob")),
            P(Ins(11, "one ") + Del(12, "two ") + Ins(13, "three "), Mark("ins", 14)) + P(Ins(15, "other", "Bob")));

        Assert.Equal(["4", "1", "2", "3", "5"], Revisions.List(file).Select(row => row.Id));
        Assert.Equal(5, Revisions.Pending(file));
        var settled = Revisions.Accept(Revisions.Reject(file, ["2", "3"]), ["1", "4", "5"]);
        Assert.Equal(0, Revisions.Pending(settled));
        Assert.Equal(2, Xml(settled).Split(R("one ") + R("two ")).Length - 1);
        Assert.DoesNotContain("three", Xml(settled), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_one_of_the_two_boxes_has_is_a_change_of_its_own()
    {
        var file = TextBox(P(Ins(1, "one ") + Ins(2, "two ")), P(Ins(1, "one ") + Ins(12, "x") + Ins(13, "y")));

        Assert.Equal(["1", "2", "12", "13"], Revisions.List(file).Select(row => row.Id));
        Assert.Equal(0, Revisions.Pending(Revisions.AcceptAll(file)));
    }

    [Fact]
    public void An_unknown_id_is_named_and_nothing_is_decided()
    {
        var file = Bytes(P(Ins(1, "a")));

        Assert.Equal("99", Assert.Throws<UnknownRevisionException>(() => Revisions.Accept(file, ["1", "99"])).Id);
        Assert.Equal(file, Revisions.Decide(file, []));
        Assert.Throws<ArgumentException>(() => Revisions.Decide(file, [new RevisionDecision.Accept("1"), new RevisionDecision.Reject("1")]));
    }

    [Fact]
    public void A_field_is_not_torn_apart()
    {
        static string Mark(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";
        static string Part(int id, string run) => $"<w:ins w:id=\"{id}\" w:author=\"Ann\">{run}</w:ins>";
        var file = Bytes(P(Part(1, Mark("begin")) + Part(2, "<w:r><w:instrText>PAGE</w:instrText></w:r>") + Part(3, Mark("end"))));

        Assert.Equal("field-would-break", Assert.Throws<RevisionNotSupportedException>(() => Revisions.Reject(file, ["3"])).Code);
        Assert.Equal(0, Revisions.Pending(Revisions.Reject(file, ["1", "2", "3"])));
    }

    [Fact]
    public void The_end_of_a_field_outside_of_its_deletion_goes_with_it_and_its_result_stays()
    {
        static string Run(string content) => $"<w:r>{content}</w:r>";
        static string Mark(string type) => Run($"<w:fldChar w:fldCharType=\"{type}\"/>");
        var deletion = "<w:del w:id=\"1\" w:author=\"Ann\">" + Mark("begin") + Run("<w:delInstrText>PAGE</w:delInstrText>") + Mark("separate") + "</w:del>";
        var file = Bytes(P(R("a") + deletion + R("3") + Mark("end")));

        foreach (var accepted in (byte[][])[Revisions.AcceptAll(file), Revisions.Accept(file, ["1"])])
        {
            Assert.Equal("a3", DocumentText.ReadBody(accepted, RevisionView.Accepted));
            Assert.DoesNotContain("fldChar", PartOf(accepted, "word/document.xml"), StringComparison.Ordinal);
        }

        Assert.Equal(3, PartOf(Revisions.RejectAll(file), "word/document.xml").Split("<w:fldChar").Length - 1);
    }

    [Fact]
    public void The_mark_of_a_moved_paragraph_goes_with_the_range_that_begins_inside_of_it()
    {
        // As Word writes the move of a whole paragraph: the range begins inside of it, and ends behind it.
        static string Moved(string side, int id) => P(
            $"<w:{side}RangeStart w:id=\"{id}\" w:author=\"Ann\" w:name=\"m\"/><w:{side} w:id=\"{id + 1}\" w:author=\"Ann\">{R("b")}</w:{side}>", Mark(side, id + 2)) + $"<w:{side}RangeEnd w:id=\"{id}\"/>";
        var file = Bytes(P(R("a")) + Moved("moveFrom", 1) + P(R("c")) + Moved("moveTo", 4) + P(R("d")));

        Assert.All(Revisions.List(file), row =>
        {
            Assert.Equal("a\nc\nb\nd", Body(Revisions.Accept(file, [row.Id])));
            Assert.Equal("a\nb\nc\nd", Body(Revisions.Reject(file, [row.Id])));
            Assert.Equal(0, Revisions.Pending(Revisions.Accept(file, [row.Id])));
        });
    }

    [Fact]
    public void An_instruction_of_a_deleted_field_goes_with_it_and_does_not_become_text()
    {
        static string Deleted(int id, string run) => $"<w:del w:id=\"{id}\" w:author=\"Ann\">{run}</w:del>";
        static string Mark(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";
        var file = Bytes(P(Deleted(1, Mark("begin") + "<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>") + "<w:r><w:instrText>MERGEFORMAT</w:instrText></w:r>" + Deleted(2, Mark("end")) + R("a")));

        Assert.Contains($"<w:body>{P(R("a"))}", Xml(Revisions.AcceptAll(file)), StringComparison.Ordinal);
        Assert.Contains("<w:instrText>PAGE</w:instrText></w:r><w:r><w:instrText>MERGEFORMAT</w:instrText>", Xml(Revisions.RejectAll(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_called_like_a_change_is_none()
    {
        var file = WithBody(P(R("a"))).Story("footnotes", "f.xml", "<w:ins xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" w:id=\"1\"><w:p/></w:ins>").Build();

        Assert.Equal(0, Revisions.Pending(file));
    }

    [Fact]
    public void What_cannot_be_restored_is_refused_with_its_place()
    {
        var file = Bytes(P(R("a"), $"<w:numPr><w:numId w:val=\"0\"/><w:numberingChange w:id=\"7\" w:author=\"Ann\" w:original=\"1.\"/></w:numPr>"));

        var refused = Assert.Throws<RevisionNotSupportedException>(() => Revisions.RejectAll(file));
        Assert.Equal(("numbering-change", "/word/document.xml (change 7)"), (refused.Code, refused.Place));
        Assert.Equal(0, Revisions.Pending(Revisions.AcceptAll(file)));
        Assert.Equal("a", DocumentText.ReadBody(file, RevisionView.Rejected));
    }

    [Fact]
    public void A_deletion_in_an_insertion_can_be_decided_either_way()
    {
        var file = Bytes(P($"<w:ins w:id=\"1\" w:author=\"Ann\">{R("a ")}{Del(2, "b")}</w:ins>{R("c")}"));

        Assert.Equal("a bc", Body(Revisions.Reject(Revisions.Accept(file, ["1"]), ["2"])));
        Assert.Equal("a bc", Body(Revisions.Accept(Revisions.Reject(file, ["2"]), ["1"])));
        Assert.Equal("c", Body(Revisions.Reject(file, ["1"])));
        Assert.Equal("a c", Body(Revisions.AcceptAll(file)));
    }

    [Fact]
    public void A_bookmark_that_reaches_out_of_a_rejected_insertion_stays_whole()
    {
        var file = Bytes(P($"<w:ins w:id=\"1\" w:author=\"Ann\"><w:bookmarkStart w:id=\"4\" w:name=\"x\"/>{R("a")}</w:ins>{R("b")}<w:bookmarkEnd w:id=\"4\"/>"));

        Assert.Contains("<w:bookmarkStart w:id=\"4\" w:name=\"x\"/><w:r>", Xml(Revisions.RejectAll(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_every_row_was_inserted_goes_when_rejected_and_its_cell_stays_valid()
    {
        var inner = Table(Row("x", Row1("ins")));
        var file = Bytes(Table($"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>") + P("") + Table(Row("y", Row1("ins"))) + P(R("end")));

        var rejected = Revisions.RejectAll(file);

        Assert.Equal("\n\nend", Body(rejected));
        Drafts.AssertValid(rejected);
    }

    private static byte[] TextBox(string choice, string fallback)
    {
        static string Box(string content) => $"<w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>";
        return Bytes(P($"<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\" xmlns:wps=\"urn:x\">{Box(choice)}</mc:Choice><mc:Fallback>{Box(fallback)}</mc:Fallback></mc:AlternateContent></w:r>" + R("a")));
    }

    private static string Body(byte[] file) => DocumentText.ReadBody(file, RevisionView.Accepted);

    private static string Xml(byte[] file) => PartOf(file, "word/document.xml");

    private static string Controlled(string range, int id, string content) =>
        $"""<w:{range}Start w:id="{id}" w:author="Ann"/><w:sdt><w:sdtPr/><w:sdtContent><w:{range}End w:id="{id}"/>{content}<w:{range}Start w:id="{id + 1}" w:author="Ann"/></w:sdtContent></w:sdt><w:{range}End w:id="{id + 1}"/>""";

    private static string Table(string rows) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"1000\"/></w:tblGrid>{rows}</w:tbl>";

    private static string Row(string text, string properties = "") => $"<w:tr>{properties}{Cell(text)}</w:tr>";

    private static string Row1(string name) => $"<w:trPr>{Change(name, 1, "")}</w:trPr>";

    private static string Cell(string text, string change = "") =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/>{change}</w:tcPr>{P(R(text))}</w:tc>";

    private static string M(string text) => $"<m:r><m:t>{text}</m:t></m:r>";

    private static string Moved(string name, int range, int id) =>
        $"<w:{name}RangeStart w:id=\"{range}\" w:author=\"Ann\" w:name=\"move1\"/><w:{name} w:id=\"{id}\" w:author=\"Ann\">{R("moved")}</w:{name}><w:{name}RangeEnd w:id=\"{range}\"/>";
}
