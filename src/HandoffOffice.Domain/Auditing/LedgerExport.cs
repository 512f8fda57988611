using System.Buffers;
using System.Text;
using System.Text.Json;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Auditing;

/// <summary>The first line of an exported ledger.</summary>
/// <param name="Form">Names the format, <see cref="LedgerExport.Form"/>.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="Head">The signed head over exactly the entries that follow.</param>
/// <param name="Keys">How the signing keys took over from each other, oldest first.</param>
public sealed record LedgerExportHeader(string Form, string TenantId, SignedTreeHead Head, IReadOnlyList<SignedKeyHandover> Keys);

/// <summary>
/// A tenant's ledger as JSON lines: the header, then a line for each entry, in order: <c>{"hash":H,"leaf":{...}}</c>. The bytes of the leaf,
/// as they stand in the line, are the data of the tree's leaf (RFC 6962 section 2.1); the hash is what the database kept for it.
/// </summary>
public static class LedgerExport
{
    /// <summary>Names this format.</summary>
    public const string Form = "handoffoffice-ledger-1";

    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MaxLine = 1024 * 1024;

    private static ReadOnlySpan<byte> BeforeHash => "{\"hash\":\""u8;

    private static ReadOnlySpan<byte> BeforeLeaf => "\",\"leaf\":"u8;

    /// <summary>The header's line, without its line feed.</summary>
    public static string Write(LedgerExportHeader header) => JsonSerializer.Serialize(header, WorkflowFile.Options);

    /// <summary>An entry's line, without its line feed.</summary>
    /// <param name="hash">The leaf hash that was kept.</param>
    /// <param name="leaf">The leaf's data: canonical JSON.</param>
    public static string Write(string hash, string leaf) =>
        $"{Encoding.ASCII.GetString(BeforeHash)}{hash}{Encoding.ASCII.GetString(BeforeLeaf)}{leaf}}}";

    /// <summary>Reads the header.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static LedgerExportHeader ReadHeader(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerExportHeader>(line, WorkflowFile.Options) is { Form: Form } header
                ? header
                : throw new FormatException($"The first line is not the header of a ledger in the form {Form}.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The first line is not the header of a ledger: {e.Message}", e);
        }
    }

    /// <summary>The parts of an entry's line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="hash">64 hexadecimal digits, as they stand there.</param>
    /// <param name="leaf">The leaf's data.</param>
    /// <returns>False when the line is not of this form.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> hash, out ReadOnlySpan<byte> leaf)
    {
        hash = [];
        leaf = [];
        int leafAt = BeforeHash.Length + 64 + BeforeLeaf.Length;
        if (line.Length <= leafAt || !line.StartsWith(BeforeHash) || line[^1] != (byte)'}' || !line[(BeforeHash.Length + 64)..].StartsWith(BeforeLeaf))
        {
            return false;
        }

        hash = line.Slice(BeforeHash.Length, 64);
        leaf = line[leafAt..^1];
        return true;
    }

    /// <summary>The lines of a file of this format, one after the other; each is good until the next is asked for.</summary>
    /// <exception cref="FormatException">A line is longer than <see cref="MaxLine"/>.</exception>
    internal static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream file)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxLine + 1);
        try
        {
            int length = 0;
            while (true)
            {
                int read = file.Read(buffer, length, buffer.Length - length);
                int scanned = length;
                length += read;
                int start = 0;
                for (int end; (end = buffer.AsSpan(scanned, length - scanned).IndexOf((byte)'\n')) >= 0; start = scanned)
                {
                    end += scanned;
                    yield return buffer.AsMemory(start, end - start);
                    scanned = end + 1;
                }

                buffer.AsSpan(start, length - start).CopyTo(buffer);
                length -= start;
                if (read == 0)
                {
                    break;
                }

                if (length > MaxLine)
                {
                    throw new FormatException($"A line is longer than {MaxLine} bytes.");
                }
            }

            if (length > 0)
            {
                yield return buffer.AsMemory(0, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
