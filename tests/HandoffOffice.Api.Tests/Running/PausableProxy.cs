using System.Net;
using System.Net.Sockets;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Stands before a server on a loopback port and passes on what comes, but while it is paused: then connections stay open and nothing moves, as before a server that hangs.</summary>
public sealed class PausableProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly IPEndPoint server;
    private readonly Task accepting;
    private volatile TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PausableProxy(IPEndPoint server)
    {
        this.server = server;
        open.SetResult();
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Lets nothing through for a while.</summary>
    public async Task Pause(TimeSpan time, CancellationToken cancel)
    {
        open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.Delay(time, cancel);
        open.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await accepting;
        ended.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                TcpClient caller = await listener.AcceptTcpClientAsync(ended.Token);
                _ = Join(caller);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient caller)
    {
        using (caller)
        using (var called = new TcpClient { NoDelay = true })
        {
            caller.NoDelay = true;
            try
            {
                await called.ConnectAsync(server, ended.Token);
                await Task.WhenAny(Pass(caller.GetStream(), called.GetStream()), Pass(called.GetStream(), caller.GetStream()));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // One of the two has gone away; the other is told by the end of its connection.
            }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, ended.Token)) > 0)
        {
            await open.Task.WaitAsync(ended.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }
}
