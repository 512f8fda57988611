using System.Reflection;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Api.Design;

/// <summary>The workflows that come with the product: files in its own format, held to the same rules as anybody's.</summary>
internal static class ShippedWorkflows
{
    /// <summary>Those of a folder beside this file, in the order of their file names.</summary>
    /// <exception cref="InvalidDataException">A file breaks the format or its rules.</exception>
    public static IEnumerable<Workflow> In(string folder)
    {
        Assembly assembly = typeof(ShippedWorkflows).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.Contains($".Design.{folder}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(reader.ReadToEnd());
            yield return workflow ?? throw new InvalidDataException($"{name}: {string.Join("; ", problems)}");
        }
    }
}
