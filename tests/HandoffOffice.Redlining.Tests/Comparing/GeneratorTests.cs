namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What the properties are tested with is itself sound: an invalid document would prove nothing.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void Every_generated_document_is_a_valid_Word_document() => DocumentGen.Document.Sample(document => AssertSound(document.ToBytes()), iter: 60);

    [Fact]
    public void Every_edited_document_is_a_valid_Word_document() => RevisedGen.Pair.Sample(pair => AssertSound(pair.Revised), iter: 150);

    [Fact]
    public void Every_kind_of_edit_finds_a_place_and_changes_the_document()
    {
        foreach (var kind in Enum.GetValues<EditKind>())
        {
            var (done, changed) = (0, 0);
            RevisedGen.By([kind], 1, CsCheck.Gen.Const(false)).Sample(pair =>
            {
                done += pair.Edits.Count;
                changed += pair.Original.AsSpan().SequenceEqual(pair.Revised) ? 0 : 1;
            }, iter: 25);
            Assert.True(done > 0 && changed > 0, $"{kind}: {done} done, {changed} changed");
        }
    }

    [Fact]
    public void Noise_changes_no_text() => RevisedGen.NoiseOnly.Sample(
        pair => Assert.Null(Stories.Difference(Stories.ByRole(Revisions.AcceptAll(pair.Original)), Stories.ByRole(Revisions.AcceptAll(pair.Revised)))), iter: 30);

    private static void AssertSound(byte[] file)
    {
        WordFile.Check(file);
        Assert.Empty(DocumentValidation.Validate(file));
        Assert.Empty(MarkupFaults.Of(RawPackage.Of(file)));
        Assert.Empty(MarkupFaults.OfFields(RawPackage.Of(Revisions.AcceptAll(file))));
        Assert.Empty(MarkupFaults.OfFields(RawPackage.Of(Revisions.RejectAll(file))));
    }
}
