namespace HandoffOffice.Domain.Fleet;

/// <summary>What may keep a person's mail from being held, or their Word from showing changes.</summary>
public enum GapKind
{
    /// <summary>Drafts mails, and was never seen in Outlook.</summary>
    NeverInOutlook,

    /// <summary>Was not seen in an application for <see cref="FleetRules.Lately"/>.</summary>
    NotSeenLately,

    /// <summary>The pane was older than the server.</summary>
    PaneBehind,

    /// <summary>An Outlook without the event on sending.</summary>
    MailNotHeld,

    /// <summary>Outlook for iOS or Android, where no event on sending runs.</summary>
    NotHeldOnMobile,

    /// <summary>A mailbox without keys, though an approved mail was put in before.</summary>
    KeysMissing,

    /// <summary>A Word that cannot be told to track.</summary>
    WordCannotTrack,
}

/// <summary>A gap.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Detail">What it means and what to do, in a sentence or two.</param>
/// <param name="Host">The application; null where the gap is the person's.</param>
/// <param name="Platform">What it runs on; null where the gap is the person's.</param>
public sealed record FleetGap(GapKind Kind, string Detail, HostType? Host = null, PlatformType? Platform = null);

/// <summary>
/// The gaps of a person's add-ins. What was not seen lately is listed as that and as nothing else: nobody knows what is there now. Whether the send handler ran
/// can't be known: it has no network and writes nothing.
/// </summary>
public static class FleetRules
{
    /// <summary>The first version of the set Mailbox with the event on sending (<c>OnMessageSend</c>).</summary>
    public const string MailboxThatHolds = "1.12";

    /// <summary>The first version of the set WordApi in which tracking can be switched.</summary>
    public const string WordApiThatTracks = "1.4";

    /// <summary>How long ago is not lately any more.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>The gaps of one person.</summary>
    /// <param name="seen">Where they were seen, each application and platform once.</param>
    /// <param name="draftsMails">Whether they had a mail drafted lately.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<FleetGap> Gaps(IReadOnlyList<Sighting> seen, bool draftsMails, DateTimeOffset now)
    {
        bool inOutlook = seen.Any(one => one.Installation.Host == HostType.Outlook);
        IEnumerable<FleetGap> persons = draftsMails && !inOutlook
            ? [new FleetGap(GapKind.NeverInOutlook, "Drafts mails and was never seen in Outlook: whether anything there holds them is not known. Deploy the add-in to them, or keep the mail-flow rules on.")]
            : [];
        return [.. persons, .. seen.SelectMany(one => IsLate(one, now) ? OfLate(one, seen) : OfSeen(one, seen))];
    }

    private static bool IsLate(Sighting one, DateTimeOffset now) => now - one.SeenAt > Lately;

    // Who went from one platform to another has no gap on the one that they left.
    private static IEnumerable<FleetGap> OfLate(Sighting late, IReadOnlyList<Sighting> seen) =>
        seen.Any(other => other.Installation.Host == late.Installation.Host && other.SeenAt > late.SeenAt)
            ? []
            : [Gap(GapKind.NotSeenLately, late, $"Was not seen in {late.Installation.Host} for {Lately.Days} days: what is there now is not known.")];

    private static IEnumerable<FleetGap> OfSeen(Sighting one, IReadOnlyList<Sighting> seen)
    {
        if (one.IsBehind)
        {
            yield return Gap(GapKind.PaneBehind, one,
                $"The pane had version {one.Installation.AddInVersion} when the server had {one.ServerVersion}. Have it closed and opened again; if it stays, the add-in is deployed from another address.");
        }

        foreach (FleetGap gap in one.Installation.Host == HostType.Outlook ? OfOutlook(one, seen) : OfWord(one))
        {
            yield return gap;
        }
    }

    private static IEnumerable<FleetGap> OfOutlook(Sighting one, IReadOnlyList<Sighting> seen)
    {
        if (one.Installation.Platform is PlatformType.IOS or PlatformType.Android)
        {
            yield return Gap(GapKind.NotHeldOnMobile, one, "No event on sending runs in Outlook for iOS and Android. Only the mail-flow rules stand behind it.");
        }
        else if (!one.HoldsMail)
        {
            yield return Gap(GapKind.MailNotHeld, one, $"This Outlook has no Mailbox {MailboxThatHolds}: no mail is held in it. Update it, or keep the mail-flow rules on.");
        }
        else if (one.KeysSince is null && seen.Any(other => other.MailPlacedAt < one.SeenAt))
        {
            yield return Gap(GapKind.KeysMissing, one, "The mailbox had no keys though an approved mail was put in before: an approved mail is held too. Put it in again from the pane.");
        }
    }

    private static IEnumerable<FleetGap> OfWord(Sighting one)
    {
        if (!one.Installation.Has("WordApi", WordApiThatTracks))
        {
            yield return Gap(GapKind.WordCannotTrack, one,
                $"This Word has no WordApi {WordApiThatTracks}: nothing is put into the open document, the reviewed file is downloaded instead. Update it.");
        }
    }

    private static FleetGap Gap(GapKind kind, Sighting of, string detail) => new(kind, detail, of.Installation.Host, of.Installation.Platform);
}
