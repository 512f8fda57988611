namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>Chance, passed in: the domain has none of its own. In the product it is cryptographic, so that nobody foresees a draw.</summary>
public interface IChance
{
    /// <summary>A share, at least 0 and below 1, each as likely as any other.</summary>
    double Share();

    /// <summary>A whole number, at least 0 and below <paramref name="count"/>, each as likely as any other.</summary>
    int Below(int count);

    /// <summary>As many bytes.</summary>
    byte[] Bytes(int count);
}
