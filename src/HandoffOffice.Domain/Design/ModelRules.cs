namespace HandoffOffice.Domain.Design;

/// <summary>Which tasks a handoff can ask a model for (C07).</summary>
internal static class ModelRules
{
    /// <summary>Those that it can.</summary>
    public const string Tasks = "Writing, Reasoning or Extraction";

    /// <summary>Why a task is none that ends in a text for a reviewer, or null.</summary>
    public static string? NoText(ModelTask task) => task switch
    {
        ModelTask.Code => "A handoff ends in a text that a person reviews; it does not write programs. Use a coding tool.",
        ModelTask.Images => "A handoff ends in a text that a person reviews; it does not make pictures. Use an image tool.",
        _ => null,
    };
}
