using System.Text.Json;
using HandoffOffice.Api.Administration;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Fleet;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An administrator sees who works with which add-in, and what is missing there (C103).</summary>
[Trait("Capability", "C103")]
public sealed class FleetTests : IAsyncDisposable
{
    private readonly Product product = Product.Start();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task What_a_pane_says_of_itself_is_seen_by_the_administrator()
    {
        product.Clock.Stop();
        Session amara = await product.As(LocalPeople.AmaraOsei);
        (await amara.Post("me/installations", Report("Outlook", "OfficeOnline", ("Mailbox", "1.15"), ("NestedAppAuth", "1.1")))).Ok();
        (await amara.Post("me/installations", Report("Word", "iOS", ("WordApi", "1.4")))).Ok();

        FleetView fleet = await Fleet();
        FleetMember member = Of(fleet, LocalPeople.AmaraOsei);
        Assert.Equal([HostType.Outlook, HostType.Word], member.Installations.Select(one => one.Installation.Host));
        Assert.Equal(product.Clock.GetUtcNow(), member.Installations[0].SeenAt);
        Assert.Equal(["1.15", "1.1"], member.Installations[0].Installation.RequirementSets.Select(set => set.Version));
        Assert.Equal(PlatformType.IOS, member.Installations[1].Installation.Platform);
        Assert.Empty(member.Gaps);
        Assert.Equal(LocalPeople.All.Count, fleet.People.Count);
        Assert.Empty(Of(fleet, LocalPeople.RitaOkafor).Installations);
    }

