using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(HandoffOffice.Api.Tests.Running.StandIns))]

namespace HandoffOffice.Api.Tests.Running;

/// <summary>
/// Has a product reach a stand-in where it means Entra ID, whose real name the token library insists on. A product in a process of its own takes this as a
/// hosting startup, from the environment.
/// </summary>
public sealed class StandIns : IHostingStartup
{
    /// <summary>The name of the real one.</summary>
    public const string EntraName = "https://login.microsoftonline.com";

    /// <summary>The variable that says where the stand-in listens.</summary>
    public const string Variable = "HANDOFFOFFICE_TESTS_AUTHORITY";

    /// <summary>The settings of a product that sends mail.</summary>
    public static Dictionary<string, string?> MailSettings(Identity.LoopbackAuthority authority, FakeGraph graph) => new(authority.Settings)
    {
        ["AzureAd:ClientCredentials:0:SourceType"] = "ClientSecret",
        ["AzureAd:ClientCredentials:0:ClientSecret"] = Identity.LoopbackAuthority.ClientSecret,
        ["Graph:Address"] = graph.Address,
        ["Graph:Timeout"] = "00:00:03",
    };

    public static void Use(IServiceCollection services, Uri authority)
    {
        services.ConfigureHttpClientDefaults(clients => clients.ConfigurePrimaryHttpMessageHandler(() => new ToTheStandIn(authority)));
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.BackchannelHttpHandler = new ToTheStandIn(authority));
    }

    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } authority)
        {
            builder.ConfigureServices(services => Use(services, new Uri(authority)));
        }
    }

    private sealed class ToTheStandIn(Uri standIn) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = request.RequestUri is { } real && real.GetLeftPart(UriPartial.Authority) == EntraName
                ? new Uri(standIn, real.PathAndQuery)
                : throw new InvalidOperationException($"A test would have reached {request.RequestUri}.");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
