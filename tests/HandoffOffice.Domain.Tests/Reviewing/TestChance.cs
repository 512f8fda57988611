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

/// <summary>Chance that always chooses the same one of several, and plants nothing.</summary>
internal sealed class FixedChance(int choice) : IChance
{
    public double Share() => 0.999;

    public int Below(int count) => choice % count;

    public byte[] Bytes(int count) => new byte[count];
}
