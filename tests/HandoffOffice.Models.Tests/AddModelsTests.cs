using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
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
    [InlineData("GoodFor", "a secret")]
    [InlineData("NotFor", "secret")]
    public void A_wrong_setting_stops_the_start_by_its_name_and_without_its_value(string name, string? value)
    {
        (string, string?)[] sound = [("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("Key", "k")];

        InvalidOperationException wrong = Assert.Throws<InvalidOperationException>(() => Services([.. sound.Where(s => s.Item1 != name), (name, value)]));

        Assert.StartsWith($"Models:AzureOpenAI:{name}", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void A_deployment_is_registered_for_what_its_settings_say()
    {
        using ServiceProvider services = Services(
            ("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("GoodFor:0", "writing"), ("GoodFor:1", "Extraction"), ("NotFor:0", "Reasoning"));

        ModelRegister register = services.GetRequiredService<ModelRegister>();

        Assert.Empty(register.Problems());
        Assert.Equal([ModelTask.Writing, ModelTask.Extraction], register.Models.Single().GoodFor);
        Assert.Equal("'gpt-drafts' is known to do Reasoning badly. Register a model that is for Reasoning, or choose another task.", register.Misfit(ModelTask.Reasoning)?.Detail);
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void A_deployment_whose_settings_say_nothing_is_for_texts()
    {
        using ServiceProvider services = Services(("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("NotFor:0", "Extraction"));

        Assert.Equal([ModelTask.Writing, ModelTask.Reasoning], services.GetRequiredService<ModelRegister>().Models.Single().GoodFor);
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void The_template_drafter_is_for_writing_alone()
    {
        using ServiceProvider services = Services();

        ModelRegister register = services.GetRequiredService<ModelRegister>();

        Assert.Null(register.Misfit(ModelTask.Writing));
        Assert.NotNull(register.Misfit(ModelTask.Extraction));
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void A_task_that_a_deployment_is_for_and_not_for_stops_the_start()
    {
        InvalidOperationException wrong = Assert.Throws<InvalidOperationException>(() => Services(
            ("Endpoint", "https://contoso.openai.azure.com"), ("Deployment", "gpt-drafts"), ("GoodFor:0", "Writing"), ("NotFor:0", "Writing")));

        Assert.StartsWith("Models:AzureOpenAI:GoodFor", wrong.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string? Value)[] settings) => new ServiceCollection().AddSingleton(LabelPolicy.None)
        .AddModels(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Models:AzureOpenAI:{s.Name}", s.Value))).Build())
        .BuildServiceProvider();
}
