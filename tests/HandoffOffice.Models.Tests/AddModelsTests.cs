using HandoffOffice.Domain.Drafting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Models.Tests;

public sealed class AddModelsTests
{
    [Fact]
    public void Without_settings_the_template_drafter_writes_and_says_that_it_is_no_AI()
    {
        using ServiceProvider services = Services();

        Assert.IsType<RulesDrafter>(services.GetRequiredService<IChatClient>());
        Assert.Equal(DraftOriginKind.Rules, services.GetRequiredService<DraftWriter>().Origin.Kind);
    }

    [Fact]
    public void With_settings_the_deployment_writes()
    {
        using ServiceProvider services = Services(("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("Key", "k"));

        Assert.Equal(new DraftOrigin(DraftOriginKind.Model, "gpt-drafts"), services.GetRequiredService<DraftWriter>().Origin);
        Assert.NotNull(services.GetRequiredService<IChatClient>());
    }

    [Fact]
    public void Without_a_key_the_processs_own_identity_is_used()
    {
        using ServiceProvider services = Services(("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"));

        Assert.NotNull(services.GetRequiredService<IChatClient>());
    }

    [Theory]
    [InlineData("Endpoint", null)]
    [InlineData("Endpoint", "contoso")]
    [InlineData("Endpoint", "http://contoso.openai.azure.com")]
    [InlineData("Endpoint", "https://user:secret@contoso.openai.azure.com")]
    [InlineData("Deployment", null)]
    [InlineData("Key", "a secret")]
    [InlineData("Retries", "9")]
    [InlineData("TimeoutSeconds", "secret")]
    public void A_wrong_setting_stops_the_start_by_its_name_and_without_its_value(string name, string? value)
    {
        (string, string?)[] sound = [("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("Key", "k")];

        InvalidOperationException wrong = Assert.Throws<InvalidOperationException>(() => Services([.. sound.Where(s => s.Item1 != name), (name, value)]));

        Assert.StartsWith($"Models:AzureOpenAI:{name}", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string? Value)[] settings) => new ServiceCollection()
        .AddModels(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Models:AzureOpenAI:{s.Name}", s.Value))).Build())
        .BuildServiceProvider();
}
