using Microsoft.AspNetCore.Http.Metadata;

namespace HandoffOffice.Api.Hosting;

/// <summary>The greatest body of a route that takes files.</summary>
internal sealed record RequestLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
