using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Domain.Auditing;

/// <summary>Which keys can be trusted by way of others: trust goes from a key to the one that it handed over to, and never back.</summary>
public static class KeyHandovers
{
    /// <summary>The handovers that lead to a key, oldest first. Later ones change nothing in it.</summary>
    public static IReadOnlyList<SignedKeyHandover> LeadingTo(string keyId, IReadOnlyList<SignedKeyHandover> all)
    {
        List<SignedKeyHandover> chain = [];
        while (all.FirstOrDefault(key => key.Handover.KeyId == keyId) is { } step && !chain.Contains(step))
        {
            chain.Insert(0, step);
            keyId = step.Handover.FromKeyId;
        }

        return chain;
    }

    /// <summary>The trusted keys, and all that they handed over to, by id.</summary>
    /// <param name="trusted">The public keys that are trusted. What is no key trusts nothing.</param>
    /// <param name="handovers">The handovers, in any order; those whose signature does not verify are no handovers.</param>
    public static IReadOnlyDictionary<string, byte[]> Follow(IEnumerable<byte[]> trusted, IReadOnlyList<SignedKeyHandover> handovers)
    {
        Dictionary<string, byte[]> known = [];
        foreach (byte[] key in trusted)
        {
            known[SealKey.IdOf(key)] = key;
        }

        for (int before = -1; before < known.Count;)
        {
            before = known.Count;
            foreach (SignedKeyHandover key in handovers)
            {
                if (known.TryGetValue(key.Handover.FromKeyId, out byte[]? publicKey)
                    && SealKey.ReadPublic(key.Handover.PublicKey) is { } next
                    && SealKey.IdOf(next) == key.Handover.KeyId
                    && SealKey.Verifies(key.Handover.ToSignedBytes(), key.Signature, publicKey))
                {
                    known.TryAdd(key.Handover.KeyId, next);
                }
            }
        }

        return known;
    }
}