    [Fact]
    public async Task Each_gap_of_a_person_is_told_with_its_code_and_a_sentence()
    {
        Session amara = await product.As(LocalPeople.AmaraOsei);
        (await amara.Post("me/installations", Report("Outlook", "PC", ("Mailbox", "1.6")))).Ok();
        (await amara.Post("me/installations", Report("Word", "PC", ("WordApi", "1.3")))).Ok();
        FleetMember member = Of(await Fleet(), LocalPeople.AmaraOsei);
        Assert.Equal([GapKind.MailNotHeld, GapKind.WordCannotTrack], member.Gaps.Select(gap => gap.Kind));
        Assert.All(member.Gaps, gap => Assert.EndsWith(".", gap.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_author_of_a_mail_who_was_never_seen_in_Outlook_is_told_and_the_author_of_a_document_is_not()
    {
        await Run.Started(product);
        Assert.Empty(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps);
        await Run.Started(product, Run.Email);
        Assert.Equal(GapKind.NeverInOutlook, Assert.Single(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps).Kind);
        Assert.Empty(Of(await Fleet(), LocalPeople.RitaOkafor).Gaps);

        product.Clock.Advance(FleetRules.Lately + TimeSpan.FromMinutes(1));
        Assert.Empty(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps);
    }

    [Fact]
    public async Task Who_was_not_seen_for_30_days_is_missed()
    {
        product.Clock.Stop();
        (await (await product.As(LocalPeople.AmaraOsei)).Post("me/installations", Report("Word", "PC", ("WordApi", "1.9")))).Ok();
        product.Clock.Advance(FleetRules.Lately);
        Assert.Empty(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps);
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(GapKind.NotSeenLately, Assert.Single(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps).Kind);
    }

    [Fact]
    public async Task The_last_mail_that_was_put_in_and_since_when_there_are_keys_are_the_servers_times()
    {
        product.Clock.Stop();
        Session amara = await product.As(LocalPeople.AmaraOsei);
        DateTimeOffset first = product.Clock.GetUtcNow();
        (await amara.Post("me/installations", Mail(hasKeys: true, mailPlaced: true))).Ok();
        product.Clock.Advance(TimeSpan.FromMinutes(10));
        SightingView seen = (await amara.Post("me/installations", Mail(hasKeys: true, mailPlaced: false))).As<SightingView>();
        Assert.Equal((first, first, product.Clock.GetUtcNow()), (seen.MailPlacedAt, seen.KeysSince, seen.SeenAt));

        product.Clock.Advance(TimeSpan.FromMinutes(10));
        (await amara.Post("me/installations", Mail(hasKeys: false, mailPlaced: false))).Ok();
        Assert.Equal(GapKind.KeysMissing, Assert.Single(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps).Kind);
    }

    [Fact]
    public async Task A_pane_older_than_the_server_is_behind_and_the_pane_of_this_release_is_not()
    {
        Session amara = await product.As(LocalPeople.AmaraOsei);
        (await amara.Post("me/installations", Report("Word", "PC", "0.0.9", ("WordApi", "1.9")))).Ok();
        Assert.Equal(GapKind.PaneBehind, Assert.Single(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps).Kind);
        (await amara.Post("me/installations", Report("Word", "PC", await PaneVersion(), ("WordApi", "1.9")))).Ok();
        Assert.Empty(Of(await Fleet(), LocalPeople.AmaraOsei).Gaps);
    }

    [Fact]
    public async Task The_pane_and_the_server_of_a_release_have_one_version() => Assert.Equal(await PaneVersion(), (await Fleet()).Version);

    [Fact]
    public async Task Nobody_but_an_administrator_sees_the_fleet()
    {
        foreach (LocalPerson person in LocalPeople.All.Where(person => !person.Roles.Contains(Role.Administrator)))
        {
            (await (await product.As(person)).Get("fleet")).Refused(403, "forbidden");
        }
    }

    [Fact]
    public async Task What_is_no_installation_is_refused_place_by_place_and_nothing_is_kept()
    {
        Session amara = await product.As(LocalPeople.AmaraOsei);
        Answer refused = await amara.Post("me/installations", new
        {
            host = "Word",
            platform = "PC",
            hostVersion = new string('1', 65),
            addInVersion = "latest",
            requirementSets = new[] { new { name = "WordApi", version = "1.4" }, new { name = "WordApi", version = "1.5" }, new { name = "<b>", version = "1.1" } },
        });
        Assert.Equal(["/addInVersion", "/hostVersion", "/requirementSets/1/name", "/requirementSets/2"], refused.Pointers("invalid-installation"));
        (await amara.Post("me/installations", Report("Excel", "PC"))).Refused(400, "malformed-json");
        (await amara.Post("me/installations", """{"host":"Word","platform":7,"hostVersion":"1","addInVersion":"1.0.0","requirementSets":[]}""")).Refused(400, "malformed-json");
        (await amara.Post("me/installations", """{"host":"Word","platform":"PC","hostVersion":"1","addInVersion":"1.0.0","requirementSets":[null]}""")).Pointers("invalid-installation");
        Assert.Empty(product.Query("SELECT PersonId FROM Installations"));
    }

    [Fact]
    public async Task Another_tenants_fleet_is_not_seen()
    {
        await using var tenants = new TwoTenants();
        await tenants.InitializeAsync();
        Session theirs = await tenants.Person(LoopbackAuthority.SecondTenantId, "ann");
        (await theirs.Post("me/installations", Report("Word", "PC", ("WordApi", "1.9")))).Ok();
        Session ours = await tenants.Person(LoopbackAuthority.TenantId, "eve");
        Assert.Equal([ours.PersonId], (await ours.Get("fleet")).As<FleetView>().People.Select(member => member.Person.Id));
        Assert.Single(Assert.Single((await theirs.Get("fleet")).As<FleetView>().People).Installations);
        (await tenants.Flow().Post("me/installations", Report("Word", "PC"))).Refused(403, "forbidden");
    }

    private static FleetMember Of(FleetView fleet, LocalPerson person) => fleet.People.Single(member => member.Person.Id == person.Id);

    private static object Report(string host, string platform, params (string Name, string Version)[] sets) => Report(host, platform, "0.1.0", sets);

    private static object Report(string host, string platform, string addInVersion, params (string Name, string Version)[] sets) => new
    {
        host,
        platform,
        hostVersion = "16.0.18526.20144",
        addInVersion,
        requirementSets = sets.Select(set => new { name = set.Name, version = set.Version }),
    };

    private static object Mail(bool hasKeys, bool mailPlaced) => new
    {
        host = "Outlook",
        platform = "PC",
        hostVersion = "16.0",
        addInVersion = "0.1.0",
        requirementSets = new[] { new { name = "Mailbox", version = "1.15" } },
        hasKeys,
        mailPlaced,
    };

    private static async Task<string> PaneVersion()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HandoffOffice.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        using var package = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "addin", "package.json"), TestContext.Current.CancellationToken));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    private async Task<FleetView> Fleet() => (await (await product.As(LocalPeople.TeodorIvanov)).Get("fleet")).As<FleetView>();
}
