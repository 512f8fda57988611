using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffOffice.Benchmarks.Serving;

/// <summary>
/// <c>service [SERVER]</c>: what the API costs over HTTP, beside a bare endpoint that reads one row of the same database; what 100,000 handoffs change; how many drafts
/// can be asked for in a second; how long 10,000 events take to be told. Load and receiver run on the same machine.
/// </summary>
internal static class ServiceLoad
{
    private const string Workflow = "client-status-report";
    private const int Few = 20, Page = 120, WarmUp = 1000, Reads = 400, Many = 100_000, AtOnce = 16, Events = 10_000, OneRefusedIn = 10;

    private static readonly TimeSpan Loading = TimeSpan.FromSeconds(20), LongestTelling = TimeSpan.FromMinutes(5);

    /// <param name="server">A PostgreSQL server's connection string; null for SQLite.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>0 when everything was done; how fast is for a reader to judge.</returns>
    public static async Task<int> Run(string? server, TextWriter output)
    {
        await using var product = await ServedProduct.Start(server);
        using var author = await product.As(LocalPeople.AmaraOsei);
        using var reviewer = await product.As(LocalPeople.RitaOkafor);
        var request = await Request(author);
        List<Guid> ids = [];
        await Draft(author, request, ids, Few);
        output.WriteLine($"On {(product.IsSqlite ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} processors:");
        Tell(output, $"with {Few} handoffs", await Read(product, author, reviewer, ids), null);
        // A page shows a hundred: only full pages can be compared with those of more.
        await Draft(author, request, ids, Page);
        var page = await Read(product, author, reviewer, ids);
        Tell(output, $"with {Page} handoffs", page, null);
        await Fill(product, ids[0]);
        // All runs are counted anew when they are asked for next, as after an update that counts more of them.
        await author.GetStringAsync("workflows");
        Tell(output, $"with {Many} handoffs", await Read(product, author, reviewer, ids), page);
        await Load(author, request, output);
        return await TellEvents(product, author, output);
    }

    private static async Task<Dictionary<string, Times>> Read(ServedProduct product, HttpClient author, HttpClient reviewer, List<Guid> ids)
    {
        await using var bare = await Bare(product, ids[0]);
        using var asker = new HttpClient();
        var calls = new Dictionary<string, Func<Task>>
        {
            ["bare"] = () => asker.GetStringAsync($"{bare.Urls.Single()}/row"),
            ["get"] = () => author.GetStringAsync($"handoffs/{ids[0]}"),
            ["findings"] = () => author.GetStringAsync($"handoffs/{ids[0]}/findings"),
            ["list of one's own"] = () => author.GetStringAsync("handoffs?view=Mine"),
            ["list of what waits"] = () => reviewer.GetStringAsync("handoffs?view=Waiting"),
            ["workflows"] = () => author.GetStringAsync("workflows"),
        };
        var times = calls.Keys.ToDictionary(name => name, _ => new Times());
        for (var i = -WarmUp; i < Reads; i++)
        {
            // In turns, so that whatever else the machine does is spread over all of them.
            foreach (var (name, call) in calls)
            {
                await (i < 0 ? call() : times[name].Take(call));
            }
        }

        return times;
    }

    private static void Tell(TextWriter output, string when, Dictionary<string, Times> times, Dictionary<string, Times>? before)
    {
        // Both are beside the bare endpoint, which is called in the same minute: a machine that is slower then makes neither look worse.
        double Beside(Dictionary<string, Times> of, string name) => of[name].Median / of["bare"].Median;

        foreach (var (name, time) in times)
        {
            var grown = before is null ? "" : string.Create(CultureInfo.InvariantCulture, $", which is {Beside(times, name) / Beside(before, name):0.00} times what it was");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {when}, {name}: {time.Median:0.00} ms, {Beside(times, name):0.0} times the bare endpoint{grown}"));
        }
    }

