using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Parallel;

namespace HandoffOffice.Domain.Checking;

/// <summary>The AI's sections read like those that a person wrote (C22). What differs is said where the two meet.</summary>
internal sealed record SeamsCheck() : Check(CheckKind.Seams)
{
    /// <summary>The most differences that one finding tells: who reads more of them than three looks at the text instead.</summary>
    private const int MostTold = 3;

    public override IEnumerable<Fault> Find(Reading reading)
    {
        OutputContract contract = reading.Workflow.Output;
        ILookup<bool, TextPiece> sides = reading.Text.Pieces.ToLookup(piece => contract.IsOwn(piece.Section));
        if (StyleReference.Of(Texts(sides[true]), contract.Language) is not { } reference)
        {
            return [];
        }

        List<IGrouping<string, TextPiece>> sections = [.. sides[false].GroupBy(piece => piece.Section)];
        List<Fault> faults = [.. sections.Select(section => Differs(reading, reference, [.. section])).OfType<Fault>()];
        // Sections that are too short alone are heard together.
        return faults.Count > 0 || sections.Count < 2 ? faults : Differs(reading, reference, [.. sides[false]]) is { } whole ? [whole] : [];
    }

    private static Fault? Differs(Reading reading, StyleReference reference, IReadOnlyList<TextPiece> pieces)
    {
        IReadOnlyList<StyleDifference> differences = StyleComparison.Between(reference.Measure, StyleMeasure.Of(Texts(pieces), reading.Workflow.Output.Language));
        if (differences.Count == 0)
        {
            return null;
        }

        TextPiece at = Seam(reading, pieces);
        return new Fault(
            $"This reads differently from the author's sections. {string.Join(' ', differences.Take(MostTold).Select(difference => difference.Sentence))}",
            new TextSpan(at.Id, 0, at.Text.Length), Expected: string.Join(", ", reference.Said));
    }

    // Where the AI's text begins after the author's, else where it ends before it.
    private static TextPiece Seam(Reading reading, IReadOnlyList<TextPiece> pieces)
    {
        int first = reading.Text.Pieces.ToList().FindIndex(piece => piece.Id == pieces[0].Id);
        return first > 0 && reading.Workflow.Output.IsOwn(reading.Text.Pieces[first - 1].Section) ? pieces[0] : pieces[^1];
    }

    private static IReadOnlyList<string> Texts(IEnumerable<TextPiece> pieces) => [.. pieces.Select(piece => piece.Text)];
}
