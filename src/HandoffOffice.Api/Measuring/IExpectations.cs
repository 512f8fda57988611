using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Api.Measuring;

/// <summary>Says what is expected of a workflow version: what remains by hand of a run, and how many runs there are to be.</summary>
public interface IExpectations
{
    /// <summary>What is expected of this version in the caller's tenant.</summary>
    Task<Expectations> About(Workflow workflow, CancellationToken cancel);
}

/// <summary>Nothing remains by hand, and nobody knows how many runs there are to be: what holds for a workflow without a map.</summary>
internal sealed class NothingExpected : IExpectations
{
    public Task<Expectations> About(Workflow workflow, CancellationToken cancel) => Task.FromResult(new Expectations());
}
