using System.Text;
using CsCheck;

namespace HandoffOffice.Redlining.Tests;

/// <summary>The checksum of archive entries.</summary>
public sealed class Crc32Tests
{
    // The check value of CRC-32/ISO-HDLC.
    [Fact]
    [Trait("Capability", "C60")]
    public void The_check_value_is_the_published_one() => Assert.Equal(0xCBF43926, Crc32.Of(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    [Trait("Capability", "C60")]
    public void Any_length_gives_what_bit_after_bit_gives() => Gen.Byte.Array[0, 40].Sample(bytes => Crc32.Of(bytes) == BitByBit(bytes), iter: 500);

    private static uint BitByBit(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