    // What the machine can do at best: one row by its key, as text.
    private static async Task<WebApplication> Bare(ServedProduct product, Guid id)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/row", async () =>
        {
            await using var connection = product.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "Subject", "State", "Drafts", "Changes" FROM "Handoffs" WHERE "Id" = @id""";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", product.IsSqlite ? $"{id}".ToUpperInvariant() : id);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            return TypedResults.Ok(new[] { reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3) });
        });
        await app.StartAsync();
        return app;
    }

    // Copies of one handoff, over a quarter of a year: 86 of 100 released, 8 rejected, 3 written by hand, 2 withdrawn and one in review, one in 20 with two loops. A
    // quarter has the same author and reviewer as the handoff, the rest 40 others. The ledger stays as it is, which no list reads.
    private static async Task Fill(ServedProduct product, Guid like)
    {
        await using var connection = product.Open();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "SELECT * FROM \"Handoffs\" WHERE 1 = 0";
        List<string> columns = [];
        await using (var reader = await command.ExecuteReaderAsync())
        {
            columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }

        var id = product.IsSqlite ? "printf('00000000-0000-7000-8000-%012X', n)" : "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
        var own = product.IsSqlite ? $"'{like.ToString().ToUpperInvariant()}'" : $"'{like}'::uuid";
        const string Time = "'2025-' || (10 + n % 3) || '-' || (10 + n % 18) || 'T' || (10 + n % 14) || ':' || (10 + n % 50) || ':' || (10 + n % 49) || '.0000000Z'";
        const string Other = "n / 100 % 4 <> 0", Others = "'other-' || (n / 100 % 40)";
        var values = columns.Select(column => column switch
        {
            "Id" => id,
            "State" => "CASE WHEN n % 100 = 0 THEN 'InReview' WHEN n % 100 < 9 THEN 'Rejected' WHEN n % 100 < 12 THEN 'RevertedToManual' WHEN n % 100 < 14 THEN 'Withdrawn' ELSE 'Released' END",
            "Author" => $"CASE WHEN {Other} THEN replace(one.\"Author\", '{LocalPeople.AmaraOsei.Id}', {Others}) ELSE one.\"Author\" END",
            "LoopsUsed" => "CASE WHEN n % 20 = 3 THEN 2 ELSE 0 END",
            "CreatedAt" or "UpdatedAt" => Time,
            _ => $"one.\"{column}\"",
        });
        var numbers = string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Many})");
        command.CommandText =
            $"""
            {numbers} INSERT INTO "Handoffs" ("{string.Join("\", \"", columns)}") SELECT {string.Join(", ", values)} FROM numbers, (SELECT * FROM "Handoffs" WHERE "Id" = {own}) AS one;
            {numbers} INSERT INTO "Participants" ("TenantId", "HandoffId", "PersonId", "Part", "UpdatedAt")
                SELECT one."TenantId", {id}, CASE WHEN {Other} THEN {Others} ELSE one."PersonId" END, one."Part", {Time}
                FROM numbers, (SELECT * FROM "Participants" WHERE "HandoffId" = {own}) AS one;
            DELETE FROM "MeasureForms";
            ANALYZE;
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Load(HttpClient author, JsonObject request, TextWriter output)
    {
        var started = new System.Collections.Concurrent.ConcurrentQueue<Guid>();
        // Once to warm up: what runs for days is compiled for long.
        foreach (var heard in new[] { TextWriter.Null, output })
        {
            await Together(heard, "drafts asked for", async () => started.Enqueue(await StartOne(author, request)));
        }

        await Together(output, "drafts written by rules, checked and ready for review", async () =>
        {
            if (started.TryDequeue(out var id))
            {
                using var answer = await author.PostAsync($"handoffs/{id}/draft", null);
                await answer.Content.ReadAsStringAsync();
            }
        }, () => !started.IsEmpty);
    }

