using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Releasing;

/// <summary>Compares a document that is open in Word with the one that was sealed. Word writes every file anew, so what a reader reads is compared, and not the bytes.</summary>
internal static class OpenDocument
{
    private const int MostWords = 12;

    /// <summary>Why the open document is not the sealed one, or null.</summary>
    /// <exception cref="DocumentRefusedException">The open document is not taken in.</exception>
    public static HandoffError? Differs(byte[] open, ReleasableFile file, Handoff handoff) =>
        file.MediaType != MediaTypes.Word ? new NotADocument()
        : Difference(open, file, handoff) is { } how ? new OpenDocumentDiffers(how)
        : null;

    /// <summary>How the open document differs from the sealed one, as a sentence, or null.</summary>
    /// <exception cref="DocumentRefusedException">The open document is not taken in.</exception>
    public static string? Difference(byte[] open, ReleasableFile file, Handoff handoff)
    {
        if (Revisions.Pending(open) is > 0 and int pending)
        {
            return $"{pending} tracked {(pending == 1 ? "change is" : "changes are")} undecided in it.";
        }

        ReleasableContent content = SealedFile.ReadDocument(open, handoff.Subject);
        ReleasableContent approved = handoff.Seal!.Payload.Content;
        return content.ContentDigest != approved.ContentDigest ? FirstDifference(Lines(open), Lines(file.Bytes))
            : content.Envelope.ChangesSince(approved.Envelope).FirstOrDefault() is { } change ? $"In it {change}"
            : null;
    }

    private static string FirstDifference(string[] open, string[] approved)
    {
        int at = open.Zip(approved).TakeWhile(pair => pair.First == pair.Second).Count();
        return at >= approved.Length ? $"It has more: “{Begun(open[at])}”."
            : at >= open.Length ? $"It lacks “{Begun(approved[at])}”."
            : $"It says “{Begun(open[at])}” where “{Begun(approved[at])}” was approved.";
    }

    // A comment counts as a line: whoever opens the document reads it as well.
    private static string[] Lines(byte[] document) => CanonicalContent.Of(SealedFile.Paragraphs(document)).Split('\n');

    private static string Begun(string line)
    {
        string[] words = line.Split(' ');
        return words.Length > MostWords ? $"{string.Join(' ', words.Take(MostWords))} …" : line;
    }
}

/// <summary>Only a document can be sealed where it is open.</summary>
public sealed record NotADocument() : HandoffError("not-a-document", "This handoff ends in a mail. Only a document can be sealed where it is open in Word.");

/// <summary>The document that is open says something else than what was approved.</summary>
/// <param name="How">How it differs, as a sentence.</param>
public sealed record OpenDocumentDiffers(string How) : HandoffError(
    "open-document-differs", $"The open document is not what was approved. {How} Nothing has left. Undo that in Word, or download the approved document instead.");
