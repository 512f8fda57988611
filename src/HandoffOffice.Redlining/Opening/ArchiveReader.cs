using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace HandoffOffice.Redlining;

/// <summary>Inflates an archive within limits.</summary>
internal static class ArchiveReader
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private const uint EndOfDirectory = 0x06054b50;
    private const uint DirectoryEntry = 0x02014b50;

    /// <summary>All entries in archive order, name without leading slash.</summary>
    public static List<KeyValuePair<string, byte[]>> Read(ReadOnlyMemory<byte> file, DocumentLimits limits)
    {
        if (file.Length > limits.MaxFileBytes)
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"The file is larger than {limits.MaxFileBytes} bytes.");
        }

        if (file.Span.StartsWith(CompoundFile))
        {
            throw new DocumentRefusedException(RefusalCodes.Encrypted, "The file is protected (encrypted or rights-managed) or in the old binary format, so nothing of it can be read. If you may, save a copy without protection, as .docx or .xlsx.");
        }

        RefuseTooManyEntries(file.Span, limits.MaxParts);
        try
        {
            using var archive = new ZipArchive(Open(file), ZipArchiveMode.Read);
            RefuseTooMuch(archive, limits);
            return Inflate(archive, limits);
        }
        catch (InvalidDataException e)
        {
            throw new DocumentRefusedException(RefusalCodes.NotAZip, "The file is no readable ZIP archive.", null, e);
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var array) && array.Array is { } bytes
            ? new MemoryStream(bytes, array.Offset, array.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);

    private static List<KeyValuePair<string, byte[]>> Inflate(ZipArchive archive, DocumentLimits limits)
    {
        var parts = new List<KeyValuePair<string, byte[]>>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.TrimStart('/');
            if (entry.IsEncrypted)
            {
                throw new DocumentRefusedException(RefusalCodes.Encrypted, "A part is encrypted.", "/" + name);
            }

            if (!names.Add(name))
            {
                // Two readers could take two different texts for the same document (ECMA-376 Part 2, 6.2.2.3: equivalent names).
                throw new DocumentRefusedException(RefusalCodes.NotAWordDocument, "Two parts have the same name.", "/" + name);
            }

            var bytes = InflateEntry(entry, name, limits, limits.MaxTotalBytes - total);
            total += bytes.Length;
            if (!name.EndsWith('/'))
            {
                parts.Add(new(name, bytes));
            }
        }

        return parts;
    }

    private static void RefuseTooMuch(ZipArchive archive, DocumentLimits limits)
    {
        if (archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > limits.MaxTotalBytes)
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"The file is larger than {limits.MaxTotalBytes} bytes when inflated.");
        }
    }

    // What the archive states is enough to refuse it, and never enough to believe it: room is made for the stated size, and more than that is no part.
    private static byte[] InflateEntry(ZipArchiveEntry entry, string name, DocumentLimits limits, long left)
    {
        if (entry.Length > limits.MaxPartBytes || entry.Length > left)
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, "A part is too large when inflated.", "/" + name);
        }

        if (entry.Length > DocumentLimits.RatioFloorBytes && entry.Length > limits.MaxRatio * Math.Max(1, entry.CompressedLength))
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"A part inflates more than {limits.MaxRatio} times.", "/" + name);
        }

        using var source = entry.Open();
        var bytes = new byte[entry.Length];
        var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

        // The archive class may stop at the stated size, and does not check the sum: what another reader would see beyond it must not pass.
        return length == bytes.Length && source.ReadByte() < 0 && Crc32.Of(bytes) == entry.Crc32
            ? bytes
            : throw new DocumentRefusedException(RefusalCodes.NotAZip, "A part is damaged: its size or checksum is wrong.", "/" + name);
    }

    /// <summary>Walks the central directory before the archive class does, which would build an object for every entry first.</summary>
    private static void RefuseTooManyEntries(ReadOnlySpan<byte> file, int limit)
    {
        var end = FindEndOfDirectory(file);
        if (end < 0)
        {
            throw new DocumentRefusedException(RefusalCodes.NotAZip, "The file is no ZIP archive.");
        }

        var offset = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        var stated = BinaryPrimitives.ReadUInt16LittleEndian(file[(end + 10)..]);
        if (stated == ushort.MaxValue || offset == uint.MaxValue)
        {
            // The marks of ZIP64: a directory of 65,535 entries or more, or beyond 4 GiB.
            throw new DocumentRefusedException(RefusalCodes.TooManyParts, $"The archive has more than {limit} parts.");
        }

        var count = 0;
        for (long at = offset; at + 46 <= file.Length && ReadSignature(file, at) == DirectoryEntry; count++)
        {
            if (count >= limit)
            {
                throw new DocumentRefusedException(RefusalCodes.TooManyParts, $"The archive has more than {limit} parts.");
            }

            var entry = file[(int)at..];
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }

    private static uint ReadSignature(ReadOnlySpan<byte> file, long at) => BinaryPrimitives.ReadUInt32LittleEndian(file[(int)at..]);

    private static int FindEndOfDirectory(ReadOnlySpan<byte> file)
    {
        var earliest = Math.Max(0, file.Length - 22 - ushort.MaxValue);
        for (var at = file.Length - 22; at >= earliest; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == EndOfDirectory)
            {
                return at;
            }
        }

        return -1;
    }
}
