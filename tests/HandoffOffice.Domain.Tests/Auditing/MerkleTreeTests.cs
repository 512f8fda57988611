using System.Text;
using CsCheck;
using HandoffOffice.Domain.Auditing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Auditing;

[Trait("Capability", "C80")]
public sealed class MerkleTreeTests
{
    private const int MostLeaves = 130;

    private static readonly Gen<(int Size, int Other)> Sizes = Gen.Select(Gen.Int[1, MostLeaves], Gen.Int[1, MostLeaves]);

    // The eight leaves and roots that implementations of RFC 6962 are checked with.
    [Fact]
    public void The_roots_are_those_of_the_published_vectors()
    {
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        string[] roots =
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        var tree = new MerkleTree();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", $"{tree.Root}");
        foreach ((string leaf, string root) in leaves.Zip(roots))
        {
            tree.Append(MerkleTree.Leaf(Convert.FromHexString(leaf)));
            Assert.Equal(root, $"{tree.Root}");
        }
    }

    [Fact]
    public void The_root_is_the_recursive_definition_and_a_resumed_tree_goes_on_as_the_first() => Sizes.Sample((size, at) =>
    {
        Sha256Digest[] leaves = Leaves(size);
        MerkleTree tree = Grown(leaves);
        MerkleTree first = Grown(leaves[..Math.Min(at, size)]);
        MerkleTree resumed = MerkleTree.Resume(first.Size, first.Subtrees);
        leaves[Math.Min(at, size)..].ToList().ForEach(leaf => resumed.Append(leaf));
        Assert.Equal((Mth(leaves), Mth(leaves)), (tree.Root, resumed.Root));
    });

    [Fact]
    public void Each_complete_subtree_is_told_once_and_is_right()
    {
        Sha256Digest[] leaves = Leaves(MostLeaves);
        List<MerkleNode> nodes = [];
        Grown(leaves, nodes);
        Assert.Equal(Enumerable.Range(1, 7).Sum(level => MostLeaves >> level), nodes.Select(node => (node.Level, node.Index)).Distinct().Count());
        Assert.All(nodes, node => Assert.Equal(Mth(leaves[(int)(node.Index << node.Level)..(int)((node.Index + 1) << node.Level)]), node.Hash));
    }

    [Fact]
    public void An_inclusion_proof_proves_its_leaf_at_its_place_and_nothing_else() => Sizes.Sample((size, at) =>
    {
        int index = at % size;
        Sha256Digest[] leaves = Leaves(size);
        Sha256Digest root = Mth(leaves);
        IReadOnlyList<Sha256Digest> path = MerkleProofs.Inclusion(index, size, Ranges(leaves));
        Assert.True(MerkleProofs.Includes(root, size, index, leaves[index], path));
        Assert.False(MerkleProofs.Includes(root, size, index, MerkleTree.Leaf([0xFF]), path));
        Assert.False(MerkleProofs.Includes(MerkleTree.Leaf([0xFF]), size, index, leaves[index], path));
        Assert.All(Enumerable.Range(0, size).Where(other => other != index), other => Assert.False(MerkleProofs.Includes(root, size, other, leaves[index], path)));
        Assert.All(Spoilt(path), spoilt => Assert.False(MerkleProofs.Includes(root, size, index, leaves[index], spoilt)));
    });

    [Fact]
    public void A_consistency_proof_proves_that_entries_were_only_added() => Sizes.Sample((size, at) =>
    {
        int earlier = 1 + (at % size);
        Sha256Digest[] leaves = Leaves(size);
        (Sha256Digest before, Sha256Digest after) = (Mth(leaves[..earlier]), Mth(leaves));
        IReadOnlyList<Sha256Digest> proof = MerkleProofs.Consistency(earlier, size, Ranges(leaves));
        Assert.True(MerkleProofs.IsConsistent(before, earlier, after, size, proof));
        Sha256Digest forged = Mth([.. leaves[..(earlier - 1)], MerkleTree.Leaf([0xFF])]);
        Assert.False(MerkleProofs.IsConsistent(forged, earlier, after, size, proof));
        Assert.All(Spoilt(proof), spoilt => Assert.False(MerkleProofs.IsConsistent(before, earlier, after, size, spoilt)));
    });

    [Fact]
    public void An_empty_ledger_is_the_beginning_of_every_ledger()
    {
        Assert.True(MerkleProofs.IsConsistent(new MerkleTree().Root, 0, Mth(Leaves(3)), 3, []));
        Assert.False(MerkleProofs.IsConsistent(MerkleTree.Leaf([1]), 0, Mth(Leaves(3)), 3, []));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 3)]
    [InlineData(0, 1)]
    public void A_tree_is_resumed_only_with_the_subtrees_that_its_size_has(long size, int count) =>
        Assert.Throws<ArgumentException>(() => MerkleTree.Resume(size, Leaves(count)));

    private static MerkleTree Grown(Sha256Digest[] leaves, ICollection<MerkleNode>? nodes = null)
    {
        var tree = new MerkleTree();
        Array.ForEach(leaves, leaf => tree.Append(leaf, nodes));
        return tree;
    }

    // From what a store would keep: the leaves' hashes and the complete subtrees.
    private static MerkleProofs.RangeRoot Ranges(Sha256Digest[] leaves)
    {
        List<MerkleNode> nodes = [];
        Grown(leaves, nodes);
        Dictionary<(int, long), Sha256Digest> kept = nodes.ToDictionary(node => (node.Level, node.Index), node => node.Hash);
        return MerkleProofs.From((level, index) => level == 0 ? leaves[index] : kept[(level, index)]);
    }

    private static IEnumerable<Sha256Digest[]> Spoilt(IReadOnlyList<Sha256Digest> proof)
    {
        yield return [.. proof, MerkleTree.Leaf([7])];
        for (int at = 0; at < proof.Count; at++)
        {
            yield return [.. proof.Where((_, index) => index != at)];
            yield return [.. proof.Select((hash, index) => index == at ? MerkleTree.Leaf([7]) : hash)];
        }
    }

    private static Sha256Digest[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(number => MerkleTree.Leaf(Encoding.UTF8.GetBytes($"leaf {number}")))];

    // RFC 6962 section 2.1, word for word.
    private static Sha256Digest Mth(Sha256Digest[] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        int k = 1;
        while (k * 2 < leaves.Length)
        {
            k *= 2;
        }

        return MerkleTree.Node(Mth(leaves[..k]), Mth(leaves[k..]));
    }
}
