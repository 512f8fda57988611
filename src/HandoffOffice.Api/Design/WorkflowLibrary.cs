using System.Reflection;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Api.Design;

/// <summary>
/// Ready workflows that a designer can start from: files in the product's own format, each with three realistic examples and what a draft of them
/// has to say.
/// </summary>
internal static class WorkflowLibrary
{
    /// <summary>The workflows by name.</summary>
    /// <exception cref="InvalidDataException">A file breaks the format or its rules.</exception>
    public static IReadOnlyList<Workflow> All { get; } = [.. Read().OrderBy(workflow => workflow.Name, StringComparer.Ordinal)];

    private static IEnumerable<Workflow> Read()
    {
        Assembly assembly = typeof(WorkflowLibrary).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Design.Library.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            (Workflow? workflow, IReadOnlyList<Domain.Problem> problems) = WorkflowFile.Read(reader.ReadToEnd());
            yield return workflow ?? throw new InvalidDataException($"{name}: {string.Join("; ", problems)}");
        }
    }
}
