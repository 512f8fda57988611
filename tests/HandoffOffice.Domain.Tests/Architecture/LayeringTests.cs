using Xunit;

namespace HandoffOffice.Domain.Tests.Architecture;

/// <summary>
/// Arrows run one way: Api -> {Storage, Models, Microsoft365, Redlining} -> Domain; Redlining depends on nothing of ours, the Cli on Domain
/// and Redlining only. The project files are always read; the assemblies too, where they are built.
/// </summary>
public sealed class LayeringTests
{
    private const string Ours = "HandoffOffice.";

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["HandoffOffice.Domain"] = [],
        ["HandoffOffice.Redlining"] = [],
        ["HandoffOffice.Models"] = ["HandoffOffice.Domain"],
        ["HandoffOffice.Storage"] = ["HandoffOffice.Domain"],
        ["HandoffOffice.Microsoft365"] = ["HandoffOffice.Domain"],
        ["HandoffOffice.Cli"] = ["HandoffOffice.Domain", "HandoffOffice.Redlining"],
        ["HandoffOffice.Api"] = [
            "HandoffOffice.Domain", "HandoffOffice.Redlining", "HandoffOffice.Models", "HandoffOffice.Storage", "HandoffOffice.Microsoft365"],
    };

    public static TheoryData<string> Projects => [.. Source.Projects];

    [Fact]
    public void Every_project_has_its_place() => Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), Source.Projects);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_refers_to_what_its_place_allows(string project) =>
        Assert.All(Source.ProjectReferences(project), other => Assert.Contains(other, Arrows[project]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_refers_to_what_its_place_allows(string project)
    {
        // What was never built in this configuration has no arrows but those of its project file.
        if (Source.Assembly(project) is { } file)
        {
            Assert.All(Source.AssemblyReferences(file).Where(other => other.StartsWith(Ours, StringComparison.Ordinal)), other => Assert.Contains(other, Arrows[project]));
        }
    }

    [Fact]
    public void The_domain_is_built_where_the_layering_is_tested() => Assert.NotNull(Source.Assembly("HandoffOffice.Domain"));

    [Fact]
    public void The_domain_knows_no_framework()
    {
        Assert.Equal(["NSec.Cryptography"], Source.Items("HandoffOffice.Domain", "PackageReference"));
        Assert.Empty(Source.Items("HandoffOffice.Domain", "FrameworkReference"));
        Assert.All(
            Source.AssemblyReferences(typeof(Handoff).Assembly.Location),
            name => Assert.True(name == "NSec.Cryptography" || name.StartsWith("System.", StringComparison.Ordinal), $"The domain refers to {name}."));
    }

    [Fact]
    public void Redlining_knows_no_more_than_Open_XML()
    {
        Assert.Equal(["DocumentFormat.OpenXml", "System.IO.Packaging"], Source.Items("HandoffOffice.Redlining", "PackageReference"));
        Assert.Empty(Source.Items("HandoffOffice.Redlining", "FrameworkReference"));
    }
}
