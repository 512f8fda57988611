using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>A product of an organisation with three sensitivity labels, where one recorded model drafts and another judges, or rules draft and the model judges.</summary>
public sealed class LabelProduct : IAsyncDisposable
{
    public static readonly Guid Internal = new("11111111-2222-4333-8444-555555555501");
    public static readonly Guid Secret = new("11111111-2222-4333-8444-555555555502");
    public static readonly Guid TopSecret = new("11111111-2222-4333-8444-555555555503");

    /// <summary>A label that the settings do not know.</summary>
    public static readonly Guid Unknown = new("99999999-2222-4333-8444-555555555504");

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["SensitivityLabels:0:Id"] = $"{Internal}",
        ["SensitivityLabels:0:Name"] = "Internal",
        ["SensitivityLabels:0:ModelsMaySee"] = "true",
        ["SensitivityLabels:1:Id"] = $"{Secret}",
        ["SensitivityLabels:1:Name"] = "Secret",
        ["SensitivityLabels:2:Id"] = $"{TopSecret}",
        ["SensitivityLabels:2:Name"] = "Top secret",
        ["SensitivityLabels:2:ModelsMaySee"] = "false",
    };

    // It drafts as the rules do.
    private readonly TestDrafter model = new();
    private readonly Judge judge = new();

    public LabelProduct()
        : this(isModel: true)
    {
    }

    private LabelProduct(bool isModel) => Product = Product.Start(Settings, services =>
    {
        if (isModel)
        {
            services.AddSingleton<IChatClient>(model).AddSingleton(new DraftOrigin(DraftOriginKind.Model, "recorded"));
        }

        services.AddSingleton(provider => new SecondReader(judge, "recorded judge", TimeProvider.System, provider.GetRequiredService<LabelPolicy>()));
    });

    /// <summary>How often a model was asked, to draft or to judge.</summary>
    public int Calls => model.Calls + judge.Calls;

    public Product Product { get; }

    /// <summary>A product where rules draft, and a model is asked for a second reading only.</summary>
    public static LabelProduct WithJudgeOnly() => new(isModel: false);

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        model.Dispose();
    }

    /// <summary>Finds nothing, and counts how often it was asked.</summary>
    private sealed class Judge : IChatClient
    {
        private int calls;

        public int Calls => calls;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "{}")));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("A judge does not stream.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

/// <summary>What somebody does about labels.</summary>
internal static class LabelActs
{
    /// <summary>Starts a handoff from sources with these labels.</summary>
    public static async Task<Answer> StartFrom(this Session author, string workflow, string reviewer, params object[] sensitivityLabels) =>
        await author.Post("handoffs", new { workflow, record = await Run.Record(author, workflow), reviewers = new[] { reviewer }, sensitivityLabels });

    /// <summary>A handoff of Amara's, for Rita to review, from sources with these labels.</summary>
    public static async Task<Run> Labelled(this Product product, string workflow, params object[] labels)
    {
        Session author = await product.As(LocalPeople.AmaraOsei);
        Session reviewer = await product.As(LocalPeople.RitaOkafor);
        return new Run(product, author, reviewer, workflow, (await author.StartFrom(workflow, reviewer.PersonId, labels)).As<HandoffView>().Id);
    }
}
