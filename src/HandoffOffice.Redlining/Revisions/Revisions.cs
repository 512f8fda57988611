using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The tracked changes of a document, in all its parts (ECMA-376 Part 1, 17.13.5). Decisions give a new file and leave the one given alone;
/// each is read back, and nothing is given out when a decided change is still there.
/// <para>
/// Some changes follow others and are not decided on their own: both halves of a move go together; the mark of a paragraph that was inserted
/// whole is accepted with the first of its insertions and goes with the last; the heading of a drafted section follows its section.
/// </para>
/// </summary>
public static class Revisions
{
    /// <summary>The changes to decide on, in reading order. Those that follow others are left out (they count as pending).</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<Revision> List(ReadOnlyMemory<byte> document)
    {
        var scan = RevisionScan.Of(WordPackage.Open(document));
        var followers = Followers.Of(scan);
        var movedRanges = Moves.Of(scan).Where(move => move.Any(change => !change.IsRange)).SelectMany(move => move).Where(change => change.IsRange).ToHashSet();
        var numbers = ParagraphNumbers(scan);
        var texts = new Dictionary<XElement, string>();
        return
        [
            .. scan.Changes.Where(change => !followers.ContainsKey(change) && !movedRanges.Contains(change))
                .Select(change => new Revision(change.Id, change.Kind, change.Author, change.Date, TextOf(change, texts), change.Part.Uri,
                    change.Paragraph is { } paragraph ? numbers[paragraph] : -1)),
        ];
    }

    /// <summary>How many changes are undecided, in all parts, followers included. 0 means that the document says one thing only.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static int Pending(ReadOnlyMemory<byte> document) => RevisionScan.Of(WordPackage.Open(document)).Changes.Count;

    /// <summary>Accepts changes.</summary>
    /// <inheritdoc cref="Decide" path="/exception"/>
    /// <param name="document">A .docx.</param>
    /// <param name="ids">As in <see cref="Revision.Id"/>.</param>
    public static byte[] Accept(ReadOnlyMemory<byte> document, IEnumerable<string> ids) =>
        Decide(document, [.. ids.Select(id => new RevisionDecision.Accept(id))]);

    /// <summary>Rejects changes.</summary>
    /// <inheritdoc cref="Decide" path="/exception"/>
    /// <param name="document">A .docx.</param>
    /// <param name="ids">As in <see cref="Revision.Id"/>.</param>
    public static byte[] Reject(ReadOnlyMemory<byte> document, IEnumerable<string> ids) =>
        Decide(document, [.. ids.Select(id => new RevisionDecision.Reject(id))]);

    /// <summary>Accepts every change.</summary>
    /// <inheritdoc cref="Decide" path="/exception"/>
    /// <param name="document">A .docx.</param>
    public static byte[] AcceptAll(ReadOnlyMemory<byte> document) => Settle(document, scan => Verdicts.All(scan, accepted: true));

    /// <summary>Rejects every change: the document is as it was.</summary>
    /// <inheritdoc cref="Decide" path="/exception"/>
    /// <param name="document">A .docx.</param>
    public static byte[] RejectAll(ReadOnlyMemory<byte> document) => Settle(document, scan => Verdicts.All(scan, accepted: false));

    /// <summary>Carries out decisions, all or none. With no decision the file comes back as it was.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="decisions">At most one on each change. Their order does not matter.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="UnknownRevisionException">No pending change has the id.</exception>
    /// <exception cref="RevisionNotSupportedException">A decision cannot be carried out faithfully.</exception>
    /// <exception cref="ArgumentException">There are two different decisions on one change.</exception>
    public static byte[] Decide(ReadOnlyMemory<byte> document, IReadOnlyList<RevisionDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return Settle(document, scan => Verdicts.Of(scan, decisions));
    }

    private static byte[] Settle(ReadOnlyMemory<byte> document, Func<RevisionScan, Verdicts> decide)
    {
        var package = WordPackage.Open(document);
        var scan = RevisionScan.Of(package);
        var verdicts = decide(scan);
        var settled = verdicts.InOrder().Select(item => item.Change.Id).ToHashSet();
        if (settled.Count == 0)
        {
            return document.ToArray();
        }

        Settlement.Apply(package, scan, verdicts);
        var file = package.ToBytes();
        if (RevisionScan.Of(WordPackage.Open(file)).Changes.FirstOrDefault(change => settled.Contains(change.Id)) is { } left)
        {
            throw new EditNotLandedException($"The change {left.Id} in {left.Part.Uri} is still there after it was decided.");
        }

        return file;
    }

    // Hundreds of changes can have the text of the same paragraph.
    private static string TextOf(TrackedChange change, Dictionary<XElement, string> known)
    {
        var scope = change.Kind switch
        {
            RevisionKind.Insertion or RevisionKind.Deletion or RevisionKind.MoveFrom or RevisionKind.MoveTo => change.Element,
            RevisionKind.TableRowInsertion or RevisionKind.TableRowDeletion or RevisionKind.TableRowPropertiesChange
                or RevisionKind.TableExceptionPropertiesChange => change.Element.Ancestors(W.Tr).FirstOrDefault(),
            RevisionKind.CellInsertion or RevisionKind.CellDeletion or RevisionKind.CellMerge
                or RevisionKind.TableCellPropertiesChange => change.Element.Ancestors(W.Tc).FirstOrDefault(),
            RevisionKind.RunPropertiesChange => change.Element.Ancestors(W.R).FirstOrDefault() ?? change.Paragraph,
            RevisionKind.Conflict => change.Element,
            RevisionKind.SectionPropertiesChange or RevisionKind.TablePropertiesChange or RevisionKind.TableGridChange => null,
            _ => change.Paragraph,
        };
        if (scope is null)
        {
            return "";
        }

        return known.TryGetValue(scope, out var text) ? text : known[scope] = RevisionText.Trimmed(RevisionText.Of(scope));
    }

    private static Dictionary<XElement, int> ParagraphNumbers(RevisionScan scan) =>
        scan.Changes.Select(change => change.Part.Xml).Distinct()
            .SelectMany(xml => xml.Descendants(W.P).Select((paragraph, number) => (paragraph, number)))
            .ToDictionary(pair => pair.paragraph, pair => pair.number);
}
