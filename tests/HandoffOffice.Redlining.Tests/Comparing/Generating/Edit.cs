using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What somebody does to a document without tracking it.</summary>
internal enum EditKind
{
    ChangeWord,
    InsertWords,
    DeleteWords,
    ChangeNoteWord,
    ChangeHeaderWord,
    ChangeFieldResult,
    FormatRun,
    FormatParagraph,
    FormatSection,
    SplitParagraph,
    JoinParagraphs,
    InsertBlock,
    DeleteBlock,
    MoveBlock,
    InsertRow,
    DeleteRow,
    InsertColumn,
    DeleteColumn,
    InsertNote,
    DeleteNote,
    SwapPicture,
    DeleteInline,
    UnwrapControl,
    AcceptEarlier,
    AddHeader,
    RemoveHeader,
}

/// <summary>One edit. The numbers choose the place among those there are; where there is none, nothing happens.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Which of the places.</param>
/// <param name="Detail">Where in it, or how.</param>
/// <param name="Words">Text to put in.</param>
/// <param name="Block">A block to put in.</param>
internal sealed record Edit(EditKind Kind, int Place, int Detail, string Words, XElement Block)
{
    public override string ToString() => $"{Kind} {Place} {Detail} '{Words}'";
}
