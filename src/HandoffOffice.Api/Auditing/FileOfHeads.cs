using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Auditing;

/// <summary>Where signed heads go, outside of the database: whoever changes the one does not reach the other.</summary>
public interface IKeepsHeads
{
    /// <summary>The last head that was kept for a tenant; null for the first.</summary>
    Task<SignedTreeHead?> Last(string tenantId, CancellationToken cancel);

    /// <summary>Keeps one more.</summary>
    Task Keep(SignedTreeHead head, CancellationToken cancel);
}

/// <summary>Settings <c>Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>The folder of the files of heads; relative to the host's folder.</summary>
    public string Heads { get; set; } = "App_Data/heads";

    /// <summary>How often heads are signed where entries were added.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>A file for each tenant, a head a line: what <c>handoff verify ledger --head</c> takes. Its folder should be on another machine, or write-once.</summary>
internal sealed class FileOfHeads(IOptions<LedgerOptions> options, IHostEnvironment environment) : IKeepsHeads
{
    private const byte EndOfLine = (byte)'\n';

    // A head is some 500 bytes long.
    private const int TailBytes = 16_384;

    public async Task<SignedTreeHead?> Last(string tenantId, CancellationToken cancel)
    {
        string file = FileOf(tenantId);
        if (!File.Exists(file))
        {
            return null;
        }

        await using FileStream stream = File.OpenRead(file);
        byte[] tail = await Tail(stream, cancel);
        ReadOnlySpan<byte> whole = tail.AsSpan(0, Whole(tail)).TrimEnd(EndOfLine);
        return whole.Length == 0 ? null : JsonSerializer.Deserialize<SignedTreeHead>(whole[(whole.LastIndexOf(EndOfLine) + 1)..], WorkflowFile.Options);
    }

    public async Task Keep(SignedTreeHead head, CancellationToken cancel)
    {
        string file = FileOf(head.Head.TenantId);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        byte[] tail = await Tail(stream, cancel);
        stream.SetLength(stream.Length - tail.Length + Whole(tail));
        stream.Seek(0, SeekOrigin.End);
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(head, WorkflowFile.Options), EndOfLine];
        await stream.WriteAsync(line, cancel);
    }

    private static async Task<byte[]> Tail(FileStream stream, CancellationToken cancel)
    {
        byte[] tail = new byte[Math.Min(stream.Length, TailBytes)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        await stream.ReadExactlyAsync(tail, cancel);
        return tail;
    }

    // A process that ended in the middle of a line left the beginning of one: it is no head, and the next one does not go on with it.
    private static int Whole(ReadOnlySpan<byte> content) => content.LastIndexOf(EndOfLine) + 1;

    // A tenant's id is a GUID in Entra ID, but nothing here rests on that.
    private string FileOf(string tenantId)
    {
        string name = tenantId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tenantId : $"{Sha256Digest.Of(tenantId)}";
        return Path.Combine(environment.ContentRootPath, options.Value.Heads, name + ".jsonl");
    }
}
