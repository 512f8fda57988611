using HandoffOffice.Domain;
using Microsoft.OpenApi;

namespace HandoffOffice.Api.Hosting;

/// <summary>The OpenAPI 3.1 document, from which the pane's client is generated, and a page to try it.</summary>
internal static class OpenApi
{
    public const string Path = "/openapi/v1.json";

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "HandoffOffice", Version = "v1", Description = "Handoffs between people and AI: intake, draft, checks, review, seal, release.",
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.MapType<Domain.JsonPointer>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "json-pointer" });
            options.MapType<Sha256Digest>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{64}$" });
            foreach (string comments in Directory.EnumerateFiles(AppContext.BaseDirectory, "HandoffOffice.*.xml"))
            {
                options.IncludeXmlComments(comments);
            }

            options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
            options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] });
        });
    }

    public static void MapOpenApi(this WebApplication app) =>
        app.MapSwagger("/openapi/{documentName}.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1).AllowAnonymous();

    /// <summary>The page to try the API; before authorization, because nobody is signed in yet who opens it.</summary>
    public static void UseOpenApiPage(this WebApplication app) => app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint(Path, "HandoffOffice v1");
            options.DocumentTitle = "HandoffOffice API";
        });
}
