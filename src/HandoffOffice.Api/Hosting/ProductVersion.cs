using System.Reflection;

namespace HandoffOffice.Api.Hosting;

/// <summary>Which version of the product runs.</summary>
internal static class ProductVersion
{
    /// <summary>The version (semver.org), with the commit that it was built from as its build part where that is known.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? throw new InvalidOperationException("The host was built without a version.");

    /// <summary>The version without its build part: what the pane of the same release has as its own.</summary>
    public static string Release { get; } = Current.Split('+')[0];
}
