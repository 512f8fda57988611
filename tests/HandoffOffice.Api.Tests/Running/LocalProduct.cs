using HandoffOffice.Api.Tests.Running;
using Xunit;

[assembly: AssemblyFixture(typeof(LocalProduct))]

namespace HandoffOffice.Api.Tests.Running;

/// <summary>One product with the local identity for all tests that only add handoffs of their own.</summary>
public sealed class LocalProduct : IAsyncDisposable
{
    public Product Product { get; } = Product.Start();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
