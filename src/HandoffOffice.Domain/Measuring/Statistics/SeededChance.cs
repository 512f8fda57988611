using System.Buffers.Binary;

namespace HandoffOffice.Domain.Measuring.Statistics;

/// <summary>Numbers as if by chance, the same ones for the same name: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). No secret comes from here.</summary>
public sealed class SeededChance
{
    private ulong state;

    private SeededChance(ulong state) => this.state = state;

    /// <summary>Those that go by this name.</summary>
    public static SeededChance Of(string name) => new(BinaryPrimitives.ReadUInt64BigEndian(Sha256Digest.Of(name).ToBytes()));

    /// <summary>One of 0, 1, ... below <paramref name="count"/>, which is at least 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    private ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
