using System.Net;

namespace HandoffOffice.Api.Connector;

/// <summary>Registers what tells subscribers of events.</summary>
internal static class WebhookServices
{
    /// <summary>Adds the courier and its settings.</summary>
    /// <exception cref="InvalidOperationException">A setting can't be, which its message names.</exception>
    public static WebApplicationBuilder AddWebhooks(this WebApplicationBuilder builder)
    {
        WebhookOptions settings = new();
        builder.Configuration.GetSection("Webhooks").Bind(settings);
        if (settings.Loopback && !builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException("The setting Webhooks:Loopback is for the environment Development only: with it, whoever subscribes could have this machine call itself.");
        }

        if (settings.Hosts.FirstOrDefault(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)) is { } wrong)
        {
            throw new InvalidOperationException($"The setting Webhooks:Hosts names '{wrong}', which is no host's name such as hooks.example.com.");
        }

        if (settings.Interval <= TimeSpan.Zero || settings.Timeout <= TimeSpan.Zero || settings.Keep <= TimeSpan.Zero)
        {
            throw new InvalidOperationException("The settings Webhooks:Interval, Webhooks:Timeout and Webhooks:Keep are times above zero, such as 00:00:10.");
        }

        builder.Services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks");
        builder.Services.AddSingleton<LookUp>((host, cancel) => Dns.GetHostAddressesAsync(host, cancel));
        builder.Services.AddSingleton<CallbackClient>();
        builder.Services.AddSingleton<WebhookCourier>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<WebhookCourier>());
        return builder;
    }
}
