using System.Net;
using System.Net.Sockets;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>
/// Stands before a server on a loopback port and passes on what comes. While it is paused, connections stay open and nothing moves, as before a server that hangs;
/// while it is cut, there are none, as before one that is gone.
/// </summary>
public sealed class PausableProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly IPEndPoint server;
    private readonly Task accepting;
    private CancellationTokenSource lines = new();
    private volatile bool isCut;
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

    /// <summary>Ends every connection and takes no new one for a while.</summary>
    public async Task Cut(TimeSpan time, CancellationToken cancel)
    {
        isCut = true;
        await (Interlocked.Exchange(ref lines, new CancellationTokenSource())).CancelAsync();
        await Task.Delay(time, cancel);
        isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await accepting;
        ended.Dispose();
        lines.Dispose();
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
        using (var end = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, lines.Token))
        {
            if (isCut)
            {
                return;
            }

            caller.NoDelay = true;
            try
            {
                await called.ConnectAsync(server, end.Token);
                await Task.WhenAny(Pass(caller.GetStream(), called.GetStream(), end.Token), Pass(called.GetStream(), caller.GetStream(), end.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // One of the two has gone away; the other is told by the end of its connection.
            }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, CancellationToken end)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, end)) > 0)
        {
            await open.Task.WaitAsync(end);
            await to.WriteAsync(buffer.AsMemory(0, read), end);
        }
    }
}
