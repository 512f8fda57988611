using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Cli.Tests;

[Trait("Capability", "C80")]
public sealed class VerifyLedgerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("handoff-cli-").FullName;
    private readonly SealKey key = SealKey.FromSeed(new byte[32]);
    private readonly List<string> leaves = [.. Enumerable.Range(0, 9).Select(number => $$"""{"kind":"Started","sequence":{{number}},"tenant":"t"}""")];

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_untouched_ledger_is_intact()
    {
        var (code, output, error) = Verify("--head", Heads(4, 9));

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Intact: 9 entries", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_earlier_head_it_is_said_what_that_does_not_show()
    {
        var (code, output, _) = Verify();

        Assert.Equal(0, code);
        Assert.Contains("Without an earlier head", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rewritten_entry_is_named_and_the_answer_is_no()
    {
        var heads = Heads(4, 9);
        leaves[6] = leaves[6].Replace("Started", "Stalled", StringComparison.Ordinal);

        var (code, output, _) = Verify("--head", heads);

        Assert.Equal(1, code);
        Assert.StartsWith("rewritten (entries 4 to 8): ", output, StringComparison.Ordinal);
        Assert.Contains("NOT intact: 9 entries, 1 faults.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_is_json_on_demand()
    {
        var report = JsonSerializer.Deserialize<LedgerReport>(Verify("--json", "--head", Heads(9)).Output, WorkflowFile.Options);

        Assert.Equal((9, 0), (report?.Entries, report?.Faults.Count));
    }

    [Theory]
    [InlineData("rubbish", null, "not-a-ledger: ")]
    [InlineData(null, "rubbish", "not-a-head: line 1 of ")]
    [InlineData(null, "{\"head\":null}", "not-a-head: line 1 of ")]
    public void Bad_input_is_said_in_one_line(string? export, string? head, string says)
    {
        var file = Path("heads.jsonl");
        File.WriteAllText(file, head ?? "");
        if (export is not null)
        {
            File.WriteAllText(Path("export.jsonl"), export);
        }

        var (code, output, error) = export is null ? Verify("--head", file) : Run(Path("export.jsonl"));

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("handoff: " + says, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("signature", "garbage")]
    [InlineData("signature", "")]
    [InlineData("signature", "AAAA")]
    [InlineData("publicKey", "garbage")]
    [InlineData("publicKey", "AAAA")]
    [InlineData("keyId", "0123456789abcdef")]
    [InlineData("root", "garbage")]
    [InlineData("root", null)]
    [InlineData("signature", null)]
    [InlineData("publicKey", null)]
    [InlineData("keyId", null)]
    [InlineData("tenantId", null)]
    public void A_head_that_is_garbage_is_never_trusted(string property, string? garbage)
    {
        var node = JsonNode.Parse(File.ReadAllText(Heads(4)))!;
        var holder = node.AsObject().ContainsKey(property) ? node : node["head"]!;
        Assert.True(holder.AsObject().ContainsKey(property));
        holder[property] = garbage;
        File.WriteAllText(Path("garbage.jsonl"), node.ToJsonString());

        var (code, output, error) = Verify("--head", Path("garbage.jsonl"));

        Assert.InRange(code, 1, 2);
        Assert.True(code == 1 ? output.Contains("signature", StringComparison.Ordinal) : error.StartsWith("handoff: not-a-head: line 1 of ", StringComparison.Ordinal), output + error);
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private (int Code, string Output, string Error) Verify(params string[] more)
    {
        File.WriteAllLines(Path("export.jsonl"),
        [
            LedgerExport.Write(new LedgerExportHeader(LedgerExport.Form, "t", Head(leaves.Count), [])),
            .. leaves.Select(leaf => LedgerExport.Write($"{MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaf))}", leaf)),
        ]);
        return Run([Path("export.jsonl"), .. more]);
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (HandoffCommand.Run(["verify", "ledger", .. args], output, error), output.ToString(), error.ToString());
    }

    private string Heads(params int[] sizes)
    {
        File.WriteAllLines(Path("heads.jsonl"), sizes.Select(size => JsonSerializer.Serialize(Head(size), WorkflowFile.Options)));
        return Path("heads.jsonl");
    }

    private SignedTreeHead Head(int size)
    {
        var tree = new MerkleTree();
        leaves.Take(size).ToList().ForEach(leaf => tree.Append(MerkleTree.Leaf(Encoding.UTF8.GetBytes(leaf))));
        return key.Sign(new TreeHead("t", size, tree.Root, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), key.Id));
    }
}
