using System.Text.RegularExpressions;
using Xunit;

namespace HandoffOffice.Domain.Tests.Architecture;

/// <summary>The domain has no clock, no chance, no file, no wire and no process of its own: what it uses of other assemblies is read from its metadata.</summary>
public sealed partial class PurityTests
{
    [Fact]
    public void The_domain_asks_no_clock_no_chance_and_no_machine() =>
        Assert.All(Source.Uses(typeof(Handoff).Assembly.Location), used => Assert.False(Impure().IsMatch(used), $"The domain uses {used}."));

    [Fact]
    public void The_metadata_shows_what_is_used()
    {
        IReadOnlyList<string> uses = Source.Uses(typeof(PurityTests).Assembly.Location);
        Assert.Contains("System.IO.File.OpenRead/1", uses);
        Assert.Contains(uses, Impure().IsMatch);
        // The one thing that chance is asked for: the random part of a handoff's id, whose time is passed in.
        Assert.Contains("System.Guid.CreateVersion7/1", Source.Uses(typeof(Handoff).Assembly.Location));
    }

    // MailAddress only takes an address apart. CreateVersion7/0 reads the clock, CreateVersion7/1 is given the time. A key is made by NSec from the system's chance on purpose.
    [GeneratedRegex("""
        ^System\.(
            DateTime(Offset)?\.get_(Now|UtcNow|Today)/0
          | TimeProvider\.get_System/0
          | Diagnostics\.(Stopwatch|Process)\b.*
          | Environment\.(get_TickCount|get_TickCount64|GetEnvironmentVariable).*
          | Guid\.(NewGuid/0|CreateVersion7/0)
          | Random\b.*
          | Security\.Cryptography\.RandomNumberGenerator\b.*
          | IO\.(File|FileInfo|FileStream|Directory|DirectoryInfo|Path|StreamReader|StreamWriter)\b.*
          | Net\.(?!Mail\.MailAddress\b).*
          | Console\b.*
          | Threading\.(Timer|Thread)\b.*
          | Threading\.Tasks\.Task\.(Delay|Run)/.*
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Impure();
}
