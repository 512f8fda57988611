namespace HandoffOffice.Api.Tests.Running;

/// <summary>One product for the tests of one class: nothing else writes to its database while they look at all of it.</summary>
public sealed class OwnProduct : IAsyncDisposable
{
    public Product Product { get; } = Product.Start();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
