using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>
/// Reads bytes as text whose encoding nobody has said: UTF-8 and UTF-16 by their byte order mark or by what they look like, else Windows-1252, which is what
/// older programs of Europe and America write. A file that mixes two of them is refused with the line, for half of its words would be wrong.
/// </summary>
public static class TextEncodings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // Windows-1252 leaves these five free; the framework reads them as control characters.
    private static ReadOnlySpan<byte> Undefined => [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    /// <summary>The text and the name of its encoding, or why there is none.</summary>
    public static (string? Text, string Encoding, TableFault? Fault) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Single(bytes[3..]);
        }

        if (bytes.Length >= 2 && (IsMark(bytes, 0xFF, 0xFE) || IsMark(bytes, 0xFE, 0xFF)))
        {
            return Wide(bytes[2..], bigEndian: bytes[0] == 0xFE);
        }

        return bytes.IndexOf((byte)0) < 0 ? Single(bytes) : LooksWide(bytes) is { } bigEndian ? Wide(bytes, bigEndian) : NotText("It has bytes that no text has.");
    }

    // Of every two bytes of western text in UTF-16 one is nearly always zero, and always the same one.
    private static bool? LooksWide(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 == 1)
        {
            return null;
        }

        (int first, int second) = (0, 0);
        int sample = Math.Min(bytes.Length, 4096);
        for (int i = 0; i < sample; i += 2)
        {
            first += bytes[i] == 0 ? 1 : 0;
            second += bytes[i + 1] == 0 ? 1 : 0;
        }

        int most = sample / 2;
        return 2 * first > most && second == 0 ? true : 2 * second > most && first == 0 ? false : null;
    }

    private static (string?, string, TableFault?) Wide(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            return (new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes), bigEndian ? "UTF-16BE" : "UTF-16LE", null);
        }
        catch (ArgumentException)
        {
            return NotText("It says that it is UTF-16 and is not.");
        }
    }

    private static (string?, string, TableFault?) Single(ReadOnlySpan<byte> bytes)
    {
        (int? wrong, bool hasOther) = Lines(bytes);
        if (wrong is null)
        {
            return (Utf8.GetString(bytes), "UTF-8", null);
        }

        return hasOther
            ? (null, string.Empty, new TableFault("encoding-mixed", $"Line {Shown(wrong.Value)} is not in the encoding of the lines before or after it: part of the file is UTF-8, part is not. Save it once more as UTF-8."))
            : bytes.IndexOfAny(Undefined) >= 0 ? NotText($"Line {Shown(wrong.Value)} is neither UTF-8 nor Windows-1252.")
            : (Windows1252.GetString(bytes), "Windows-1252", null);
    }

    // The first line that is no UTF-8, and whether another line is UTF-8 with more than ASCII in it.
    private static (int? Wrong, bool HasOther) Lines(ReadOnlySpan<byte> bytes)
    {
        int? wrong = null;
        bool hasOther = false;
        for (int line = 1; bytes.Length > 0; line++)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> one = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (!System.Text.Unicode.Utf8.IsValid(one))
            {
                wrong ??= line;
            }
            else
            {
                hasOther |= !Ascii.IsValid(one);
            }
        }

        return (wrong, hasOther);
    }

    private static bool IsMark(ReadOnlySpan<byte> bytes, byte first, byte second) => bytes[0] == first && bytes[1] == second;

    private static string Shown(int line) => line.ToString("#,0", CultureInfo.InvariantCulture);

    private static (string?, string, TableFault?) NotText(string why) => (null, string.Empty, new TableFault("not-text", $"This is no text that can be read. {why} Save it as UTF-8."));
}
