using System.Text.Json.Serialization;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Drafting;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Training;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace HandoffOffice.Api.Hosting;

/// <summary>What the host is made of.</summary>
internal static class Services
{
    /// <summary>Greatest size of a request body in bytes, where a route sets no other.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    public static WebApplicationBuilder AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.AllowDuplicateProperties = false;
        });
        builder.Services.AddExceptionHandler<FaultAnswers>().AddProblemDetails().AddHttpContextAccessor();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]).AddCheck<HeadKeeper>("ledger", tags: ["ready"]);
        builder.Services.AddOptions<LedgerOptions>().BindConfiguration("Ledger");
        builder.Services.AddOptions<ReviewOptions>().BindConfiguration("Review");
        builder.Services.AddOpenApi();
        return builder;
    }

    public static IServiceCollection AddStages(this IServiceCollection services) => services
        .AddScoped<CallersTenant>()
        .AddScoped<ITenantContext>(provider => provider.GetRequiredService<CallersTenant>())
        .AddScoped<SampleWorkflows>()
        .AddScoped<WorkflowsInForce>()
        .AddScoped<JourneyDesk>()
        .AddScoped<TryExamples>()
        .AddScoped<BackTester>()
        .AddSingleton<PracticeTexts>()
        .AddScoped<People>()
        .AddSingleton<StopWatch>()
        .AddScoped<StandIns>()
        .AddScoped<EarnedTrust>()
        .AddScoped<MeasuredWorkflows>()
        .AddScoped<JudgedAdjustments>()
        .AddScoped<PlaybookMaker>()
        .AddScoped<DraftRun>()
        .AddScoped<IntoReview>()
        .AddScoped<NewHandoffs>()
        .AddScoped<FlowRequests>()
        .AddScoped<FlowDrafting>()
        .AddScoped<WorkflowsAsShown>()
        .AddSingleton<BackgroundDrafts>()
        .AddHostedService(provider => provider.GetRequiredService<BackgroundDrafts>())
        .AddSingleton<IChance, CryptographicChance>()
        .AddScoped<ReleaseDesk>()
        .AddScoped<MailCourier>()
        .AddSingleton<IKeepsHeads, FileOfHeads>()
        .AddSingleton<HeadKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<HeadKeeper>())
        .AddSingleton<ReviewClock>()
        .AddHostedService(provider => provider.GetRequiredService<ReviewClock>())
        .AddSingleton<HandoffMeters>();

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
