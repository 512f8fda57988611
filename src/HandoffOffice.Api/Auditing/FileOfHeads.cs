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
    public async Task<SignedTreeHead?> Last(string tenantId, CancellationToken cancel)
    {
        string file = FileOf(tenantId);
        string? last = null;
        if (File.Exists(file))
        {
            await foreach (string line in File.ReadLinesAsync(file, cancel))
            {
                last = line.Length > 0 ? line : last;
            }
        }

        return last is null ? null : JsonSerializer.Deserialize<SignedTreeHead>(last, WorkflowFile.Options);
    }

    public async Task Keep(SignedTreeHead head, CancellationToken cancel)
    {
        string file = FileOf(head.Head.TenantId);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.AppendAllTextAsync(file, JsonSerializer.Serialize(head, WorkflowFile.Options) + "\n", cancel);
    }

    // A tenant's id is a GUID in Entra ID, but nothing here rests on that.
    private string FileOf(string tenantId)
    {
        string name = tenantId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tenantId : $"{Sha256Digest.Of(tenantId)}";
        return Path.Combine(environment.ContentRootPath, options.Value.Heads, name + ".jsonl");
    }
}
