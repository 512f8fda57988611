using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Chance as a test says: what is drawn, and always the first of what there is to choose from.</summary>
public sealed class ScriptedChance : IChance
{
    /// <summary>The share that is drawn next and from then on; just below one draws nothing.</summary>
    public double NextShare { get; set; } = 0.999;

    /// <summary>Which one is chosen of several.</summary>
    public int Choice { get; set; }

    public double Share() => NextShare;

    public int Below(int count) => Choice % count;

    public byte[] Bytes(int count) => new byte[count];
}
