using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>What the definition promises, asked of the product that runs: every list and every field that a flow's designer asks for, for every workflow that is shipped.</summary>
[Trait("Capability", "C71")]
public sealed class ContractTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;

    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];

    private static readonly JsonObject Definition = JsonNode.Parse(File.ReadAllBytes(RepositoryFiles.At("connector", "apiDefinition.swagger.json")))!.AsObject();

    [Theory]
    [InlineData("x-ms-dynamic-values", "value-collection", "value-path", "value-title")]
    [InlineData("x-ms-dynamic-list", "itemsPath", "itemValuePath", "itemTitlePath")]
    public async Task Every_list_that_the_designer_asks_for_is_answered_in_the_form_that_it_is_asked_in(string form, string items, string value, string title)
    {
        Session flow = fixture.Flow();
        await fixture.Person(Ours, "bob");
        JsonObject[] lists = [.. Extensions(Definition, form)];
        // Two of workflows and one of reviewers, and those of workflows of each of the five triggers.
        Assert.Equal(8, lists.Length);
        foreach (JsonObject list in lists)
        {
            JsonArray found = (await Call(flow, list["operationId"]!.ToString(), new Dictionary<string, string>()))[list[items]!.ToString()]!.AsArray();
            Assert.NotEmpty(found);
            Assert.All(found, item => Assert.All([item![list[value]!.ToString()], item[list[title]!.ToString()]], text => Assert.False(string.IsNullOrWhiteSpace(text?.ToString()))));
        }
    }

    [Theory]
    [InlineData("x-ms-dynamic-schema", "value-path", "parameter")]
    [InlineData("x-ms-dynamic-properties", "itemValuePath", "parameterReference")]
    public async Task The_fields_of_every_workflow_are_told_and_a_record_of_them_is_taken(string form, string path, string reference)
    {
        Session flow = fixture.Flow();
        Session reviewer = await fixture.Person(Ours, "bob");
        JsonObject dynamic = Assert.Single(Extensions(Definition, form));
        foreach (string workflow in await Shipped(flow))
        {
            Dictionary<string, string> parameters = dynamic["parameters"]!.AsObject().ToDictionary(
                parameter => parameter.Key, parameter => parameter.Value![reference]!.ToString() == "workflow" ? workflow : throw new InvalidOperationException("Unknown reference."));
            JsonObject schema = (await Call(flow, dynamic["operationId"]!.ToString(), parameters))[dynamic[path]!.ToString()]!.AsObject();
            JsonObject record = (await flow.Record(workflow)).DeepClone().AsObject();
            record["_version"] = schema["properties"]!["_version"]!["default"]!.GetValue<int>();
            Fits(schema, record, workflow);
            FlowHandoff handoff = await flow.Created(workflow, record, reviewer.PersonId, $"{form} {workflow}");
            Assert.Equal(workflow, handoff.Workflow);
        }
    }

    [Fact]
    public async Task The_designers_schema_is_Swagger_and_names_every_field_for_people()
    {
        Session flow = fixture.Flow();
        foreach (string workflow in await Shipped(flow))
        {
            JsonObject schema = JsonNode.Parse((await flow.Get($"flow/workflows/{workflow}/schema")).Ok().Body)!["schema"]!.AsObject();
            JsonObject[] fields = [.. Fields(schema)];
            Assert.True(fields.Length > 5);
            Assert.All(fields, field =>
            {
                Assert.Contains(field["type"]!.ToString(), Types);
                Assert.False(string.IsNullOrWhiteSpace(field["x-ms-summary"]?.ToString()));
                Assert.False(string.IsNullOrWhiteSpace(field["description"]?.ToString()));
                Assert.DoesNotContain(field, member => member.Key is "oneOf" or "anyOf" or "allOf" or "nullable" or "const" or "$ref");
            });
        }
    }

    [Fact]
    public async Task What_is_answered_is_what_the_definition_says()
    {
        Session flow = fixture.Flow();
        Session reviewer = await fixture.Person(Ours, "bob");
        FlowHandoff handoff = await flow.Created(Run.StatusReport, await flow.Record(), reviewer.PersonId, $"{Guid.NewGuid()}");
        await reviewer.Approve(handoff.HandoffId);
        foreach (string operation in new[] { "ListWorkflows", "ListReviewers", "ListHandoffs", "GetHandoff", "GetFindings", "GetDraft", "GetApprovedText", "GetRecordSchema" })
        {
            JsonObject answer = await Call(flow, operation, new Dictionary<string, string> { ["id"] = $"{handoff.HandoffId}", ["workflow"] = Run.StatusReport, ["state"] = "Approved" });
            Says(Definition["definitions"]!.AsObject(), Operation(operation).Operation["responses"]!["200"]!["schema"]!.AsObject(), answer, operation);
        }
    }

    [Fact]
    [Trait("Capability", "C74")]
    public async Task A_flow_is_refused_wherever_somebody_decides_confirms_signs_or_releases()
    {
        string[] people =
        [
            "DecideChange", "DecideUndecided", "PickCandidate", "ConfirmItem", "SignText", "BreakGlass", "ReleaseHandoff", "SendMail", "ComposeMail", "SealOpenDocument", "ContinueSending", "AnswerSending",
            "AskForRevision", "RejectDraft", "FinishByHand", "PassOnReview", "ReassignReviews", "ReportViewing", "GetCleanCopy", "GetReviewDocument", "GetSeal", "GetPickList",
        ];
        Run run = await fixture.InReview(Ours);
        Reviewing.HandoffView handoff = await run.Look();
        JsonObject workflow = await Run.Definition(run.Author);
        ApiRoute[] routes = [.. ApiRoute.All(fixture.Product).Where(route => people.Contains(route.Name))];
        Assert.Equal(people.Length, routes.Length);
        foreach (ApiRoute route in routes)
        {
            (await route.By(fixture.Flow(), handoff, workflow)).Refused(403, "forbidden");
        }
    }

    // The samples, and all of the library that a flow can start, which is put in force first. Where a person writes a part at once, a flow can't.
    private async Task<IReadOnlyList<string>> Shipped(Session flow)
    {
        Session designer = await fixture.Person(Ours, "dora");
        string[] library = [.. (await designer.Get("library")).As<LibraryWorkflow[]>().Where(ready => ready.Pattern != Pattern.Parallel).Select(ready => ready.Key)];
        foreach (string key in library.Except(await InForce(flow)))
        {
            await designer.Launch((await designer.Get($"library/{key}")).As<JsonObject>(), designer);
        }

        IReadOnlyList<string> all = await InForce(flow);
        Assert.Superset(library.Union([Run.StatusReport, Run.Email]).ToHashSet(), all.ToHashSet());
        return all;
    }

    private static async Task<IReadOnlyList<string>> InForce(Session flow) =>
        [.. (await flow.Get("flow/workflows")).As<FlowWorkflows>().Items.Select(workflow => workflow.Workflow)];

    /// <summary>Calls an operation as the definition describes it.</summary>
    private static async Task<JsonObject> Call(Session flow, string id, IReadOnlyDictionary<string, string> parameters)
    {
        (string path, JsonObject operation) = Operation(id);
        string query = string.Empty;
        foreach (JsonObject parameter in operation["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [])
        {
            string name = parameter["name"]!.ToString();
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(parameters.GetValueOrDefault(name, string.Empty)), StringComparison.Ordinal);
            query += parameter["in"]!.ToString() == "query" && parameters.TryGetValue(name, out string? value) ? $"?{name}={value}" : string.Empty;
        }

        return JsonNode.Parse((await flow.Get(path + query)).Ok().Body)!.AsObject();
    }

    private static (string Path, JsonObject Operation) Operation(string id) => Definition["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, Operation: operation.Value!.AsObject())))
        .Single(found => found.Operation["operationId"]?.ToString() == id);

    private static IEnumerable<JsonObject> Extensions(JsonNode? node, string name) => node switch
    {
        JsonObject parent => parent.SelectMany(member => member.Key == name ? [member.Value!.AsObject()] : Extensions(member.Value, name)),
        JsonArray items => items.SelectMany(item => Extensions(item, name)),
        _ => [],
    };

    private static IEnumerable<JsonObject> Fields(JsonObject schema) =>
        (schema["properties"]?.AsObject() ?? []).SelectMany(property => Fields(property.Value!.AsObject()).Prepend(property.Value!.AsObject()))
            .Concat(schema["items"] is JsonObject items ? Fields(items) : []);

    // A record of the template fits what the designer shows of it.
    private static void Fits(JsonObject schema, JsonNode? value, string place)
    {
        Assert.Equal(Kind(schema["type"]!.ToString()), value!.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : value.GetValueKind());
        if (value is JsonArray items)
        {
            Assert.All(items, item => Fits(schema["items"]!.AsObject(), item, place));
        }
        else if (value is JsonObject members)
        {
            Assert.All(schema["required"]!.AsArray(), name => Assert.True(members.ContainsKey(name!.ToString()), $"{place} lacks {name}."));
            Assert.All(members, member => Fits(schema["properties"]![member.Key]!.AsObject(), member.Value, $"{place}/{member.Key}"));
        }
    }

    private static JsonValueKind Kind(string type) => type switch
    {
        "string" => JsonValueKind.String,
        "integer" or "number" => JsonValueKind.Number,
        "boolean" => JsonValueKind.True,
        "array" => JsonValueKind.Array,
        _ => JsonValueKind.Object,
    };

    // An answer says what its schema requires, nothing that it does not know, and each in its type.
    private static void Says(JsonObject definitions, JsonObject schema, JsonNode? value, string place)
    {
        schema = schema["$ref"] is { } reference ? definitions[reference.ToString().Split('/')[^1]]!.AsObject() : schema;
        Assert.Equal(Kind(schema["type"]!.ToString()), value!.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : value.GetValueKind());
        if (value is JsonArray items)
        {
            Assert.All(items, item => Says(definitions, schema["items"]!.AsObject(), item, place));
        }
        else if (value is JsonObject members && schema["properties"] is JsonObject properties)
        {
            Assert.All(schema["required"]?.AsArray() ?? [], name => Assert.True(members.ContainsKey(name!.ToString()), $"{place} lacks {name}."));
            Assert.All(members, member => Says(definitions, Assert.IsType<JsonObject>(properties[member.Key]), member.Value, $"{place}/{member.Key}"));
        }
        else if (schema["enum"] is JsonArray choices)
        {
            Assert.Contains(value.ToString(), choices.Select(choice => choice!.ToString()));
        }
    }
}
