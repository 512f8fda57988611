using System.Globalization;
using System.Text;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Auditing;

/// <summary>What somebody who runs the database could do to a ledger before it is exported, and what the verification then says.</summary>
[Trait("Capability", "C80")]
public sealed class LedgerVerificationTests : IDisposable
{
    private const int Entries = 40;

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly SealKey key = SealKey.FromSeed(new byte[32]);
    private readonly SealKey other = SealKey.FromSeed(Enumerable.Repeat((byte)7, 32).ToArray());
    private readonly List<string> leaves = [.. Enumerable.Range(0, Entries).Select(number => Leaf(number))];

    public void Dispose()
    {
        key.Dispose();
        other.Dispose();
    }

    /// <summary>Changes that somebody makes who hashes and signs everything anew, with the entries that the answer must name.</summary>
    public static TheoryData<string, Action<List<string>>, string, long> Rewritings => new()
    {
        { "an entry edited", entries => entries[17] = Leaf(17, "forged"), LedgerFaults.Rewritten, 10 },
        { "an entry deleted and the rest numbered anew", entries => Renumber(entries, all => all.RemoveAt(13)), LedgerFaults.Rewritten, 10 },
        { "an entry inserted and the rest numbered anew", entries => Renumber(entries, all => all.Insert(5, Leaf(5, "added"))), LedgerFaults.Rewritten, 0 },
        { "two entries swapped and numbered anew", entries => Renumber(entries, all => (all[22], all[23]) = (all[23], all[22])), LedgerFaults.Rewritten, 20 },
        { "an entry deleted", entries => entries.RemoveAt(13), LedgerFaults.Misplaced, 13 },
        { "an entry inserted", entries => entries.Insert(5, Leaf(5, "added")), LedgerFaults.Misplaced, 6 },
        { "two entries swapped", entries => (entries[22], entries[23]) = (entries[23], entries[22]), LedgerFaults.Misplaced, 22 },
        { "an entry of another tenant", entries => entries[30] = Leaf(30, tenant: "tenant-2"), LedgerFaults.Misplaced, 30 },
        { "an entry that does not say which it is", entries => entries[3] = """{"tenant":"tenant-1"}""", LedgerFaults.Misplaced, 3 },
        { "the end cut off", entries => entries.RemoveRange(35, 5), LedgerFaults.Truncated, 35 },
        { "another past from the third entry on", entries => Enumerable.Range(3, Entries - 3).ToList().ForEach(at => entries[at] = Leaf(at, "other")), LedgerFaults.Rewritten, 0 },
    };

    [Fact]
    public void An_untouched_ledger_is_intact()
    {
        LedgerReport report = Verify(Export(leaves), Heads());
        Assert.Empty(report.Faults);
        Assert.Equal((Entries, Tree(leaves).Root), (report.Entries, report.Root));
    }

    [Fact]
    public void A_ledger_that_grew_since_the_earlier_head_is_intact() =>
        Assert.Empty(Verify(Export([.. leaves, Leaf(Entries)]), [Head(leaves[..20])]).Faults);

    [Theory]
    [MemberData(nameof(Rewritings))]
    public void What_was_rewritten_is_found_and_located(string what, Action<List<string>> rewrite, string code, long entry)
    {
        IReadOnlyList<SignedTreeHead> kept = Heads();
        rewrite(leaves);
        LedgerFault fault = Verify(Export(leaves), kept).Faults[0];
        Assert.True((code, entry) == (fault.Code, fault.Entry), $"{what}: {fault}");
    }

    [Fact]
    public void An_entry_that_is_not_what_was_hashed_is_named()
    {
        string export = Export(leaves).Replace("\"fact\":\"17\"", "\"fact\":\"18\"", StringComparison.Ordinal);
        LedgerFault fault = Verify(export, Heads()).Faults[0];
        Assert.Equal((LedgerFaults.Edited, 17), (fault.Code, fault.Entry));
    }

    [Fact]
    public void An_old_head_over_a_longer_ledger_is_found()
    {
        LedgerFault fault = Assert.Single(Verify(Export(leaves, Head(leaves[..30])), []).Faults);
        Assert.Equal((LedgerFaults.Size, 30, 39), (fault.Code, fault.Entry, fault.LastEntry));
    }

    [Fact]
    public void An_old_head_over_as_many_entries_is_found_by_the_later_one() =>
        Assert.Contains(Verify(Export(leaves[..30], Head(leaves[..30])), Heads()).Faults, fault => fault.Code == LedgerFaults.Truncated);

    [Fact]
    public void Two_heads_of_one_size_cannot_both_be_right()
    {
        List<string> fork = [.. leaves[..39], Leaf(39, "fork")];
        LedgerFault fault = Assert.Single(Verify(Export(leaves), [.. Heads(), Head(fork)]).Faults);
        Assert.Equal((LedgerFaults.Rewritten, 30, 39), (fault.Code, fault.Entry, fault.LastEntry));
    }

