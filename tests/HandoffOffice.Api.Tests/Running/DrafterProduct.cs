using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>A product whose drafter a test can stall or break.</summary>
public sealed class DrafterProduct : IAsyncDisposable
{
    public DrafterProduct() => Product = Product.Start(services: services => services.AddSingleton<IChatClient>(Drafter));

    public TestDrafter Drafter { get; } = new();

    public Product Product { get; }

    /// <summary>Ends what runs in the background, as the end of the host does.</summary>
    public async Task Stop()
    {
        foreach (IHostedService job in Product.Services.GetServices<IHostedService>().Where(job => job.GetType().Name == "BackgroundDrafts"))
        {
            await job.StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        Drafter.Dispose();
    }
}
