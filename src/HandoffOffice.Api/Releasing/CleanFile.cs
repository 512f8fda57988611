using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using MimeKit;

namespace HandoffOffice.Api.Releasing;

/// <summary>The clean copy of a released file (C95), compared with the seal before it is given out.</summary>
internal static class CleanFile
{
    /// <summary>The copy, or why there is none.</summary>
    public static ReleaseAnswer Of(ReleasableFile file, Handoff handoff)
    {
        ReleasableFile copy;
        ReleasableContent found;
        try
        {
            copy = file with { Bytes = file.MediaType == MediaTypes.Word ? CleanCopy.Of(file.Bytes) : Mail(file.Bytes) };
            found = copy.ReadBack(handoff);
        }
        catch (Exception e) when (e is RevisionNotSupportedException or FormatException)
        {
            return new ReleaseAnswer.Refused(new NoCleanCopy("what is in it can't be taken out."));
        }

        ReleasableContent approved = handoff.Seal!.Payload.Content;
        return found with { FileDigest = approved.FileDigest } is var same && same.Form == approved.Form && same.ContentDigest == approved.ContentDigest
            && !same.Envelope.ChangesSince(approved.Envelope).Any()
                ? new ReleaseAnswer.File(copy.Bytes, copy.MediaType, handoff.Released!.FileName)
                : new ReleaseAnswer.Refused(new NoCleanCopy("without hidden text, comments and the like it would no longer say what was approved."));
    }

    // Its id has the handoff's in it. The client that sends it gives it another.
    private static byte[] Mail(byte[] bytes)
    {
        using var source = new MemoryStream(bytes);
        using MimeMessage mail = MimeMessage.Load(source);
        mail.Headers.Remove(HeaderId.MessageId);
        using var copy = new MemoryStream();
        mail.WriteTo(copy);
        return copy.ToArray();
    }
}
