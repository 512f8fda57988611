using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Tests that measure the whole process: they run when no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
