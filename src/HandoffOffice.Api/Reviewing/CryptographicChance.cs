using System.Security.Cryptography;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Chance that nobody foresees: the operating system's.</summary>
internal sealed class CryptographicChance : IChance
{
    // As many as a double holds exactly.
    private const int ShareBits = 53;

    public double Share() => (BitConverter.ToUInt64(Bytes(sizeof(ulong))) >> (64 - ShareBits)) / (double)(1UL << ShareBits);

    public int Below(int count) => RandomNumberGenerator.GetInt32(count);

    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
