using System.Text.Json;
using HandoffOffice.Domain.Tests.Checking;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>Bodies that have one form, and bodies that must have another.</summary>
public sealed record HtmlGroup(string Name, string Form, string Html, IReadOnlyList<string> Equal, IReadOnlyList<string> Different)
{
    public override string ToString() => Name;
}

/// <summary>Paragraphs that have one form.</summary>
public sealed record TextGroup(string Name, string Form, IReadOnlyList<IReadOnlyList<string>> Equal);

/// <summary>A body with tails that were captured, what matches it, and what must not.</summary>
public sealed record TailGroup(string Name, string Html, IReadOnlyList<string> Tails, IReadOnlyList<string> Match, IReadOnlyList<string> Fail);

/// <summary>A body of random pieces and the digest of its form.</summary>
public sealed record Soup(string Html, string Digest);

/// <summary>The cases that this implementation and the one of addin/src/canonical must agree on.</summary>
internal sealed record CanonicalVectors(IReadOnlyList<HtmlGroup> Html, IReadOnlyList<TextGroup> Text, IReadOnlyList<TailGroup> Tails)
{
    public static CanonicalVectors All { get; } = Read<CanonicalVectors>("canonical-html.json");

    public static IReadOnlyList<Soup> Soups => Read<List<Soup>>("html-soup.json");

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "vectors", file)), JsonSerializerOptions.Web)!;
}
