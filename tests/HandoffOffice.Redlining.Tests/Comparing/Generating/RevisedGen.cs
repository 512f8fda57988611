using CsCheck;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>A generated document, and what somebody made of it without tracking.</summary>
/// <param name="Original">The document as it was.</param>
/// <param name="Revised">The document as it is.</param>
/// <param name="Edits">What was done, as far as there was a place for it.</param>
/// <param name="Noise">Whether another session left its marks everywhere.</param>
internal sealed record DocumentPair(byte[] Original, byte[] Revised, IReadOnlyList<Edit> Edits, bool Noise)
{
    /// <summary>Compared as the project does, measured as nothing else does.</summary>
    public RedlineReport Measure() => RedlineMeasures.Of(Original, Revised, Output());

    public byte[] Output() => RedlinePairs.Compare(Original, Revised);

    public override string ToString() => $"{string.Join("; ", Edits)}{(Noise ? "; noise" : "")}";
}

/// <summary>Pairs of documents, related by random edits.</summary>
internal static class RevisedGen
{
    /// <summary>Up to eight edits of any kind but headers that come and go, with noise in one of three.</summary>
    public static readonly Gen<DocumentPair> Pair = By([.. Enum.GetValues<EditKind>().Where(kind => kind is not (EditKind.AddHeader or EditKind.RemoveHeader))],
        8, Gen.Int[0, 2].Select(n => n == 0));

    /// <summary>Headers that come and go, and what changes where sections begin.</summary>
    public static readonly Gen<DocumentPair> Headers = By(
        [EditKind.AddHeader, EditKind.RemoveHeader, EditKind.ChangeHeaderWord, EditKind.FormatSection, EditKind.MoveBlock, EditKind.JoinParagraphs, EditKind.InsertBlock],
        6, Gen.Int[0, 2].Select(n => n == 0));

    /// <summary>Nothing but noise.</summary>
    public static readonly Gen<DocumentPair> NoiseOnly = By(Enum.GetValues<EditKind>(), 0, Gen.Const(true));

    /// <summary>Exactly one edit of one of the kinds.</summary>
    public static Gen<DocumentPair> One(params EditKind[] kinds) => By(kinds, 1, Gen.Const(false)).Where(pair => pair.Edits.Count == 1);

    /// <summary>Edits of the given kinds.</summary>
    /// <param name="kinds">Which.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="noise">Whether another session left its marks.</param>
    public static Gen<DocumentPair> By(EditKind[] kinds, int most, Gen<bool> noise) => By(DocumentGen.Document, kinds, most, noise);

    /// <summary>Edits of the given kinds of documents of one kind.</summary>
    public static Gen<DocumentPair> By(Gen<GeneratedDocument> documents, EditKind[] kinds, int most, Gen<bool> noise) =>
        Gen.Select(documents, Edits(kinds).Array[Math.Min(most, 1), most], noise, Gen.Int[0, int.MaxValue - 1], Pairs);

    private static Gen<Edit> Edits(EditKind[] kinds) => Gen.Select(
        Gen.Int[0, kinds.Length - 1], Gen.Int[0, 999], Gen.Int[0, 999], DocumentGen.Words, DocumentGen.Block(earlier: false),
        (kind, place, detail, words, block) => new Edit(kinds[kind], place, detail, words, block));

    private static DocumentPair Pairs(GeneratedDocument original, Edit[] edits, bool noise, int seed)
    {
        var revised = original.Copy();
        var editor = new Editor(revised);
        var done = edits.Where(editor.Apply).ToList();
        return new DocumentPair(original.ToBytes(), (noise ? Noise.Add(revised, seed) : revised).ToBytes(), done, noise);
    }
}
