namespace HandoffOffice.Domain.Design;

/// <summary>A model and what it is for (C07).</summary>
/// <param name="Name">The deployment's or the drafter's name.</param>
/// <param name="GoodFor">The tasks it is for. At least one.</param>
/// <param name="NotFor">The tasks that it is known to do badly; none of <paramref name="GoodFor"/>.</param>
/// <param name="Note">One sentence for designers, or null.</param>
public sealed record RegisteredModel(string Name, IReadOnlyList<ModelTask> GoodFor, IReadOnlyList<ModelTask> NotFor, string? Note = null);

/// <summary>The models that an installation has.</summary>
/// <param name="Models">Each with a name of its own, the one that is used first first.</param>
public sealed record ModelRegister(IReadOnlyList<RegisteredModel> Models);
