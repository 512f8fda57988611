using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Identity;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>The product as a process of its own, to be killed and started again over the same database.</summary>
/// <param name="settings">Settings beside the usual ones.</param>
/// <param name="authority">Where the stand-in of Entra ID listens; null for the local people.</param>
/// <param name="first">Another process whose database and keys this one has, and who takes them away; null for its own.</param>
public sealed class HostProcess(IReadOnlyDictionary<string, string?>? settings = null, Uri? authority = null, HostProcess? first = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = first?.folder ?? Directory.CreateTempSubdirectory("handoffoffice-kill-");
    private readonly StringBuilder output = new();
    private TestDatabase? database;
    private Process? process;
    private HttpClient client = new();

    /// <summary>The heads of the local people's ledger, as they were kept outside of the database.</summary>
    public string HeadFile => Path.Combine(folder.FullName, "heads", LocalPeople.TenantId + ".jsonl");

    /// <summary>Its database.</summary>
    public TestDatabase Database => first?.Database ?? (database ??= TestDatabase.At(Path.Combine(folder.FullName, "killed.db")));

    /// <summary>Where it listens; null while it does not.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Starts it; comes back when it is ready.</summary>
    public async Task Start()
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        process = Process.Start(Command("--urls", url)) ?? throw new InvalidOperationException("No process was started.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        client.Dispose();
        client = new HttpClient { BaseAddress = new Uri(url), Timeout = Patience };
        await UntilReady();
        Address = new Uri(url);
    }

    /// <summary>Ends it at once (SIGKILL): nothing in it runs to its end.</summary>
    public async Task Kill()
    {
        if (process is null)
        {
            return;
        }

        Address = null;
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    /// <summary>Runs a command of the product over the same database, while it does not serve.</summary>
    /// <returns>Its exit code, and the lines that it said.</returns>
    public async Task<(int ExitCode, string[] Output, string[] Error)> Do(params string[] arguments)
    {
        using Process command = Process.Start(Command(arguments)) ?? throw new InvalidOperationException("No process was started.");
        Task<string> said = command.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> failed = command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (command.ExitCode, Lines(await said), Lines(await failed));

        static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>One of the local people, signed in to the process that runs now.</summary>
    public async Task<Session> As(LocalPerson person)
    {
        var stranger = new Session(client, person.Id, null);
        return new Session(client, person.Id, (await stranger.Post("local/token", new { personId = person.Id })).As<LocalToken>().AccessToken);
    }

    /// <summary>Whoever a token says.</summary>
    public Session As(TokenBuilder token) => new(client, token.ObjectId, token.Build());

    /// <summary>Lets time go by for drafts that nobody writes any more: their lease is over.</summary>
    public void AbandonDrafts() => Database.Write("UPDATE Handoffs SET DraftingSince = '2026-01-01T00:00:00.0000000+00:00' WHERE State = 'Drafting'");

    /// <summary>Lets time go by for mails that nobody sends any more.</summary>
    public void AbandonAttempts() => Database.Write("UPDATE Deliveries SET BusyUntil = NULL");

    public async ValueTask DisposeAsync()
    {
        await Kill();
        client.Dispose();
        if (first is null)
        {
            await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Delete(recursive: true);
        }
    }

    private async Task UntilReady()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            try
            {
                if ((await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            Assert.False(process!.HasExited, $"The product ended:\n{Said()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The product is not ready:\n{Said()}");
    }

    private ProcessStartInfo Command(params string[] arguments)
    {
        string tests = Path.Combine(AppContext.BaseDirectory, typeof(HostProcess).Assembly.GetName().Name!);
        // With the tests' own dependencies it finds the stand-ins (StandIns).
        string[] how = authority is null ? [] : ["exec", "--depsfile", $"{tests}.deps.json", "--runtimeconfig", $"{tests}.runtimeconfig.json"];
        var start = new ProcessStartInfo("dotnet", [.. how, Path.Combine(AppContext.BaseDirectory, "HandoffOffice.Api.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Keys__Folder"] = Path.Combine(folder.FullName, "keys"),
                ["Ledger__Heads"] = Path.Combine(folder.FullName, "heads"),
                ["Ledger__Interval"] = "00:00:00.05",
            },
        };
        if (authority is not null)
        {
            start.Environment[StandIns.Variable] = authority.AbsoluteUri;
            start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(HostProcess).Assembly.GetName().Name;
        }

        foreach ((string name, string? value) in Database.Settings.Concat(settings ?? new Dictionary<string, string?>()))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
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
