using System.Numerics;

namespace HandoffOffice.Domain.Auditing;

/// <summary>
/// Proofs over a ledger's tree: that an entry is in it (RFC 6962 section 2.1.1), and that a later tree only added to an earlier one
/// (section 2.1.2). Making one asks for the roots of some ranges; checking one needs the two roots alone.
/// </summary>
public static class MerkleProofs
{
    /// <summary>The root of the leaves from a position on: MTH(D[start:start+count]).</summary>
    /// <param name="start">The first leaf.</param>
    /// <param name="count">How many; a power of two, or all up to the end of the tree.</param>
    public delegate Sha256Digest RangeRoot(long start, long count);

    /// <summary>Roots of ranges from complete subtrees that were kept as they were completed.</summary>
    /// <param name="node">Gives the root of a complete subtree, by level and index as in <see cref="MerkleNode"/>; level 0 is the leaves' hashes.</param>
    public static RangeRoot From(Func<int, long, Sha256Digest> node) => (start, count) =>
    {
        // The range is cut into complete subtrees, the largest first, and joined from the right.
        var parts = new Stack<Sha256Digest>();
        for (long at = start, left = count; left > 0;)
        {
            int level = BitOperations.Log2((ulong)left);
            parts.Push(node(level, at >> level));
            (at, left) = (at + (1L << level), left - (1L << level));
        }

        Sha256Digest root = parts.Pop();
        while (parts.TryPop(out Sha256Digest part))
        {
            root = MerkleTree.Node(part, root);
        }

        return root;
    };

    /// <summary>The audit path of a leaf, from the leaf up.</summary>
    /// <param name="index">The leaf, from 0 on.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="root">Gives roots of ranges.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<Sha256Digest> Inclusion(long index, long size, RangeRoot root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Sha256Digest>();
        for (long start = 0; size > 1;)
        {
            long left = Split(size);
            if (index - start < left)
            {
                path.Add(root(start + left, size - left));
                size = left;
            }
            else
            {
                path.Add(root(start, left));
                (start, size) = (start + left, size - left);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether a leaf is at this position of the tree with this root (RFC 9162 section 2.1.3.2).</summary>
    public static bool Includes(Sha256Digest root, long size, long index, Sha256Digest leaf, IReadOnlyList<Sha256Digest> path)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        (long node, long last, Sha256Digest hash) = (index, size - 1, leaf);
        foreach (Sha256Digest step in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleTree.Node(step, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleTree.Node(hash, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>The proof that the tree of <paramref name="size"/> leaves begins with the tree of its first <paramref name="earlier"/>.</summary>
    /// <param name="earlier">Leaves of the earlier tree, from 1 to <paramref name="size"/>.</param>
    /// <param name="size">Leaves of the later tree.</param>
    /// <param name="root">Gives roots of ranges of the later tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not so.</exception>
    public static IReadOnlyList<Sha256Digest> Consistency(long earlier, long size, RangeRoot root)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var proof = new List<Sha256Digest>();
        // Whether what is left of the earlier tree is a whole subtree of it whose root the checker has.
        bool known = true;
        long start = 0;
        while (earlier < size)
        {
            long left = Split(size);
            if (earlier <= left)
            {
                proof.Add(root(start + left, size - left));
                size = left;
            }
            else
            {
                proof.Add(root(start, left));
                (start, size, earlier, known) = (start + left, size - left, earlier - left, false);
            }
        }

        if (!known)
        {
            proof.Add(root(start, size));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Whether the later tree only added to the earlier one (RFC 9162 section 2.1.4.2). An empty tree is the beginning of every tree.</summary>
    public static bool IsConsistent(Sha256Digest earlierRoot, long earlier, Sha256Digest root, long size, IReadOnlyList<Sha256Digest> proof)
    {
        if (earlier < 0 || earlier > size)
        {
            return false;
        }

        if (earlier == 0 || earlier == size)
        {
            return proof.Count == 0 && (earlier < size ? earlierRoot == new MerkleTree().Root : earlierRoot == root);
        }

        List<Sha256Digest> path = [.. proof];
        if (BitOperations.IsPow2(earlier))
        {
            path.Insert(0, earlierRoot);
        }

        if (path.Count == 0)
        {
            return false;
        }

        (long node, long last) = (earlier - 1, size - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        (Sha256Digest first, Sha256Digest second) = (path[0], path[0]);
        foreach (Sha256Digest step in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (first, second) = (MerkleTree.Node(step, first), MerkleTree.Node(step, second));
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                second = MerkleTree.Node(second, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && first == earlierRoot && second == root;
    }

    // The largest power of two smaller than the size (k of RFC 6962 section 2.1).
    private static long Split(long size) => (long)(BitOperations.RoundUpToPowerOf2((ulong)size) >> 1);
}
