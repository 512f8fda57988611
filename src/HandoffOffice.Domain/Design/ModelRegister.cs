namespace HandoffOffice.Domain.Design;

/// <summary>A model and what it is for (C07).</summary>
/// <param name="Name">The deployment's or the drafter's name.</param>
/// <param name="GoodFor">The tasks it is for. At least one.</param>
/// <param name="NotFor">The tasks that it is known to do badly; none of <paramref name="GoodFor"/>.</param>
/// <param name="Note">One sentence for designers, or null.</param>
public sealed record RegisteredModel(string Name, IReadOnlyList<ModelTask> GoodFor, IReadOnlyList<ModelTask> NotFor, string? Note = null);

/// <summary>The models that an installation has.</summary>
/// <param name="Models">Each with a name of its own, the one that is used first first.</param>
public sealed record ModelRegister(IReadOnlyList<RegisteredModel> Models)
{
    /// <summary>The model for a task: the first that is for it; null where none is.</summary>
    public RegisteredModel? For(ModelTask task) => Models.FirstOrDefault(model => model.GoodFor.Contains(task));

    /// <summary>Why a workflow's task is not for a model, with the better choice; null where it is for it.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="task">The task.</param>
    public HandoffError? Misfit(string model, ModelTask task) => Models.FirstOrDefault(known => known.Name == model) switch
    {
        null => new UnknownModel(model),
        var known when known.GoodFor.Contains(task) => null,
        var known => new ModelMisfit(model, task, known.NotFor.Contains(task), For(task)?.Name),
    };

    /// <summary>Why no model of the installation is for a task, or null.</summary>
    /// <param name="task">The task.</param>
    public HandoffError? Misfit(ModelTask task) => For(task) is not null ? null
        : Models.Count == 0 ? new ModelMisfit(null, task, false, null)
        : Misfit(Models[0].Name, task);

    /// <summary>Everything that is wrong with the register; none when it is sound.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        IEnumerable<Problem> Of(RegisteredModel model, JsonPointer at)
        {
            if (string.IsNullOrWhiteSpace(model.Name) || Models.Count(other => other.Name == model.Name) > 1)
            {
                yield return new Problem(at.Append("name"), "name", "The model's name is empty or used twice.", "a name, once");
            }

            if (model.GoodFor.Count == 0)
            {
                yield return new Problem(at.Append("goodFor"), "no-task", "The model is for nothing.", "at least one task");
            }

            if (model.GoodFor.Intersect(model.NotFor).ToList() is { Count: > 0 } both)
            {
                yield return new Problem(at.Append("notFor"), "task-contradiction", $"The model is for {both[0]} and not for it.", "each task in one of the two lists");
            }
        }

        return [.. Models.SelectMany((model, index) => Of(model, JsonPointer.Root.Append("models").Append(index)))];
    }
}

/// <summary>The register has no such model.</summary>
/// <param name="Model">The name.</param>
public sealed record UnknownModel(string Model) : HandoffError("unknown-model", $"There is no model '{Model}' in the register.");

/// <summary>A model is not for what a workflow asks of it.</summary>
/// <param name="Model">The model; null where the register has none at all.</param>
/// <param name="Task">What is asked.</param>
/// <param name="KnownBad">Whether the register says that it does this badly.</param>
/// <param name="Better">The model that is for it; null where none is.</param>
public sealed record ModelMisfit(string? Model, ModelTask Task, bool KnownBad, string? Better) : HandoffError(
    "model-misfit",
    $"{(Model is null ? "No model is registered" : KnownBad ? $"'{Model}' is known to do {Task} badly" : $"'{Model}' is not registered for {Task}")}. "
    + (Better is not null ? $"Use '{Better}', which is for {Task}." : $"Register a model that is for {Task}, or choose another task."));
