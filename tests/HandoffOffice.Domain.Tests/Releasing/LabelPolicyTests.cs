using CsCheck;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>Which sensitivity label a text inherits, and what a model may see (C100).</summary>
[Trait("Capability", "C100")]
public sealed class LabelPolicyTests
{
    private static readonly Guid Low = new("11111111-2222-4333-8444-555555555501");
    private static readonly Guid Middle = new("11111111-2222-4333-8444-555555555502");
    private static readonly Guid High = new("11111111-2222-4333-8444-555555555503");
    private static readonly Guid Unknown = new("99999999-2222-4333-8444-555555555504");

    private static readonly LabelPolicy Policy = new([new(Low, "Low", true), new(Middle, "Middle", true), new(High, "High", false)]);

    [Fact]
    public void The_highest_is_at_least_each_of_the_sources_and_one_of_them()
    {
        Guid?[] order = [null, Low, Middle, High];
        Gen.Int[0, 3].Array[1, 6].Sample(ranks =>
            Assert.Equal((order[ranks.Max()], null), Policy.Highest(ranks.Select(rank => order[rank]))));
    }

    [Fact]
    public void One_label_needs_no_order_and_two_do()
    {
        Assert.Equal((Unknown, null), LabelPolicy.None.Highest([null, Unknown, Unknown]));
        Assert.Equal("labels-not-comparable", LabelPolicy.None.Highest([Low, High]).Error?.Code);
        Assert.Equal("labels-not-comparable", Policy.Highest([Unknown, High]).Error?.Code);
        Assert.Equal((null, null), Policy.Highest([]));
    }

    [Fact]
    public void A_model_sees_what_is_said_to_be_for_models_and_what_has_no_label()
    {
        Assert.True(Policy.ModelsMaySee(null) && Policy.ModelsMaySee(Low));
        Assert.False(Policy.ModelsMaySee(High) || Policy.ModelsMaySee(Unknown));
    }

    [Fact]
    public void Where_nothing_is_said_nothing_is_kept_from_a_model() => Assert.True(LabelPolicy.None.ModelsMaySee(High));

    [Fact]
    public void A_document_that_leaves_has_at_least_the_label_of_its_sources()
    {
        Assert.Equal((High, null), Policy.WithDocument(Low, High, documentLeaves: true));
        Assert.Equal((Low, null), Policy.WithDocument(Low, Low, documentLeaves: true));
        Assert.Equal("document-label-too-low", Policy.WithDocument(Middle, Low, documentLeaves: true).Error?.Code);
        Assert.Equal("document-label-too-low", Policy.WithDocument(Middle, null, documentLeaves: true).Error?.Code);
        Assert.Equal((Middle, null), Policy.WithDocument(Middle, Low, documentLeaves: false));
        Assert.Equal("labels-not-comparable", Policy.WithDocument(Unknown, Low, documentLeaves: false).Error?.Code);
    }

    [Fact]
    public void What_is_written_of_a_label_is_read_back_in_a_header_and_in_properties()
    {
        IReadOnlyList<KeyValuePair<string, string>> entries = SensitivityLabel.Entries(Low, $"{Middle}", new DateTimeOffset(2026, 11, 29, 20, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal($"{Low}", SensitivityLabel.Of(entries));
        Assert.Equal($"{Low}", SensitivityLabel.OfHeader(SensitivityLabel.HeaderOf(entries)));
        Assert.Contains(KeyValuePair.Create($"MSIP_Label_{Low}_SetDate", "2026-11-29T18:00:00Z"), entries);
        Assert.Contains(KeyValuePair.Create($"MSIP_Label_{Low}_SiteId", $"{Middle}"), entries);
        Assert.DoesNotContain(SensitivityLabel.Entries(Low, "local", DateTimeOffset.UnixEpoch), entry => entry.Key.EndsWith("_SiteId", StringComparison.Ordinal));
    }

    [Fact]
    public void The_label_part_goes_before_the_properties()
    {
        KeyValuePair<string, string>[] properties = [KeyValuePair.Create($"MSIP_Label_{Low}_Enabled", "true")];
        Assert.Equal($"{High}", SensitivityLabel.Of([KeyValuePair.Create(High, true)], properties));
        Assert.Null(SensitivityLabel.Of([KeyValuePair.Create(Low, false)], properties));
        Assert.Equal($"{Low}", SensitivityLabel.Of([KeyValuePair.Create(High, false)], properties));
    }
}
