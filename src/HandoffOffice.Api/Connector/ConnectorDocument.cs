using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Webhooks;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// The definition of the Power Platform connector: what Swashbuckle says of the routes below <c>/flow</c> in Swagger 2.0, with what the platform asks for beside
/// that and without what it does not take. <c>connector/apiDefinition.swagger.json</c> is this document, which a test compares.
/// </summary>
internal static partial class ConnectorDocument
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/openapi/connector.json";

    // Written without escapes that no reader needs, so that a difference between two versions can be read.
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void MapConnectorDocument(this WebApplication app) => app.MapGet(Path, async (IAsyncSwaggerProvider swagger, IConfiguration configuration) =>
        TypedResults.Text(await Write(swagger, configuration["Connector:Host"] ?? "handoffoffice.example"), "application/json")).ExcludeFromDescription().AllowAnonymous();

    private static async Task<string> Write(IAsyncSwaggerProvider swagger, string host)
    {
        OpenApiDocument document = await swagger.GetSwaggerAsync(FlowRoutes.Document);
        JsonObject v2 = await As(document, OpenApiSpecVersion.OpenApi2_0);
        // Swagger 2.0 has nothing beside a reference; what a member of an enumerated type is for stands in 3.1 alone.
        JsonObject v3 = await As(document, OpenApiSpecVersion.OpenApi3_1);
        return Of(v2, v3["components"]!["schemas"]!.AsObject(), host).ToJsonString(Written) + "\n";
    }

    private static async Task<JsonObject> As(OpenApiDocument document, OpenApiSpecVersion version) =>
        JsonNode.Parse(await document.SerializeAsJsonAsync(version))!.AsObject();

    private static JsonObject Of(JsonObject swagger, JsonObject described, string host)
    {
        JsonObject definitions = swagger["definitions"]!.AsObject();
        JsonObject paths = swagger["paths"]!.AsObject();
        Inline(paths, definitions);
        Inline(definitions, definitions);
        foreach ((string name, JsonNode? definition) in definitions)
        {
            Describe(definition!.AsObject(), described[name]!.AsObject());
        }

        Unfold(definitions);
        foreach ((string path, JsonNode? item) in paths)
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject().ToList())
            {
                Operation(item.AsObject(), operation!.AsObject());
            }
        }

        Dynamic(paths, definitions);
        return new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = Info(),
            ["host"] = host,
            ["basePath"] = "/",
            ["schemes"] = new JsonArray("https"),
            ["consumes"] = new JsonArray("application/json"),
            ["produces"] = new JsonArray("application/json"),
            ["paths"] = paths.DeepClone(),
            ["definitions"] = Used(paths, definitions),
            ["parameters"] = new JsonObject(),
            ["responses"] = new JsonObject(),
            ["securityDefinitions"] = new JsonObject { ["aad"] = Security() },
            ["security"] = new JsonArray(new JsonObject { ["aad"] = new JsonArray() }),
            ["tags"] = new JsonArray(),
            ["x-ms-connector-metadata"] = Metadata(),
        };
    }

    // Enumerations stand where they are used: the designer shows a list there.
    private static void Inline(JsonNode node, JsonObject definitions)
    {
        foreach ((JsonObject parent, string name, JsonObject child) in Objects(node).ToList())
        {
            if (Target(child, definitions) is { } target && target["enum"] is not null)
            {
                JsonObject inline = target.DeepClone().AsObject();
                inline.Remove("description");
                parent[name] = inline;
            }
        }
    }

    private static void Describe(JsonObject definition, JsonObject described)
    {
        definition.Remove("additionalProperties");
        foreach ((string name, JsonNode? value) in definition["properties"]?.AsObject() ?? [])
        {
            JsonObject property = value!.AsObject();
            property.Remove("x-nullable");
            property.Remove("additionalProperties");
            property["x-ms-summary"] = Words(name);
            property["description"] = described["properties"]![name]!["description"]?.DeepClone();
            if (OnDemand.Contains(name) && definition["required"]?.AsArray().Any(required => required!.ToString() == name) != true)
            {
                property["x-ms-visibility"] = "advanced";
            }
        }
    }

    // A property that is an object has it in itself: beside a reference nothing could say what it is for.
    private static void Unfold(JsonObject definitions)
    {
        foreach ((_, JsonNode? definition) in definitions)
        {
            foreach ((string name, JsonNode? value) in definition!["properties"]?.AsObject().ToList() ?? [])
            {
                if (Target(value!.AsObject(), definitions) is { } target)
                {
                    JsonObject whole = target.DeepClone().AsObject();
                    whole["x-ms-summary"] = value["x-ms-summary"]?.DeepClone();
                    whole["description"] = value["description"]?.DeepClone();
                    definition["properties"]![name] = whole;
                }
            }
        }
    }

    private static void Operation(JsonObject path, JsonObject operation)
    {
        string id = operation["operationId"]!.GetValue<string>()[FlowRoutes.NamePrefix.Length..];
        operation["operationId"] = id;
        operation.Remove("tags");
        operation.Remove("security");
        if (Visibility.TryGetValue(id, out string? visibility))
        {
            operation["x-ms-visibility"] = visibility;
        }

        bool isTrigger = id.StartsWith("When", StringComparison.Ordinal);
        foreach (JsonObject parameter in operation["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [])
        {
            Parameter(parameter, isTrigger);
        }

        foreach ((string status, JsonNode? answer) in operation["responses"]!.AsObject())
        {
            Answer(operation, status, answer!.AsObject());
        }

        // What the definition as a whole takes and gives is not said again.
        foreach (string media in new[] { "consumes", "produces" })
        {
            if (operation[media] is JsonArray types && types.Any(type => type!.GetValue<string>() == "application/json"))
            {
                operation.Remove(media);
            }
        }

        if (isTrigger)
        {
            Trigger(path, operation);
        }
    }

    private static void Trigger(JsonObject path, JsonObject operation)
    {
        operation["x-ms-trigger"] = "single";
        operation["responses"]!["201"]!["headers"] = new JsonObject
        {
            ["Location"] = new JsonObject { ["type"] = "string", ["description"] = "Where the subscription is ended." },
        };
        path["x-ms-notification-content"] = new JsonObject
        {
            ["description"] = "What is sent when it happens.",
            ["schema"] = new JsonObject { ["$ref"] = $"#/definitions/{nameof(WebhookMessage)}" },
        };
    }

    private static void Parameter(JsonObject parameter, bool isTriggers)
    {
        string name = parameter["name"]!.GetValue<string>();
        parameter.Remove("x-nullable");
        if (parameter["in"]!.GetValue<string>() == "body")
        {
            parameter["name"] = "body";
            parameter["description"] = isTriggers ? "What the trigger takes." : "What the action takes.";
            return;
        }

        (string summary, string description) = Parameters[name];
        parameter["x-ms-summary"] = summary;
        parameter["description"] = isTriggers && name == "workflow" ? OneOrAll : description;
        switch (parameter["in"]!.GetValue<string>())
        {
            case "path":
                parameter["x-ms-url-encoding"] = "single";
                break;
            case "header":
                parameter["x-ms-visibility"] = "advanced";
                break;
        }
    }

    private static void Answer(JsonObject operation, string status, JsonObject answer)
    {
        answer["description"] = Answers[status];
        bool isFile = operation["produces"] is JsonArray types && types.All(type => type!.GetValue<string>() is MediaTypes.Word or MediaTypes.Mail or "application/problem+json");
        if (status is not ("200" or "201"))
        {
            answer.Remove("schema");
        }
        else if (isFile)
        {
            answer["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary", ["x-ms-summary"] = "File content", ["description"] = "The content of the approved file." };
            operation["produces"] = new JsonArray(MediaTypes.Word, MediaTypes.Mail);
        }
        else if (answer["schema"] is JsonObject schema)
        {
            schema.Remove("description");
        }
    }

    // Values to choose from, and the lists and fields that the designer asks for while a flow is made: in the form of old designers, and in that of new ones.
    private static void Dynamic(JsonObject paths, JsonObject definitions)
    {
        foreach ((_, _, JsonObject parameter) in Objects(paths).Where(found => found.Child["name"] is JsonValue name && name.ToString() == "workflow" && found.Child["in"] is not null).ToList())
        {
            parameter["x-ms-dynamic-values"] = new JsonObject
            {
                ["operationId"] = "ListWorkflows",
                ["value-collection"] = "items",
                ["value-path"] = "workflow",
                ["value-title"] = "workflowName",
            };
            parameter["x-ms-dynamic-list"] = new JsonObject
            {
                ["operationId"] = "ListWorkflows",
                ["itemsPath"] = "items",
                ["itemValuePath"] = "workflow",
                ["itemTitlePath"] = "workflowName",
            };
        }

        JsonObject address = definitions[nameof(CallbackRequest)]!["properties"]!["callbackUrl"]!.AsObject();
        address["x-ms-notification-url"] = true;
        address["x-ms-visibility"] = "internal";

        JsonObject state = paths["/api/v1/flow/handoffs"]!["get"]!["parameters"]![0]!.AsObject();
        state["enum"] = definitions[nameof(FlowHandoff)]!["properties"]!["state"]!["enum"]!.DeepClone();
        state["default"] = $"{HandoffState.InReview}";

        JsonObject draft = definitions[nameof(FlowDraft)]!["properties"]!.AsObject();
        JsonObject record = draft["record"]!.AsObject();
        record["x-ms-dynamic-schema"] = new JsonObject
        {
            ["operationId"] = "GetRecordSchema",
            ["parameters"] = new JsonObject { ["workflow"] = new JsonObject { ["parameter"] = "workflow" } },
            ["value-path"] = "schema",
        };
        record["x-ms-dynamic-properties"] = new JsonObject
        {
            ["operationId"] = "GetRecordSchema",
            ["parameters"] = new JsonObject { ["workflow"] = new JsonObject { ["parameterReference"] = "workflow" } },
            ["itemValuePath"] = "schema",
        };
        JsonObject reviewer = draft["reviewers"]!["items"]!.AsObject();
        reviewer["x-ms-summary"] = "Reviewer";
        reviewer["description"] = "A person who reviews the draft: the object ID or the address.";
        reviewer["x-ms-dynamic-values"] = new JsonObject
        {
            ["operationId"] = "ListReviewers",
            ["value-collection"] = "items",
            ["value-path"] = "personId",
            ["value-title"] = "personName",
        };
        reviewer["x-ms-dynamic-list"] = new JsonObject
        {
            ["operationId"] = "ListReviewers",
            ["itemsPath"] = "items",
            ["itemValuePath"] = "personId",
            ["itemTitlePath"] = "personName",
        };
    }

    // The definitions that something points at, and those that they point at.
    private static JsonObject Used(JsonObject paths, JsonObject definitions)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<JsonNode>([paths]);
        while (open.TryPop(out JsonNode? node))
        {
            foreach (string name in Objects(node).Select(found => found.Child["$ref"]).OfType<JsonValue>().Select(reference => reference.ToString()["#/definitions/".Length..]))
            {
                if (used.Add(name))
                {
                    open.Push(definitions[name]!);
                }
            }
        }

        return new JsonObject(used.Select(name => KeyValuePair.Create<string, JsonNode?>(name, definitions[name]!.DeepClone())));
    }

    private static JsonObject? Target(JsonObject node, JsonObject definitions) =>
        node["$ref"] is JsonValue reference ? definitions[reference.ToString()["#/definitions/".Length..]]?.AsObject() : null;

    // Every object within a node with the object that holds it; one in an array is held by the array's own object, under its name, and is changed in place.
    private static IEnumerable<(JsonObject Parent, string Name, JsonObject Child)> Objects(JsonNode node) => node switch
    {
        JsonObject parent => parent.SelectMany(member => member.Value switch
        {
            JsonObject child => Objects(child).Prepend((parent, member.Key, child)),
            JsonArray items => items.OfType<JsonObject>().SelectMany(item => Objects(item).Prepend((parent, member.Key, item))),
            _ => [],
        }),
        _ => [],
    };
}
