using HandoffOffice.Api.Archiving;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Models;
using HandoffOffice.Storage;

WebApplicationBuilder builder;
ArchiveCommand? command;
try
{
    command = ArchiveCommand.In(args);
    builder = WebApplication.CreateBuilder(command?.Settings ?? args);
    builder.AddHost();
    builder.AddTelemetry();
    builder.AddHandoffOfficeIdentity();
    builder.Services.AddHandoffOfficeStorage(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddModels(builder.Configuration);
    builder.Services.AddSensitivityLabels(builder.Configuration);
    builder.Services.AddStages();
    builder.AddWebhooks();
}
catch (InvalidOperationException wrongSetting)
{
    // The message names the setting; a stack trace would bury it.
    await Console.Error.WriteLineAsync($"HandoffOffice can't start: {wrongSetting.Message}");
    return 1;
}

WebApplication app = builder.Build();
try
{
    await app.Services.MigrateStorage();
}
catch (DatabaseUnusableException noDatabase)
{
    await Console.Error.WriteLineAsync($"HandoffOffice can't start: {noDatabase.Message}");
    return 1;
}

if (command is not null)
{
    return await command.Run(app.Services, Console.Out, Console.Error, CancellationToken.None);
}

app.UseExceptionHandler();
app.UseStatusCodePages(Problems.ForStatus);
app.UsePages();
app.UseOpenApiPage();
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<TenantSetup>();
app.MapOpenApi();
app.MapHealth();
app.MapRoutes();
app.AnnounceUrl();
await app.RunAsync();
return 0;
