using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>A product whose drafter a test can stall or break.</summary>
public sealed class DrafterProduct : IAsyncDisposable
{
    public DrafterProduct() => Product = Product.Start(services: services => services.AddSingleton<IChatClient>(Drafter));

    public TestDrafter Drafter { get; } = new();

    public Product Product { get; }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        Drafter.Dispose();
    }
}
