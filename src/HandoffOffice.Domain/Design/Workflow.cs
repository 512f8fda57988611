using System.Text.Json;

namespace HandoffOffice.Domain.Design;

/// <summary>One version of a designed handoff: everything that a run follows. Immutable once used; a change makes a new version.</summary>
public sealed record Workflow
{
    /// <summary>Lower-case words joined by hyphens; the same over all versions. At most 64 characters.</summary>
    public required string Key { get; init; }

    /// <summary>1 for the first version, then one more each.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>One line that says what a person gets from it.</summary>
    public required string Promise { get; init; }

    /// <summary>How work passes between people and the AI.</summary>
    public required Pattern Pattern { get; init; }

    /// <summary>What an error would cost.</summary>
    public required Stakes Stakes { get; init; }

    /// <summary>Where the work happens.</summary>
    public required Surface Surface { get; init; }

    /// <summary>What the model is asked to do.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Minutes that one run takes a person without this workflow, from the process map; above 0.</summary>
    public required int BaselineMinutes { get; init; }

    /// <summary>What a run starts from.</summary>
    public required InputTemplate Input { get; init; }

    /// <summary>What the draft has to be.</summary>
    public required OutputContract Output { get; init; }

    /// <summary>What stands before release.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Who answers for what.</summary>
    public required Responsibilities Responsibilities { get; init; }

    /// <summary>What a workflow of <see cref="Pattern.Filter"/> chooses from and by what; null for the other patterns.</summary>
    public FilterContract? Filter { get; init; }

    /// <summary>Realistic records to try it with. At least one, each valid by the template.</summary>
    public required IReadOnlyList<ExampleRecord> Examples { get; init; }
}

/// <summary>A realistic record.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="About">Where it comes from, in one sentence.</param>
/// <param name="Record">The record.</param>
/// <param name="Expected">What a draft of it has to say; null where nobody has said so yet.</param>
public sealed record ExampleRecord(string Name, string About, JsonElement Record, Expectation? Expected = null)
{
    /// <summary>What the person's sections say in it, by section, paragraphs on lines of their own: what the AI's sections are tried beside (C10). Null in any other pattern.</summary>
    public IReadOnlyDictionary<string, string>? Own { get; init; }

    /// <summary>The items that a person found relevant, as pointers such as <c>/topics/3</c>: what a filter's back-test is held against (C14). Null where nobody has said.</summary>
    public IReadOnlyList<JsonPointer>? Relevant { get; init; }
}
