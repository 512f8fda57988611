using Xunit;

namespace HandoffOffice.Microsoft365.Tests;

public sealed class GraphScopeTests
{
    [Fact]
    public void Sending_mail_and_the_persons_own_files_are_all_that_is_asked_for() =>
        Assert.Equal(["Mail.Send", "Files.ReadWrite"], GraphScope.All.Select(scope => scope.Name));

    [Fact]
    public void No_permission_reaches_beyond_the_person_and_each_has_its_reason() => Assert.All(GraphScope.All, scope =>
    {
        Assert.DoesNotContain(scope.Name.Split('.'), part => part is "All" or "Shared");
        Assert.EndsWith(".", scope.Why, StringComparison.Ordinal);
    });

    [Fact]
    public void A_token_is_asked_for_it_by_its_full_name() =>
        Assert.Equal("https://graph.microsoft.com/Mail.Send", GraphScope.SendMail.Identifier.AbsoluteUri);
}
