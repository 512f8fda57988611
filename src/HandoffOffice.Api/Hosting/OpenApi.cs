using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Drafting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

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
                Title = "HandoffOffice",
                Version = "v1",
                Description = "Handoffs between people and AI: intake, draft, checks, review, seal, release.",
            });
            options.SwaggerDoc(FlowRoutes.Document, new OpenApiInfo { Title = "HandoffOffice", Version = "1.0" });
            // The operations of flows have a document of their own; the pane calls none of them.
            options.DocInclusionPredicate((document, api) => (api.GroupName ?? "v1") == document);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<Domain.JsonPointer>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "json-pointer" });
            options.MapType<Sha256Digest>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{64}$" });
            options.MapType<JsonElement>(AnyObject);
            options.MapType<JsonObject>(AnyObject);
            options.SchemaFilter<ProblemSchema>();
            options.SchemaFilter<GateSchema>();
            options.OperationFilter<PathParameters>();
            options.DocumentFilter<StreamSchemas>();
            options.DocumentFilter<NotificationSchema>();
            foreach (string comments in Directory.EnumerateFiles(AppContext.BaseDirectory, "HandoffOffice.*.xml"))
            {
                options.IncludeXmlComments(comments);
            }

            options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
            options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] });
        });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapConnectorDocument();
        app.MapSwagger("/openapi/{documentName}.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1).AllowAnonymous();
    }

    /// <summary>The page to try the API; before authorization, because nobody is signed in yet who opens it.</summary>
    public static void UseOpenApiPage(this WebApplication app) => app.UseSwaggerUI(options =>
    {
        options.SwaggerEndpoint(Path, "HandoffOffice v1");
        options.DocumentTitle = "HandoffOffice API";
    });

    private static OpenApiSchema AnyObject() => new() { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true, AdditionalProperties = new OpenApiSchema() };

    /// <summary>The members that our problem details have beyond RFC 9457's.</summary>
    private sealed class ProblemSchema : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type != typeof(ProblemDetails) || schema is not OpenApiSchema problem)
            {
                return;
            }

            // All five are always there, which RFC 9457 does not ask for.
            IDictionary<string, IOpenApiSchema> members = problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
            members["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "Stable." };
            members["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened, in a few words." };
            members["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." };
            members["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened and what to do." };
            members["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; the last part of the type." };
            problem.Required = new HashSet<string> { "type", "title", "status", "detail", "code" };
            members["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "What is wrong in the document that was sent, each fault at its place.",
                Items = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
            };
            members["possible"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "What the handoff's state allows instead.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    /// <summary>The parts of a path that a handler reads from the request itself.</summary>
    private sealed class PathParameters : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            IList<IOpenApiParameter> known = operation.Parameters ??= [];
            foreach (string part in (context.ApiDescription.RelativePath ?? "").Split('/').Where(part => part.StartsWith('{')))
            {
                if (part.Trim('{', '}').Split(':')[0] is var name && known.All(parameter => parameter.Name != name))
                {
                    known.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
                }
            }
        }
    }

    /// <summary>A gate's rate of seeded errors and its demand for training are left out where there are none, so that its digest does not change.</summary>
    private sealed class GateSchema : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Gate) && schema is OpenApiSchema { Required: { } required })
            {
                required.Remove(JsonNamingPolicy.CamelCase.ConvertName(nameof(Gate.SeededErrorRate)));
                required.Remove(JsonNamingPolicy.CamelCase.ConvertName(nameof(Gate.TrainingRequired)));
            }
        }
    }

    /// <summary>What the events of a draft's stream hold; OpenAPI 3.1 has no words for a stream's items.</summary>
    private sealed class StreamSchemas : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            if (context.DocumentName != "v1")
            {
                return;
            }

            foreach (Type type in new[] { typeof(DraftStarted), typeof(DraftDone), typeof(DraftFailed) })
            {
                context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
            }
        }
    }

    /// <summary>What triggers are told, which no operation answers.</summary>
    private sealed class NotificationSchema : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            if (context.DocumentName == FlowRoutes.Document)
            {
                context.SchemaGenerator.GenerateSchema(typeof(WebhookMessage), context.SchemaRepository);
            }
        }
    }
}
