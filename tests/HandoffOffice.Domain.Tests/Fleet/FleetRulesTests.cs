using HandoffOffice.Domain.Fleet;
using Xunit;

namespace HandoffOffice.Domain.Tests.Fleet;

[Trait("Capability", "C103")]
public sealed class FleetRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_has_a_current_Word_and_Outlook_has_no_gap() => Assert.Empty(Gaps([Outlook(), Word()], draftsMails: true));

    [Fact]
    public void Who_drafts_mails_and_was_never_seen_in_Outlook_has_a_gap_and_others_have_none()
    {
        Assert.Equal([GapKind.NeverInOutlook], Gaps([Word()], draftsMails: true));
        Assert.Equal([GapKind.NeverInOutlook], Gaps([], draftsMails: true));
        Assert.Empty(Gaps([], draftsMails: false));
    }

    [Theory]
    [InlineData("1.11", GapKind.MailNotHeld)]
    [InlineData("1.4", GapKind.MailNotHeld)]
    [InlineData(null, GapKind.MailNotHeld)]
    [InlineData("1.12", null)]
    [InlineData("1.15", null)]
    [InlineData("2.0", null)]
    public void An_Outlook_holds_mail_from_Mailbox_1_12_on(string? mailbox, GapKind? gap)
    {
        Assert.Equal(gap is null ? [] : [gap.Value], Gaps([Outlook(mailbox: mailbox)]));
        Assert.Equal(gap is null, Outlook(mailbox: mailbox).HoldsMail);
    }

    [Theory]
    [InlineData("1.3", GapKind.WordCannotTrack)]
    [InlineData("1.4", null)]
    [InlineData("1.10", null)]
    public void A_Word_can_track_from_WordApi_1_4_on(string wordApi, GapKind? gap) => Assert.Equal(gap is null ? [] : [gap.Value], Gaps([Word(wordApi)]));

    [Theory]
    [InlineData(PlatformType.IOS)]
    [InlineData(PlatformType.Android)]
    public void Outlook_for_iOS_and_Android_holds_nothing_whatever_sets_it_has(PlatformType mobile)
    {
        Assert.Equal([GapKind.NotHeldOnMobile], Gaps([Outlook(platform: mobile)]));
        Assert.Equal([GapKind.NotHeldOnMobile], Gaps([Outlook(platform: mobile, mailbox: "1.5")]));
        Assert.False(Outlook(platform: mobile).HoldsMail);
    }

    [Theory]
    [InlineData("1.9.0", "1.10.0", true)]
    [InlineData("1.10.0-rc.1", "1.10.0", false)]
    [InlineData("1.10.0", "1.10.0+abc-def", false)]
    [InlineData("2.0.0", "1.10.0", false)]
    public void A_pane_is_behind_that_was_older_than_the_server_when_it_was_seen(string pane, string server, bool behind) =>
        Assert.Equal(behind ? [GapKind.PaneBehind] : [], Gaps([Word(pane: pane, server: server)]));

    [Fact]
    public void What_was_not_seen_for_30_days_is_that_gap_and_no_other()
    {
        Sighting late = Outlook(mailbox: "1.6", pane: "0.1.0", days: 30) with { SeenAt = Now - FleetRules.Lately - TimeSpan.FromTicks(1) };
        Assert.Equal([GapKind.NotSeenLately], Gaps([late]));
        Assert.Equal([GapKind.PaneBehind, GapKind.MailNotHeld], Gaps([late with { SeenAt = Now - FleetRules.Lately }]));
    }

    [Fact]
    public void Who_went_to_another_platform_is_not_missed_on_the_one_that_they_left()
    {
        Assert.Empty(Gaps([Outlook(days: 90), Outlook(platform: PlatformType.OfficeOnline)]));
        Assert.Equal([GapKind.NotSeenLately], Gaps([Outlook(days: 90), Word()]));
    }

    [Fact]
    public void A_mailbox_without_keys_is_a_gap_once_an_approved_mail_was_put_in()
    {
        Assert.Empty(Gaps([Outlook(keys: false)]));
        Assert.Equal([GapKind.KeysMissing], Gaps([Outlook(keys: false) with { MailPlacedAt = Now.AddDays(-2) }]));
        Assert.Equal([GapKind.KeysMissing], Gaps([Outlook(keys: false), Outlook(platform: PlatformType.OfficeOnline) with { MailPlacedAt = Now.AddDays(-2) }]));
        Assert.Empty(Gaps([Outlook(keys: false, days: 3), Outlook(platform: PlatformType.OfficeOnline) with { MailPlacedAt = Now.AddDays(-2) }]));
    }

    [Fact]
    public void A_gap_names_its_installation_and_says_what_it_means()
    {
        FleetGap gap = Assert.Single(FleetRules.Gaps([Outlook(mailbox: "1.6")], draftsMails: false, Now));
        Assert.Equal((HostType.Outlook, PlatformType.PC), (gap.Host, gap.Platform));
        Assert.Contains("Mailbox 1.12", gap.Detail, StringComparison.Ordinal);
        Assert.Null(Assert.Single(FleetRules.Gaps([], draftsMails: true, Now)).Host);
    }

    [Fact]
    public void Keys_are_there_since_they_were_first_seen_without_a_break()
    {
        Installation with = Outlook().Installation;
        Installation without = with with { HasKeys = false };
        Sighting first = Seen(with, null, 0);
        Assert.Equal(Now, first.KeysSince);
        Assert.Equal(Now, Seen(with, first, 1).KeysSince);
        Sighting gone = Seen(without, first, 2);
        Assert.Null(gone.KeysSince);
        Assert.Equal(Now.AddDays(3), Seen(with, gone, 3).KeysSince);
        Assert.Null(Seen(with with { HasKeys = null }, first, 4).KeysSince);
    }

    [Fact]
    public void When_a_mail_was_put_in_last_is_kept_until_the_next_one_is()
    {
        Installation outlook = Outlook().Installation;
        Sighting placed = Sighting.Of(outlook, mailPlaced: true, "1.0.0", null, Now);
        Assert.Equal(Now, Sighting.Of(outlook, mailPlaced: false, "1.0.0", placed, Now.AddDays(1)).MailPlacedAt);
        Assert.Equal(Now.AddDays(2), Sighting.Of(outlook, mailPlaced: true, "1.0.0", placed, Now.AddDays(2)).MailPlacedAt);
        Assert.Null(Sighting.Of(outlook, mailPlaced: false, "1.0.0", null, Now).MailPlacedAt);
    }

    private static Sighting Seen(Installation said, Sighting? earlier, int day) => Sighting.Of(said, mailPlaced: false, "1.0.0", earlier, Now.AddDays(day));

    private static IEnumerable<GapKind> Gaps(IReadOnlyList<Sighting> seen, bool draftsMails = false) => FleetRules.Gaps(seen, draftsMails, Now).Select(gap => gap.Kind);

    private static Sighting Outlook(PlatformType platform = PlatformType.PC, string? mailbox = "1.15", bool keys = true, string pane = "1.0.0", int days = 0) => new(
        new Installation(HostType.Outlook, platform, "16.0.18526.20144", pane, mailbox is null ? [] : [new RequirementSet("Mailbox", mailbox)], keys),
        "1.0.0", Now.AddDays(-days), keys ? Now.AddDays(-days) : null);

    private static Sighting Word(string wordApi = "1.9", string pane = "1.0.0", string server = "1.0.0") => new(
        new Installation(HostType.Word, PlatformType.PC, "16.0.18526.20144", pane, [new RequirementSet("WordApi", wordApi)]), server, Now);
}
