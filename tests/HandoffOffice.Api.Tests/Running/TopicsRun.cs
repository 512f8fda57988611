using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>The weekly topics of the library on their way through the product.</summary>
public static class TopicsRun
{
    public const string Key = "weekly-topics";

    /// <summary>The topics of its first example as a spreadsheet exports them, with one that means harm to a spreadsheet.</summary>
    public const string Csv = """
        Topic;Visits;Visits last week;Searches;Typical question
        Cloud cost control;4.820;3.250;610;How do we keep the cloud bill from growing every month?
        Customer login page;9.140;9.020;890;Where do I log in?
        "=HYPERLINK(""https://example.org"",""Passkeys"")";5.660;3.280;540;"What does a passkey replace; and for whom?"
        Licence audit checklist;1.450;980;700;Is there a checklist for a licence audit?
        Press page;610;640;20;

        """;

    /// <summary>The workflow in the product's own format, to be changed at will.</summary>
    public static JsonObject Definition()
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("HandoffOffice.Api.Design.Library.weekly-topics.json")!);
        return JsonNode.Parse(reader.ReadToEnd())!.AsObject();
    }

    /// <summary>Adds the workflow under a key of its own, for everybody to run unless it is not to be launched.</summary>
    public static async Task<string> Added(Product product, Action<JsonObject>? change = null, bool launched = true)
    {
        JsonObject workflow = Definition();
        workflow["key"] = $"{Key}-{Guid.NewGuid():N}"[..40];
        change?.Invoke(workflow);
        Session designer = await product.As(LocalPeople.MeiTanaka);
        if (launched)
        {
            await designer.Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
        }
        else
        {
            (await designer.Post("workflows", workflow)).Ok();
        }

        return workflow["key"]!.GetValue<string>();
    }

    /// <summary>Sends a file to be read as a list.</summary>
    public static Task<Answer> Import(this Session session, string workflow, byte[] file, string mediaType, string? field = null) =>
        session.Send(HttpMethod.Post, $"workflows/{workflow}/records/table{(field is null ? "" : $"?field={field}")}", Session.Bytes(file, mediaType));

    /// <summary>A handoff whose candidates, read from the table, are in review.</summary>
    public static async Task<Run> InReview(Product product, string? workflow = null)
    {
        string key = workflow ?? await Added(product, w => w["output"]!["language"] = "de");
        Session author = await product.As(LocalPeople.AmaraOsei);
        TableView table = (await author.Import(key, System.Text.Encoding.UTF8.GetBytes(Csv), "text/csv")).As<TableView>();
        JsonObject record = Definition()["examples"]![0]!["record"]!.DeepClone().AsObject();
        record["topics"] = JsonNode.Parse(table.Value.GetRawText());
        Session reviewer = await product.As(LocalPeople.RitaOkafor);
        Answer started = await author.Start(key, record, reviewer.PersonId);
        return await new Run(product, author, reviewer, key, started.As<HandoffView>().Id).Drafted();
    }

    /// <summary>Keeps the first candidate, customises the second, drops the others, and says of both who does it.</summary>
    public static async Task<HandoffView> Triaged(this Run run)
    {
        foreach (ChangeView change in (await run.Look()).Changes)
        {
            Decision decision = change.Id switch { "s1" => Decision.Accepted, "s2" => Decision.Edited, _ => Decision.Rejected };
            (await run.Reviewer.Decide(run.Id, change.Id, decision, decision == Decision.Edited ? "Cloud-Kosten: was kleine Firmen tun können." : null)).Ok();
            run.Product.Clock.Advance(TimeSpan.FromSeconds(1.2));
        }

        (await run.Pick("s1", new { angle = "How-to", depth = "Deep", assignee = LocalPeople.JonasLindqvist.Id, due = "2031-12-04" })).Ok();
        return (await run.Pick("s2", new { angle = "Opinion", assignee = LocalPeople.AmaraOsei.Id })).As<HandoffView>();
    }

    public static Task<Answer> Pick(this Run run, string change, object pick, Session? who = null) => (who ?? run.Reviewer).Put($"handoffs/{run.Id}/changes/{change}/pick", pick);
}
