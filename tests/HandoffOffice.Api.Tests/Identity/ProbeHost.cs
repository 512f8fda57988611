using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HandoffOffice.Api.Tests.Identity;

/// <summary>The identity of the API with one probe route a policy, on a real port or on a test server with an address of the caller's own.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    private ProbeHost(WebApplication app, HttpClient client)
    {
        App = app;
        Client = client;
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    /// <summary>On a loopback port, called over the network.</summary>
    public static async Task<ProbeHost> OnLoopbackAsync(
        CancellationToken cancellation, IDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        WebApplicationBuilder builder = Builder(Environments.Development, settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);
        WebApplication app = Build(builder);
        await app.StartAsync(cancellation);
        return new ProbeHost(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    /// <summary>On a test server, whose calls come from this address (null: none that is known).</summary>
    public static async Task<ProbeHost> CalledFromAsync(IPAddress? address, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = Builder(Environments.Development, null);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IStartupFilter>(new CallsFrom(address));
        WebApplication app = Build(builder);
        await app.StartAsync(cancellation);
        return new ProbeHost(app, app.GetTestClient());
    }

    /// <summary>Starts nothing: only reads the settings, as start-up does first.</summary>
    public static void Configure(string environment, IDictionary<string, string?> settings) => Builder(environment, settings);

    public async Task<HttpResponseMessage> GetAsync(string path, string? token, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request, cancellation);
    }

    /// <summary>The token that the local identity gives for this person.</summary>
    public async Task<string> LocalTokenAsync(LocalPerson person, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync("/api/v1/local/token", new { personId = person.Id }, cancellation);
        response.EnsureSuccessStatusCode();
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return body.GetProperty("accessToken").GetString() ?? string.Empty;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private static WebApplicationBuilder Builder(string environment, IDictionary<string, string?>? settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        return builder.AddHandoffOfficeIdentity();
    }

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer().AddSwaggerGen();
        WebApplication app = builder.Build();
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        api.MapIdentity();
        api.MapGet("/open", () => "open").AllowAnonymous();
        api.MapGet("/unmarked", Name);
        foreach (string policy in new[]
        {
            Policies.Person, Policies.Author, Policies.Reviewer, Policies.Designer, Policies.Administrator, Policies.DesignerOrAdministrator, Policies.PersonOrApplication,
        })
        {
            api.MapGet($"/probe/{policy}", Name).RequireAuthorization(policy);
        }

        return app;
    }

    private static string Name(Caller caller) => caller.Name;

    /// <summary>Gives every call of the test server the address that a connection would have.</summary>
    private sealed class CallsFrom(IPAddress? address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
    }
}
