using System.Globalization;

namespace HandoffOffice.Domain.Releasing;

/// <summary>
/// What stood in a mail when its drafting began, a signature or a quoted thread: that alone may stand below the approved text. The mail keeps its length and
/// digest in a header, which nobody signs.
/// </summary>
/// <param name="Length">The length of its canonical form, in UTF-16 units.</param>
/// <param name="Digest">The digest of its canonical form.</param>
public sealed record CapturedTail(int Length, Sha256Digest Digest)
{
    /// <summary>The header that keeps it.</summary>
    public const string Header = "x-handoffoffice-tail";

    /// <summary>The tail of this canonical form (<see cref="CanonicalHtml"/>); null where nothing stood in the mail.</summary>
    public static CapturedTail? Of(string form) => form.Length == 0 ? null : new CapturedTail(form.Length, Sha256Digest.Of(form));

    /// <summary>Reads the header's value; null where it is none.</summary>
    public static CapturedTail? Parse(string? value) =>
        value?.Trim().Split(' ') is [var length, var digest]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int units) && units > 0 && Sha256Digest.ParseOrNull(digest) is { } read
            ? new CapturedTail(units, read)
            : null;

    /// <summary>A body's approved form, and what stands below it: nothing, or exactly the captured tail. Null where the body is neither.</summary>
    /// <param name="form">The canonical form of the whole body.</param>
    /// <param name="tail">What may stand below, or null.</param>
    /// <param name="approved">The digest that was approved.</param>
    public static (string Above, string Below)? Split(string form, CapturedTail? tail, Sha256Digest approved)
    {
        if (Sha256Digest.Of(form) == approved)
        {
            return (form, string.Empty);
        }

        return tail?.Cut(form) is { } cut && Sha256Digest.Of(cut.Above) == approved ? cut : null;
    }

    /// <summary>The value of the header.</summary>
    public override string ToString() => $"{Length.ToString(CultureInfo.InvariantCulture)} {Digest}";

    private (string Above, string Below)? Cut(string form)
    {
        int at = form.Length - Length;
        // The tail begins a line of its own, or is all there is.
        return at < 0 || (at > 0 && form[at - 1] != '\n') || Sha256Digest.Of(form[at..]) != Digest ? null : (form[..Math.Max(0, at - 1)], form[at..]);
    }
}
