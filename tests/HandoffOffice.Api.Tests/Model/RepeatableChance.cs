using CsCheck;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>The product's chance, the same again for each sequence.</summary>
public sealed class RepeatableChance : IChance
{
    private PCG numbers = new(0);

    public void Begin(uint seed) => numbers = new PCG(seed);

    public double Share() => numbers.Next() / (1.0 + uint.MaxValue);

    public int Below(int count) => (int)numbers.Next((uint)count);

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)numbers.Next(256))];
}
