using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>None of the contract's forbidden phrases is in the text.</summary>
internal sealed record ForbiddenPhrasesCheck() : Check(CheckKind.ForbiddenPhrases)
{
    public override IEnumerable<Fault> Find(Reading reading) =>
        from phrase in reading.Workflow.Output.ForbiddenPhrases.Distinct(StringComparer.OrdinalIgnoreCase)
        from piece in reading.Text.Pieces
        from place in PhraseFinder.Find(piece.Text, phrase)
        select new Fault(
            $"The contract forbids the phrase '{phrase}'.",
            new TextSpan(piece.Id, place.Start, place.Length),
            Found: piece.Text.Substring(place.Start, place.Length));
}
