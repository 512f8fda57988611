using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Storage.Archiving;

/// <summary>How an archive lies in its ZIP file: <c>TABLE.jsonl</c> for each table, <c>keys.json</c>, and <c>manifest.json</c>, which is written last.</summary>
internal static class ArchiveFile
{
    public const string Manifest = "manifest.json";

    public const string Keys = "keys.json";

    public static string PartOf(string table) => $"{table}.jsonl";

    /// <summary>Writes an entry.</summary>
    /// <returns>SHA-256 over the bytes.</returns>
    public static async Task<Sha256Digest> Write(ZipArchive zip, string name, Func<Stream, Task> write)
    {
        using var hash = SHA256.Create();
        await using (Stream entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync())
        await using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write))
        {
            await write(hashed);
        }

        return Sha256Digest.FromBytes(hash.Hash);
    }

    /// <summary>Writes an entry as JSON.</summary>
    /// <returns>SHA-256 over the bytes.</returns>
    public static Task<Sha256Digest> Write<T>(ZipArchive zip, string name, T value, CancellationToken cancel) =>
        Write(zip, name, stream => JsonSerializer.SerializeAsync(stream, value, WorkflowFile.Options, cancel));

    /// <summary>Reads an entry of JSON whole.</summary>
    /// <exception cref="ArchiveRefusedException">It is missing or no such JSON.</exception>
    public static async Task<(T Value, Sha256Digest Digest)> Read<T>(ZipArchive zip, string name, CancellationToken cancel)
    {
        await using Stream entry = await Entry(zip, name).OpenAsync(cancel);
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes, cancel);
        try
        {
            T value = JsonSerializer.Deserialize<T>(bytes.ToArray(), WorkflowFile.Options) ?? throw new JsonException("It is null.");
            return (value, Sha256Digest.Of(bytes.ToArray()));
        }
        catch (JsonException e)
        {
            throw new ArchiveRefusedException($"{name} can't be read: {e.Message}", e);
        }
    }

    /// <summary>The entry of this name.</summary>
    /// <exception cref="ArchiveRefusedException">There is none.</exception>
    public static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new ArchiveRefusedException($"It has no {name}.");
}

/// <summary>An archive is not used, and nothing was changed. The message says why in one line.</summary>
/// <param name="message">What to say.</param>
/// <param name="inner">What it comes from.</param>
public sealed class ArchiveRefusedException(string message, Exception? inner = null) : Exception(message, inner);
