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
    public static IReadOnlyList<Workflow> All { get; } = [.. ShippedWorkflows.In("Library").OrderBy(workflow => workflow.Name, StringComparer.Ordinal)];
}
