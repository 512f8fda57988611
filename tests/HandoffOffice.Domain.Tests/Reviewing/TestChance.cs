using CsCheck;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Tests.Reviewing;

/// <summary>Chance that can be repeated: by its seed.</summary>
internal sealed class TestChance(uint seed) : IChance
{
    private readonly PCG numbers = new(seed);

    public double Share() => numbers.Next() / (1.0 + uint.MaxValue);

    public int Below(int count) => (int)numbers.Next((uint)count);

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)numbers.Next(256))];
}
