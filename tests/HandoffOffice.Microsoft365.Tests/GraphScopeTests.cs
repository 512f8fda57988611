using Xunit;

namespace HandoffOffice.Microsoft365.Tests;

public sealed class GraphScopeTests
{
    [Fact]
    public void The_persons_own_mail_and_files_are_all_that_is_asked_for() =>
        Assert.Equal(["Mail.Send", "Mail.ReadWrite", "Files.ReadWrite"], GraphScope.All.Select(scope => scope.Name));

    [Fact]
    public void Sending_a_mail_asks_for_no_files() => Assert.Equal(["Mail.Send", "Mail.ReadWrite"], GraphScope.ToSendMail.Select(scope => scope.Name));

    [Fact]
    public void No_permission_reaches_beyond_the_person_and_each_has_its_reason() => Assert.All(GraphScope.All, scope =>
    {
        Assert.DoesNotContain(scope.Name.Split('.'), part => part is "All" or "Shared");
        Assert.EndsWith(".", scope.Why, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/Mail.Send")]
    [InlineData("https://graph.microsoft.us/v1.0", "https://graph.microsoft.us/Mail.Send")]
    public void A_token_is_asked_for_it_by_its_full_name_in_its_cloud(string graph, string scope) =>
        Assert.Equal(scope, GraphScope.SendMail.IdentifierAt(new Uri(graph)).AbsoluteUri);
}
