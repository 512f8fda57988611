using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HandoffOffice.Api.Hosting;

/// <summary>Traces, metrics and logs by OpenTelemetry. They leave only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, and never hold content.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        OpenTelemetry.OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource(HandoffMeters.Name))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(HandoffMeters.Name));
        builder.Logging.AddOpenTelemetry();
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            OpenTelemetry.OpenTelemetryBuilderOtlpExporterExtensions.UseOtlpExporter(telemetry);
        }
    }
}
