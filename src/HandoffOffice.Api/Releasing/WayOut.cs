namespace HandoffOffice.Api.Releasing;

/// <summary>What a route or a background job can let out. Every one says; a test walks over all of them and tries each before anything is approved.</summary>
public enum WayOut
{
    /// <summary>Data for the people who work on the handoff; never the finished file.</summary>
    None,

    /// <summary>A working copy for its reviewers, which says on each page that it is not approved.</summary>
    ReviewCopy,

    /// <summary>The finished file, through the release desk.</summary>
    Release,
}

/// <summary>Marks routes with what they can let out.</summary>
internal static class WayOutExtensions
{
    /// <summary>Says what the route can let out.</summary>
    public static TBuilder WithWayOut<TBuilder>(this TBuilder builder, WayOut wayOut)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new WayOutMetadata(wayOut));
}

/// <summary>Says what a background job can let out. A test looks at all jobs of the host; one that does not say fails it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LetsOutAttribute(WayOut wayOut) : Attribute
{
    /// <summary>What.</summary>
    public WayOut WayOut => wayOut;
}

/// <summary>What a route can let out.</summary>
/// <param name="WayOut">What.</param>
public sealed record WayOutMetadata(WayOut WayOut);
