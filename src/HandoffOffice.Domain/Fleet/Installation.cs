using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Fleet;

/// <summary>The application of Office that the add-in runs in, as <c>Office.HostType</c> names it.</summary>
public enum HostType
{
    /// <summary>Word.</summary>
    Word,

    /// <summary>Outlook.</summary>
    Outlook,
}

/// <summary>What that application runs on, as <c>Office.PlatformType</c> names it.</summary>
public enum PlatformType
{
    /// <summary>Windows.</summary>
    PC,

    /// <summary>A browser. Outlook says so of the new Outlook on Windows as well.</summary>
    OfficeOnline,

    /// <summary>macOS.</summary>
    Mac,

    /// <summary>An iPad or iPhone.</summary>
    IOS,

    /// <summary>Android.</summary>
    Android,

    /// <summary>WinRT.</summary>
    Universal,
}

/// <summary>The highest version of a requirement set that an application has.</summary>
/// <param name="Name">The set, such as <c>Mailbox</c>.</param>
/// <param name="Version">Two numbers, such as <c>1.12</c>.</param>
public sealed record RequirementSet(string Name, string Version)
{
    /// <summary>Whether it is this version or a higher one: 1.12 is higher than 1.4.</summary>
    public bool IsAtLeast(string version) => System.Version.Parse(Version) >= System.Version.Parse(version);
}

/// <summary>The add-in as one person has it in one application on one platform, as the pane says of itself (C103).</summary>
/// <param name="Host">The application.</param>
/// <param name="Platform">What it runs on.</param>
/// <param name="HostVersion">The application's version, as Office gives it: 1 to 64 characters.</param>
/// <param name="AddInVersion">The pane's version (semver.org): at most 64 characters.</param>
/// <param name="RequirementSets">The highest version of each set that the product asks for; a set that is not there is not named. At most 16.</param>
/// <param name="HasKeys">
/// Whether the mailbox has keys of the organisation, without which the send handler holds an approved mail too; null where there is no mailbox.
/// </param>
public sealed record Installation(
    HostType Host, PlatformType Platform, string HostVersion, string AddInVersion, IReadOnlyList<RequirementSet> RequirementSets, bool? HasKeys = null)
{
    /// <summary>Whether the application has this version of a requirement set, or a higher one.</summary>
    public bool Has(string name, string version) => RequirementSets.Any(set => set.Name == name && set.IsAtLeast(version));
}

/// <summary>Whether what a pane says of itself can be kept.</summary>
public static partial class InstallationRules
{
    /// <summary>Greatest length of a version, in characters.</summary>
    public const int MaxVersionLength = 64;

    /// <summary>The most requirement sets.</summary>
    public const int MaxSets = 16;

    /// <summary>What is wrong with it, each fault at its place.</summary>
    public static IEnumerable<Problem> Problems(Installation said)
    {
        if (said.HostVersion.Length is 0 or > MaxVersionLength || said.HostVersion.Any(char.IsControl))
        {
            yield return Problem.At("/hostVersion", "host-version", "The application's version is empty, too long or no text.", $"1 to {MaxVersionLength} characters");
        }

        if (said.AddInVersion.Length > MaxVersionLength || !SemanticVersion().IsMatch(said.AddInVersion))
        {
            yield return Problem.At("/addInVersion", "add-in-version", "The pane's version is none.", "three numbers, such as 1.4.0");
        }

        if (said.RequirementSets.Count > MaxSets)
        {
            yield return Problem.At("/requirementSets", "too-many-sets", "There are too many requirement sets.", $"at most {MaxSets}");
            yield break;
        }

        foreach ((int index, RequirementSet? set) in said.RequirementSets.Index())
        {
            if (set is null || !SetName().IsMatch(set.Name) || !SetVersion().IsMatch(set.Version))
            {
                yield return Problem.At($"/requirementSets/{index}", "requirement-set", "This is no requirement set.", "a name and two numbers, such as Mailbox and 1.12");
            }
            else if (said.RequirementSets.Take(index).Any(earlier => earlier?.Name == set.Name))
            {
                yield return Problem.At($"/requirementSets/{index}/name", "set-named-twice", $"The set {set.Name} is named twice.", "each set once");
            }
        }
    }

    [GeneratedRegex(@"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}([-+][0-9A-Za-z.+-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SemanticVersion();

    [GeneratedRegex(@"^[A-Za-z]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SetName();

    [GeneratedRegex(@"^[0-9]{1,3}\.[0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SetVersion();
}