    private static async Task Together(TextWriter output, string what, Func<Task> call, Func<bool>? goesOn = null)
    {
        var times = new Times();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Loading && goesOn?.Invoke() != false)
            {
                await times.Take(call);
            }
        })));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what}: {times.Count / watch.Elapsed.TotalSeconds:0} a second, {AtOnce} at once; median {times.Median:0} ms, p99 {times.P99:0} ms"));
    }

    // Copies of one event for other handoffs, put where the product puts them; then all there is to do is to tell them.
    private static async Task<int> TellEvents(ServedProduct product, HttpClient author, TextWriter output)
    {
        var attempts = 0;
        var taken = new System.Collections.Concurrent.ConcurrentDictionary<string, TimeSpan>();
        var watch = new Stopwatch();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var receiver = builder.Build();
        receiver.MapPost("/in", (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref attempts) % OneRefusedIn == 0)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            taken.TryAdd(request.Headers["webhook-id"].ToString(), watch.Elapsed);
            return Results.NoContent();
        });
        await receiver.StartAsync();
        using var subscribed = await author.PostAsJsonAsync("flow/triggers/ready-for-review", new { callbackUrl = $"{receiver.Urls.Single()}/in" });
        var subscription = (await subscribed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("subscriptionId").GetGuid();
        var due = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var (id, key) = product.IsSqlite
            ? ("printf('00000000-0000-7000-8000-%012X', n)", $"'{subscription.ToString().ToUpperInvariant()}'")
            : ("('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid", $"'{subscription}'::uuid");
        await using (var connection = product.Open())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = string.Create(CultureInfo.InvariantCulture,
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Events})
                INSERT INTO "WebhookNotices" ("Id", "TenantId", "SubscriptionId", "HandoffId", "Sequence", "Body", "CreatedAt", "State", "Attempts", "DueAt")
                SELECT 'msg_' || n, '{LocalPeople.TenantId}', {key}, {id}, n, '{new string('x', 300)}', '{due}', 'Waiting', 0, '{due}' FROM numbers
                """);
            watch.Start();
            await command.ExecuteNonQueryAsync();
            // What a server does by itself with a table that grows day by day, and not yet with one that was filled a moment ago.
            command.CommandText = "ANALYZE";
            await command.ExecuteNonQueryAsync();
        }

        while (taken.Count < Events && watch.Elapsed < LongestTelling)
        {
            await Task.Delay(100);
        }

        var told = taken.Values.Order().ToArray();
        foreach (var share in new[] { 0.5, 0.9, 0.99, 0.999 })
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {share:0.0 %} of {Events} events told after {At(told, share):0.0} s"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {taken.Count} of {Events} events told in {watch.Elapsed.TotalSeconds:0.0} s, {attempts} attempts, one in {OneRefusedIn} refused"));
        return taken.Count == Events ? 0 : 1;
    }

    // In seconds; infinite where so many were not told.
    private static double At(TimeSpan[] told, double share) => told.Length < Events * share ? double.PositiveInfinity : told[(int)Math.Ceiling(Events * share) - 1].TotalSeconds;

    private static async Task Draft(HttpClient author, JsonObject request, List<Guid> ids, int upTo)
    {
        while (ids.Count < upTo)
        {
            ids.Add(await StartOne(author, request));
            (await author.PostAsync($"handoffs/{ids[^1]}/draft", null)).EnsureSuccessStatusCode();
        }
    }

    private static async Task<JsonObject> Request(HttpClient author)
    {
        var workflow = JsonNode.Parse(await author.GetStringAsync($"workflows/{Workflow}"))!;
        return new JsonObject
        {
            ["workflow"] = Workflow,
            ["record"] = workflow["examples"]![0]!["record"]!.DeepClone(),
            ["reviewers"] = new JsonArray(LocalPeople.RitaOkafor.Id),
        };
    }

    private static async Task<Guid> StartOne(HttpClient author, JsonObject request)
    {
        using var answer = await author.PostAsJsonAsync("handoffs", request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
