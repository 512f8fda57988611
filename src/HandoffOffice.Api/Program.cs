using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Models;
using HandoffOffice.Storage;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddHost();
builder.AddTelemetry();
builder.AddHandoffOfficeIdentity();
builder.Services.AddHandoffOfficeStorage(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddModels(builder.Configuration);
builder.Services.AddStages();

WebApplication app = builder.Build();
await app.Services.MigrateStorage();
app.UseExceptionHandler();
app.UseStatusCodePages(Problems.ForStatus);
app.UsePages();
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<TenantSetup>();
app.MapOpenApi();
app.MapHealth();
app.MapRoutes();
app.AnnounceUrl();
await app.RunAsync();
