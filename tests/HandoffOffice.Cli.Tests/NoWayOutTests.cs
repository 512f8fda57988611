using System.CommandLine;
using System.Reflection;

namespace HandoffOffice.Cli.Tests;

/// <summary>The tool lets out nothing of a handoff (DESIGN rule 2): it reaches no server and no database, only files that its caller has already.</summary>
[Trait("Capability", "C03")]
public sealed class NoWayOutTests
{
    /// <summary>Every command, with what it reads and writes. One that is not in here fails: say what it can let out.</summary>
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["redline compare"] = "Two documents of the caller's; writes a third.",
        ["redline edit"] = "A document of the caller's and a list of edits; writes it with tracked changes.",
        ["redline list"] = "A document of the caller's; lists its changes.",
        ["redline accept"] = "A document of the caller's; writes it with changes accepted.",
        ["redline reject"] = "A document of the caller's; writes it with changes rejected.",
        ["verify document"] = "A file that left already, with its proof; says who approved exactly this.",
        ["verify ledger"] = "An export that an administrator made; says whether it is whole.",
    };

    // A key that a command takes is a public one, to check with.
    private static readonly string[] ServerWords = ["server", "url", "uri", "host", "port", "token", "tenant", "connection", "database", "password", "secret"];

    [Fact]
    public void Every_command_is_said_to_let_out_nothing() =>
        Assert.Equal(Commands.Keys.Order(StringComparer.Ordinal), Leaves(HandoffCommand.Root()).Select(leaf => leaf.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void No_command_takes_a_server()
    {
        foreach ((string path, Command command) in Leaves(HandoffCommand.Root()))
        {
            foreach ((string name, Type type) in command.Options.Select(option => (option.Name, option.ValueType)).Concat(command.Arguments.Select(argument => (argument.Name, argument.ValueType))))
            {
                Assert.True(type != typeof(Uri), $"'{path}' takes an address: {name}.");
                Assert.True(!name.Split('-', StringSplitOptions.RemoveEmptyEntries).Intersect(ServerWords, StringComparer.OrdinalIgnoreCase).Any(), $"'{path}' takes {name}.");
            }
        }
    }

    [Fact]
    public void The_tool_and_what_it_is_made_of_reach_no_network_and_no_database()
    {
        foreach (Assembly assembly in Ours(typeof(HandoffCommand).Assembly))
        {
            Assert.True(assembly.GetName().Name is "HandoffOffice.Cli" or "HandoffOffice.Domain" or "HandoffOffice.Redlining", assembly.FullName);
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), name =>
                name.Name is "System.Data.Common" or "System.Diagnostics.Process" || name.Name!.StartsWith("System.Net.Http", StringComparison.Ordinal)
                || name.Name.StartsWith("System.Net.Sockets", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path = "") => command.Subcommands.Count == 0
        ? [(path, command)]
        : command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}".Trim()));

    private static HashSet<Assembly> Ours(Assembly assembly)
    {
        HashSet<Assembly> found = [assembly];
        foreach (AssemblyName name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("HandoffOffice.", StringComparison.Ordinal)))
        {
            found.UnionWith(Ours(Assembly.Load(name)));
        }

        return found;
    }
}