    [Fact]
    public void A_head_signed_with_a_key_that_nobody_handed_over_to_is_refused() =>
        Assert.Equal(LedgerFaults.UnknownKey, Assert.Single(Verify(Export(leaves, Head(leaves, other)), Heads()).Faults).Code);

    [Fact]
    public void A_key_that_the_one_before_handed_over_to_is_trusted() =>
        Assert.Empty(Verify(Export(leaves, Head(leaves, other), key.HandOver(other, Now)), Heads()).Faults);

    [Fact]
    public void A_handover_that_the_new_key_signed_itself_is_none()
    {
        SignedKeyHandover forged = key.HandOver(other, Now) with { Signature = other.HandOver(other, Now).Signature };
        Assert.Equal(LedgerFaults.UnknownKey, Assert.Single(Verify(Export(leaves, Head(leaves, other), forged), Heads()).Faults).Code);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("no base64 at all")]
    [InlineData("")]
    public void A_signature_that_is_garbage_does_not_verify(string signature)
    {
        Assert.Equal(LedgerFaults.Signature, Assert.Single(Verify(Export(leaves, Head(leaves) with { Signature = signature }), Heads()).Faults).Code);
        Assert.Equal(LedgerFaults.Signature, Assert.Single(Verify(Export(leaves), [Head(leaves) with { Signature = signature }]).Faults).Code);
    }

    [Fact]
    public void A_head_of_another_tenant_is_refused()
    {
        TreeHead head = Head(leaves).Head with { TenantId = "tenant-2" };
        Assert.Contains(Verify(Export(leaves, key.Sign(head)), []).Faults, fault => fault.Code == LedgerFaults.OtherTenant);
        Assert.Contains(Verify(Export(leaves), [key.Sign(head)]).Faults, fault => fault.Code == LedgerFaults.OtherTenant);
    }

    [Fact]
    public void A_line_that_is_no_entry_is_named()
    {
        List<string> lines = [.. Export(leaves).Split('\n')];
        lines[9] = "rubbish";
        LedgerFault fault = Verify(string.Join('\n', lines), Heads()).Faults[0];
        Assert.Equal((LedgerFaults.NotAnEntry, 8), (fault.Code, fault.Entry));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]\n")]
    [InlineData("{\"form\":\"handoffoffice-ledger-2\"}")]
    public void What_is_no_ledger_is_refused(string file) => Assert.Throws<FormatException>(() => Verify(file, []));

    [Fact]
    public void A_line_without_end_is_refused() => Assert.Throws<FormatException>(() => Verify(new string('x', LedgerExport.MaxLine + 2), []));

    private static LedgerReport Verify(string export, IReadOnlyList<SignedTreeHead> earlier)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(export));
        return LedgerVerification.Of(stream, earlier);
    }

    private static string Leaf(int sequence, string? fact = null, string tenant = "tenant-1") => string.Create(CultureInfo.InvariantCulture,
        $$"""{"fact":"{{fact ?? sequence.ToString(CultureInfo.InvariantCulture)}}","facts":{"sequence":99},"sequence":{{sequence}},"tenant":"{{tenant}}"}""");

    private static void Renumber(List<string> entries, Action<List<string>> change)
    {
        change(entries);
        for (int at = 0; at < entries.Count; at++)
        {
            int start = entries[at].IndexOf("},\"sequence\":", StringComparison.Ordinal);
            entries[at] = entries[at][..start] + string.Create(CultureInfo.InvariantCulture, $"}},\"sequence\":{at},\"tenant\":\"tenant-1\"}}");
        }
    }

    private static MerkleTree Tree(IEnumerable<string> entries)
    {
        var tree = new MerkleTree();
        entries.ToList().ForEach(leaf => tree.Append(MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaf))));
        return tree;
    }

    // One after every ten entries.
    private SignedTreeHead[] Heads() => [.. Enumerable.Range(1, 4).Select(tens => Head(leaves[..(tens * 10)]))];

    private SignedTreeHead Head(List<string> entries, SealKey? by = null)
    {
        MerkleTree tree = Tree(entries);
        return (by ?? key).Sign(new TreeHead("tenant-1", tree.Size, tree.Root, Now, (by ?? key).Id));
    }

    private string Export(List<string> entries, SignedTreeHead? head = null, params SignedKeyHandover[] keys) => string.Join('\n',
    [
        LedgerExport.Write(new LedgerExportHeader(LedgerExport.Form, "tenant-1", head ?? Head(entries), keys)),
        .. entries.Select(leaf => LedgerExport.Write($"{MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaf))}", leaf)),
    ]);
}
