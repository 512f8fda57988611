using System.Numerics;
using System.Security.Cryptography;

namespace HandoffOffice.Domain.Auditing;

/// <summary>A subtree of a ledger's tree that will never change again, because all its leaves are there.</summary>
/// <param name="Level">It has 2^Level leaves.</param>
/// <param name="Index">Which of its level, from 0 on: its first leaf is Index * 2^Level.</param>
/// <param name="Hash">Its root.</param>
public sealed record MerkleNode(int Level, long Index, Sha256Digest Hash);

/// <summary>
/// The Merkle tree of RFC 6962 section 2.1 as far as appending needs it: the roots of its complete subtrees, at most one a level, so that
/// an append costs the same at any size. Not safe for two threads.
/// </summary>
public sealed class MerkleTree
{
    private const int HashSize = SHA256.HashSizeInBytes;

    // The subtree of level n stands at n * 32, and is there when bit n of the size is set.
    private readonly byte[] subtrees = new byte[63 * HashSize];

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The complete subtrees, the largest first: what <see cref="Resume"/> takes.</summary>
    public IReadOnlyList<Sha256Digest> Subtrees =>
        [.. Levels(Size).Select(level => Sha256Digest.FromBytes(subtrees.AsSpan(level * HashSize, HashSize)))];

    /// <summary>The root (MTH); of an empty tree the digest of nothing.</summary>
    public Sha256Digest Root
    {
        get
        {
            if (Size == 0)
            {
                return Sha256Digest.Of([]);
            }

            Span<byte> root = stackalloc byte[HashSize];
            bool first = true;
            foreach (int level in Levels(Size).Reverse())
            {
                ReadOnlySpan<byte> subtree = subtrees.AsSpan(level * HashSize, HashSize);
                if (first)
                {
                    subtree.CopyTo(root);
                }
                else
                {
                    Node(subtree, root, root);
                }

                first = false;
            }

            return Sha256Digest.FromBytes(root);
        }
    }

    /// <summary>The tree of a ledger that has grown before.</summary>
    /// <param name="size">Its leaves; not negative.</param>
    /// <param name="subtrees">As <see cref="Subtrees"/> gave them at that size.</param>
    /// <exception cref="ArgumentException">They are not as many as a tree of that size has.</exception>
    public static MerkleTree Resume(long size, IReadOnlyList<Sha256Digest> subtrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (subtrees.Count != BitOperations.PopCount((ulong)size))
        {
            throw new ArgumentException($"A tree of {size} leaves has {BitOperations.PopCount((ulong)size)} complete subtrees, not {subtrees.Count}.", nameof(subtrees));
        }

        var tree = new MerkleTree { Size = size };
        foreach ((int level, Sha256Digest subtree) in Levels(size).Zip(subtrees))
        {
            subtree.ToBytes().CopyTo(tree.subtrees, level * HashSize);
        }

        return tree;
    }

    /// <summary>The hash of a leaf: SHA-256(0x00 || data).</summary>
    public static Sha256Digest Leaf(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[HashSize];
        Leaf(data, hash);
        return Sha256Digest.FromBytes(hash);
    }

    /// <summary>The hash of two subtrees: SHA-256(0x01 || left || right).</summary>
    public static Sha256Digest Node(Sha256Digest left, Sha256Digest right)
    {
        Span<byte> hash = stackalloc byte[HashSize];
        Node(left.ToBytes(), right.ToBytes(), hash);
        return Sha256Digest.FromBytes(hash);
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="hash">Its hash, as <see cref="Leaf(ReadOnlySpan{byte})"/> gives it.</param>
    /// <param name="completed">Takes the subtrees of two or more leaves that the leaf completes; null when nobody asks.</param>
    public void Append(Sha256Digest hash, ICollection<MerkleNode>? completed = null) => Append(hash.ToBytes(), completed);

    /// <inheritdoc cref="Append(Sha256Digest, ICollection{MerkleNode}?)" />
    internal void Append(ReadOnlySpan<byte> hash, ICollection<MerkleNode>? completed = null)
    {
        Span<byte> carried = stackalloc byte[HashSize];
        hash.CopyTo(carried);
        int level = 0;
        for (long left = Size; (left & 1) == 1; left >>= 1)
        {
            Node(subtrees.AsSpan(level * HashSize, HashSize), carried, carried);
            level++;
            completed?.Add(new MerkleNode(level, Size >> level, Sha256Digest.FromBytes(carried)));
        }

        carried.CopyTo(subtrees.AsSpan(level * HashSize));
        Size++;
    }

    /// <summary>The hash of a leaf, into 32 bytes of the caller's.</summary>
    internal static void Leaf(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData([0x00]);
        sha.AppendData(data);
        sha.GetHashAndReset(hash);
    }

    private static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> data = stackalloc byte[1 + (2 * HashSize)];
        data[0] = 0x01;
        left.CopyTo(data[1..]);
        right.CopyTo(data[(1 + HashSize)..]);
        SHA256.HashData(data, hash);
    }

    private static IEnumerable<int> Levels(long size)
    {
        for (int level = 62; level >= 0; level--)
        {
            if ((size >> level & 1) == 1)
            {
                yield return level;
            }
        }
    }
}
