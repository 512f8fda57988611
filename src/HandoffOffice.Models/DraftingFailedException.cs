using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models;

/// <summary>No draft, or no more of it, will come. Carries no inner exception: what a service or its client says may quote a key.</summary>
/// <param name="failure">Why, in words a person can act on.</param>
public sealed class DraftingFailedException(DraftFailure failure) : Exception($"{failure.Code}: {failure.Detail}")
{
    /// <summary>Why, in words a person can act on.</summary>
    public DraftFailure Failure { get; } = failure;
}
