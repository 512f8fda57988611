using Xunit;
namespace HandoffOffice.Domain.Tests.Checking;

/// <summary>Finds files of the repository, and of the corpora beside it, from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "HandoffOffice.sln")));

    public static string Sample(string name) => File.ReadAllText(Path.Combine(Root, "src", "HandoffOffice.Api", "Design", "Samples", name));

    /// <summary>The lines of a corpus; the test is skipped with a line where it is absent.</summary>
    public static IReadOnlyList<string> Corpus(string file)
    {
        string? path = Above(Root).Select(folder => Path.Combine(folder, "shared", "corpora", "grounding", file)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"The corpus ../shared/corpora/grounding/{file} is not on this machine.");
        return File.ReadAllLines(path);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
