using HandoffOffice.Domain.Fleet;
using Xunit;

namespace HandoffOffice.Domain.Tests.Fleet;

[Trait("Capability", "C103")]
public sealed class InstallationTests
{
    private static readonly Installation Sound = new(HostType.Outlook, PlatformType.Mac, "16.103 (25101417)", "1.4.0-rc.1+abc", [new("Mailbox", "1.15"), new("NestedAppAuth", "1.1")], true);

    [Fact]
    public void A_sound_installation_has_no_problem() => Assert.Empty(Problems(Sound));

    [Theory]
    [InlineData("")]
    [InlineData("16.0\n")]
    public void The_applications_version_is_a_short_text(string version)
    {
        Assert.Equal(["/hostVersion"], Problems(Sound with { HostVersion = version }));
        Assert.Equal(["/hostVersion"], Problems(Sound with { HostVersion = new string('1', 65) }));
        Assert.Empty(Problems(Sound with { HostVersion = new string('1', 64) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.4")]
    [InlineData("v1.4.0")]
    [InlineData("1.4.0\n")]
    [InlineData("1.4.٣")]
    [InlineData("9999999999.0.0")]
    public void The_panes_version_is_three_numbers(string version) => Assert.Equal(["/addInVersion"], Problems(Sound with { AddInVersion = version }));

    [Theory]
    [InlineData("Mailbox", "1")]
    [InlineData("Mailbox", "1.12.1")]
    [InlineData("Mailbox", "1.x")]
    [InlineData("Mailbox", "1.1000")]
    [InlineData("", "1.1")]
    [InlineData("Mail box", "1.1")]
    public void A_requirement_set_is_a_name_and_two_numbers(string name, string version) =>
        Assert.Equal(["/requirementSets/1"], Problems(Sound with { RequirementSets = [new("WordApi", "1.4"), new(name, version)] }));

    [Fact]
    public void Each_set_is_named_once_and_there_are_16_at_most()
    {
        Assert.Equal(["/requirementSets/2/name"], Problems(Sound with { RequirementSets = [new("Mailbox", "1.4"), new("WordApi", "1.4"), new("Mailbox", "1.5")] }));
        Assert.Equal(["/requirementSets"], Problems(Sound with { RequirementSets = [.. Enumerable.Range(0, 17).Select(n => new RequirementSet($"Set{(char)('a' + n)}", "1.1"))] }));
    }

    private static IEnumerable<string> Problems(Installation said) => InstallationRules.Problems(said).Select(problem => $"{problem.Pointer}");
}
