using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>The article of the library, which a person and the AI write at once, on its way through the product.</summary>
public static class ArticleRun
{
    /// <summary>Adds the workflow under a key of its own, for everybody to run.</summary>
    public static async Task<string> Added(Product product, Action<JsonObject>? change = null)
    {
        JsonObject workflow = Definition();
        workflow["key"] = $"article-{Guid.NewGuid():N}"[..40];
        change?.Invoke(workflow);
        await (await product.As(LocalPeople.MeiTanaka)).Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
        return workflow["key"]!.GetValue<string>();
    }

    /// <summary>Starts one: Amara writes and reviews it.</summary>
    public static async Task<Run> Started(Product product)
    {
        string key = await Added(product);
        Session author = await product.As(LocalPeople.AmaraOsei);
        Answer started = await author.Start(key, Definition()["examples"]![0]!["record"]!.DeepClone(), author.PersonId);
        return new Run(product, author, author, key, started.As<HandoffView>().Id);
    }

    /// <summary>What a person writes in its first example, by section.</summary>
    public static IReadOnlyDictionary<string, string> Own() =>
        Definition()["examples"]![0]!["own"]!.AsObject().ToDictionary(section => section.Key, section => section.Value!.GetValue<string>());

    /// <summary>Keeps what the author writes.</summary>
    public static Task<Answer> Write(this Run run, IReadOnlyDictionary<string, string> sections, bool handIn = false, int seconds = 60) => run.Author.Put(
        $"handoffs/{run.Id}/own-sections", new { sections = sections.Select(section => new { section.Key, Text = section.Value }), activeSeconds = seconds, handIn });

    private static JsonObject Definition()
    {
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("HandoffOffice.Api.Design.Library.article.json")!);
        return JsonNode.Parse(reader.ReadToEnd())!.AsObject();
    }
}
