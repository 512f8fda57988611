using System.Globalization;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Archiving;

namespace HandoffOffice.Api.Archiving;

/// <summary>
/// What whoever runs the host does with all data of its tenants instead of serving: <c>export FOLDER</c> and <c>import FOLDER</c> (or one archive of it), followed by
/// settings as the host takes them. So an installation moves from SQLite to PostgreSQL, or to another machine.
/// </summary>
internal sealed class ArchiveCommand
{
    private const string Extension = ".zip";

    private readonly Direction direction;
    private readonly string path;

    private ArchiveCommand(Direction direction, string path, string[] settings)
    {
        this.direction = direction;
        this.path = path;
        Settings = settings;
    }

    private enum Direction
    {
        Export,
        Import,
    }

    /// <summary>The rest of the command line.</summary>
    public string[] Settings { get; }

    /// <summary>The command of a command line; null where it has none, and the host is to serve.</summary>
    /// <exception cref="InvalidOperationException">It has one that is not complete.</exception>
    public static ArchiveCommand? In(string[] args)
    {
        if (args.FirstOrDefault() is not ("export" or "import"))
        {
            return null;
        }

        return args.Length > 1 && !args[1].StartsWith('-')
            ? new ArchiveCommand(args[0] == "export" ? Direction.Export : Direction.Import, Path.GetFullPath(args[1]), args[2..])
            : throw new InvalidOperationException($"'{args[0]}' is followed by the folder of the archives.");
    }

    /// <summary>Carries it out: a line for each tenant, and one where it ends early.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            if (direction == Direction.Export)
            {
                await Export(services, output, cancel);
            }
            else
            {
                await Import(services, output, cancel);
            }

            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArchiveRefusedException || DatabaseFailure.In(e) is not null)
        {
            await error.WriteLineAsync($"HandoffOffice can't {(direction == Direction.Export ? "export" : "import")}: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private async Task Export(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        foreach (string tenant in await InScope(services, scope => scope.GetRequiredService<ArchiveWriter>().Tenants(cancel)))
        {
            string file = Path.Combine(path, Uri.EscapeDataString(tenant) + Extension);
            if (File.Exists(file))
            {
                throw new IOException($"{file} is there already. Take it away, or name another folder.");
            }

            ArchiveManifest manifest = await InScope(services, scope => Write(scope.GetRequiredService<ArchiveWriter>(), tenant, file, cancel));
            await output.WriteLineAsync(Line(manifest, file));
        }
    }

    // Under its own name it is complete. It has everything in it that people wrote: nobody else on the machine reads it.
    private static async Task<ArchiveManifest> Write(ArchiveWriter writer, string tenant, string file, CancellationToken cancel)
    {
        string unfinished = file + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            ArchiveManifest manifest;
            await using (var stream = new FileStream(unfinished, options))
            {
                manifest = await writer.Write(tenant, stream, cancel);
            }

            File.Move(unfinished, file);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task Import(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*" + Extension).Order(StringComparer.Ordinal)] : [path];
        if (files.Length == 0)
        {
            throw new IOException($"{path} has no archive.");
        }

        foreach (string file in files)
        {
            try
            {
                await using FileStream stream = File.OpenRead(file);
                ArchiveManifest manifest = await InScope(services, scope => scope.GetRequiredService<ArchiveReader>().Read(stream, cancel));
                await output.WriteLineAsync(Line(manifest, file));
            }
            catch (ArchiveRefusedException refused)
            {
                throw new ArchiveRefusedException($"{file}: {refused.Message}", refused);
            }
        }
    }

    private static string Line(ArchiveManifest manifest, string file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.TenantId}: {manifest.Rows()} rows of {manifest.Parts.Count} tables, a ledger of {manifest.LedgerSize} entries with the root {manifest.LedgerRoot}, signed with the key {manifest.KeyId}: {file}");

    private static async Task<T> InScope<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
