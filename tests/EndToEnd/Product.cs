using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;

namespace HandoffOffice.EndToEnd;

/// <summary>The product as a process of its own, on a free port of this machine, with a database that goes with it.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-e2e-");
    private readonly StringBuilder output = new();
    private Process? process;

    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    public async ValueTask InitializeAsync()
    {
        string api = Path.Combine(Root(), "src", "HandoffOffice.Api");
        string configuration = typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(api, "bin", configuration, "net10.0", "HandoffOffice.Api.dll"), "--urls", Url])
        {
            WorkingDirectory = api,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__HandoffOffice"] = $"Data Source={Path.Combine(folder.FullName, "e2e.db")}",
            },
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>One of the local people, beside the browser.</summary>
    public Task<Session> As(LocalPerson person) => Session.SignIn(Client, person);

    /// <summary>A ready workflow that everybody can run, changed before it was added.</summary>
    public async Task Launch(string ready, Action<JsonObject>? change = null)
    {
        Session designer = await As(LocalPeople.MeiTanaka);
        JsonObject workflow = (await designer.Get($"library/{ready}")).As<JsonObject>();
        change?.Invoke(workflow);
        await designer.Launch(workflow, await As(LocalPeople.TeodorIvanov));
    }

    private HttpClient Client() => new() { BaseAddress = new Uri(Url) };

    /// <summary>The folder with the solution.</summary>
    public static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "HandoffOffice.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("No HandoffOffice.sln above the tests.");
    }

    private async Task UntilReady()
    {
        using HttpClient http = Client();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60);)
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            Assert.False(process!.HasExited, $"The product ended:\n{Said()}");
            await Task.Delay(100);
        }

        Assert.Fail($"The product is not ready after 60 s:\n{Said()}");
    }

    // Its output is still being written while this is asked.
    private string Said()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
