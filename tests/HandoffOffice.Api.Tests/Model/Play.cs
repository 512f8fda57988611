using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Models;
using Xunit;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>Plays one sequence: each command is sent to the product and asked of the model, and they have to agree on the answer and on what is stored.</summary>
internal sealed partial class Play
{
    private static readonly ImmutableArray<TimeSpan> Jumps =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(6), TimeSpan.FromHours(1), TimeSpan.FromHours(23), TimeSpan.FromHours(25),
        TimeSpan.FromHours(60), TimeSpan.FromSeconds(-10), TimeSpan.FromMinutes(-1), TimeSpan.FromHours(-2), TimeSpan.FromHours(-26), TimeSpan.FromSeconds(10),
    ];

    private readonly Stage stage;
    private readonly HttpClient client;
    private readonly string tenant;
    private readonly string otherTenant;
    private readonly Dictionary<Who, Session> sessions = [];
    private readonly List<Subject> subjects = [];
    private readonly Dictionary<int, byte[]> left = [];
    private readonly List<int> current = [];
    private readonly List<SignedTreeHead> heads = [];
    private World world;
    private JsonNode record = JsonValue.Create(string.Empty);
    private int tampered;

    private Play(Stage stage)
    {
        (this.stage, client, tenant, otherTenant) = (stage, stage.Product.CreateClient(), stage.NextTenant(), stage.NextTenant());
        world = new World([], ImmutableDictionary<(bool, string), (int, Who)>.Empty, stage.Product.Clock.GetUtcNow(), ImmutableDictionary<Who, DateTimeOffset>.Empty);
    }

    /// <summary>How many commands were sent.</summary>
    public long Commands { get; private set; }

    /// <summary>How many of them did what they were for, by what they were for.</summary>
    public Dictionary<string, long> Reached { get; } = [];

    /// <summary>Plays it to its end.</summary>
    public static async Task<Play> Of(Sequence sequence, Stage stage)
    {
        var play = new Play(stage);
        stage.Chance.Begin(sequence.Chance);
        await play.Begin(sequence);
        for (int step = 0; step < sequence.Steps.Count; step++)
        {
            await play.Take(sequence.Steps[step]);
            if (step == sequence.Steps.Count / 2)
            {
                play.heads.Add((await play.sessions[Who.Administrator].Get("ledger/head")).As<SignedTreeHead>());
            }
        }

        await play.End();
        return play;
    }

    private async Task Begin(Sequence sequence)
    {
        foreach (Who who in Enum.GetValues<Who>())
        {
            SignIn(who);
            (await sessions[who].Get("me")).Ok();
        }

        JsonObject sample = JsonNode.Parse((await sessions[Who.Administrator].Get($"workflows/{Run.Email}")).Ok().Body)!.AsObject();
        foreach (Stakes stakes in sequence.Handoffs.Select(handoff => handoff.Stakes).Distinct())
        {
            await sessions[Who.Administrator].Launch(Stage.Workflow(sample, stakes), sessions[Who.Administrator]);
        }

        await sessions[Who.OtherTenant].Launch(Stage.Workflow(sample, Stakes.Low), sessions[Who.OtherTenant]);
        record = sample["examples"]![0]!["record"]!;
        foreach ((Stakes stakes, bool byAFlow) in sequence.Handoffs)
        {
            current.Add(await Start(stakes, byAFlow ? Who.Flow : Who.Author));
        }

        current.Add(await Start(Stakes.Low, Who.OtherTenant));
    }

    private async Task<int> Start(Stakes stakes, Who author)
    {
        var model = new ReferenceModel(stakes, author);
        HandoffView view = (await sessions[author].Start(Stage.Key(stakes), record.DeepClone(), [.. model.Reviewers.Select(who => sessions[who].PersonId)])).As<HandoffView>();
        subjects.Add(new Subject(view.Id, view));
        world = world with { Handoffs = world.Handoffs.Add(model) };
        Commands++;
        return subjects.Count - 1;
    }

    private async Task Take(Move step)
    {
        int handoff = current[step.Handoff];
        if (step.Act is Act.Draft or Act.Prepare && world.Handoffs[handoff].IsOver)
        {
            await LiftAll();
            current[step.Handoff] = await Start(world.Handoffs[handoff].Stakes, world.Handoffs[handoff].Author);
            return;
        }

        switch (step.Act)
        {
            case Act.Clock:
                stage.Product.Clock.Advance(Jumps[step.Choice]);
                break;
            case Act.SignIn:
                SignIn(step.Who);
                break;
            case Act.Stop:
                await Stop(handoff, step.Choice);
                break;
            case Act.Tamper:
                await Tamper(handoff, step.Choice);
                break;
            case Act.Prepare:
                await Prepare(handoff, step);
                break;
            default:
                Command command = Made(step.Act, handoff, step.Who, step.Choice);
                if (step.Repeat == Repeat.AtOnce && step.Act is not (Act.Draft or Act.Look))
                {
                    await AtOnce(command, Made(step.OtherAct, handoff, step.Other, step.Choice));
                    break;
                }

                await Do(command, step.Moment, step.Before);
                if (step.Repeat == Repeat.Again)
                {
                    await Do(command);
                }

                break;
        }
    }

    private Command Made(Act act, int handoff, Who who, int choice)
    {
        world = world with { Now = stage.Product.Clock.GetUtcNow() };
        // Nearly nobody else may: they try now and then.
        who = act == Act.BreakGlass && choice % 4 != 0 ? Who.Administrator : who;
        return act == Act.Release
            ? Model.Commands.Release(handoff, who, $"key-{choice % 4}", sessions[who], subjects[handoff])
            : Model.Commands.Of(act, handoff, who, choice, sessions[who], subjects[handoff], world.Handoffs[handoff], other => sessions[other].PersonId);
    }

    private async Task Prepare(int handoff, Move step)
    {
        const int Accepting = 1;
        await LiftAll();
        if (step.Choice % 2 == 0)
        {
            SignIn(step.Who);
        }

        if (world.Handoffs[handoff].State is "Intake" or "Failed" or "Revising")
        {
            await Do(Made(Act.Draft, handoff, step.Who, Accepting));
        }

        stage.Product.Clock.Advance(TimeSpan.FromMinutes(2));
        (Act, int)[] all = [(Act.DecideRest, Accepting), (Act.Confirm, 0), (Act.Confirm, Accepting), (Act.View, Accepting), (Act.Sign, Accepting)];
        foreach ((Act act, int choice) in step.Choice % 3 == 0 ? all[..^1] : all)
        {
            await Do(Made(act, handoff, step.Who, choice));
        }
    }

    private async Task Do(Command command, Moment moment = Moment.Never, int before = 0)
    {
        string stored = Stored(command.Handoff);
        stage.Faults.Arm(moment, before);
        Answer answer = await command.Send();
        bool broke = stage.Faults.Disarm(moment);
        Commands++;
        string expected = command.Code(world);
        bool did = !broke || stored != Stored(command.Handoff);
        if (!broke)
        {
            Assert.Equal(expected, CodeOf(answer));
            Check(command, answer);
        }
        else if (command.Act == Act.Draft)
        {
            await BrokenDraft(command);
            did = false;
        }
        else
        {
            Assert.Equal("fault", CodeOf(answer));
            Assert.False(did && moment is Moment.BeforeSaving or Moment.AfterSaving or Moment.BeforeCommit, $"{command.Act} was done though it broke {moment}.");
            Assert.True(did || command.MayChangeNothing || moment != Moment.AfterCommit, $"{command.Act} was lost though it was committed.");
            Assert.True(!did || expected is "ok" or "seal-broken" or "loop-budget-spent", $"{command.Act} was done though it is refused: {expected}.");
        }

        if (did)
        {
            world = command.In(world, expected == "seal-broken" || (expected == "ok" && command.ChangesText) ? await Look(command.Handoff) : world.Handoffs[command.Handoff].Seen).World;
            Count(expected == "ok" ? $"{command.Act}" : expected);
        }

        Assert.True(Agrees(command.Handoff, world, out string how), $"After {command.Act}: {how}");
    }

    // It is two changes with a stream between them. Broken in the first, nothing began or it is being drafted; later it failed, or it is there.
    private async Task BrokenDraft(Command command)
    {
        ReferenceModel model = world.Handoffs[command.Handoff];
        string state = StateOf(command.Handoff);
        if (state != model.State || (state == "Drafting" && StoredDraftingSince(command.Handoff) != model.DraftingSince))
        {
            Assert.Equal("ok", command.Code(world));
            ReferenceModel begun = model.DraftStarted(world.Now);
            world = world.With(command.Handoff, state switch
            {
                "Drafting" => begun,
                "Failed" => begun.DraftFailed(),
                _ => begun.Drafted(await Look(command.Handoff), world.Now),
            });
        }

        Count("a broken draft");
    }

    private async Task AtOnce(Command one, Command other)
    {
        Answer[] answers = await Task.WhenAll(Task.Run(one.Send), Task.Run(other.Send));
        Commands += 2;
        string[] codes = [.. answers.Select(CodeOf)];
        bool textChanged = (one.ChangesText && codes[0] == "ok") || (other.ChangesText && codes[1] == "ok");
        Seen seen = textChanged ? await Look(one.Handoff) : world.Handoffs[one.Handoff].Seen;
        var said = new List<string>();
        foreach ((Command first, Command second, int at) in new[] { (one, other, 0), (other, one, 1) })
        {
            (string firstCode, World between) = first.In(world, seen);
            (string secondCode, World after) = second.In(between, seen);
            // Two with one key: the second may find the first in flight, or done.
            bool inFlight = first.Key is not null && first.Key == second.Key && codes[1 - at] == "action-not-possible" && secondCode is "ok" or "idempotency-key-reused";
            if (codes[at] == firstCode && (codes[1 - at] == secondCode || inFlight) && Agrees(one.Handoff, after, out string how))
            {
                world = after;
                Check(one, answers[0]);
                Check(other, answers[1]);
                Count("at once");
                return;
            }

            said.Add($"{first.Act} first: {firstCode}, then {secondCode}");
        }

        Assert.Fail($"{one.Act} and {other.Act} at once were answered {codes[0]} and {codes[1]} and left it {StateOf(one.Handoff)}; {string.Join("; ", said)}.");
    }

    private async Task Stop(int handoff, int choice)
    {
        if (world.Stops.Count > 1)
        {
            await LiftAll();
            return;
        }

        var scope = (StopScope)(choice % 3);
        string? target = scope switch { StopScope.Workflow => Stage.Key(world.Handoffs[handoff].Stakes), StopScope.Model => RulesDrafter.Origin.Name, _ => null };
        var asked = new { scope = $"{scope}", target, reason = "An incident." };
        (await sessions[Who.FirstReviewer].Post("stops", asked)).Refused(403, "forbidden");
        StopOrder stop = (await sessions[Who.Administrator].Post("stops", asked)).As<StopOrder>();
        world = world with { Stops = world.Stops.Add((stop.Id, scope, target)) };
        Commands += 2;
    }

    private async Task LiftAll()
    {
        foreach ((Guid id, _, _) in world.Stops)
        {
            (await sessions[Who.Administrator].Post($"stops/{id}/lift", new { reason = "It is over." })).Ok();
            Commands++;
        }

        world = world with { Stops = [] };
    }

    private async Task Tamper(int handoff, int choice)
    {
        if (world.Handoffs[handoff].State != "Approved")
        {
            return;
        }

        await LiftAll();
        (string, object)[] id = [("@id", subjects[handoff].Id)];
        object[] before = stage.Row("SELECT Record, Terms FROM Handoffs WHERE Id = @id", id);
        byte[] file = (byte[])stage.Row("SELECT Content FROM Files WHERE HandoffId = @id AND Kind = 'Sealed'", id)[0];
        byte[] other = choice % 6 == 0 ? [0] : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace("Subject: ", "Subject: Re: ", StringComparison.Ordinal));
        string sql = (choice % 6) switch
        {
            0 or 1 => "UPDATE Files SET Content = @other WHERE HandoffId = @id AND Kind = 'Sealed'",
            2 => "UPDATE Handoffs SET Record = replace(Record, '\"tone\":\"', '\"tone\":\"un') WHERE Id = @id",
            3 => "UPDATE Handoffs SET Seal = replace(Seal, '\"signature\":\"', '\"signature\":\"AAAA') WHERE Id = @id",
            4 => "UPDATE Handoffs SET Seal = replace(Seal, '\"expiresAt\":\"20', '\"expiresAt\":\"21') WHERE Id = @id",
            _ => "UPDATE Handoffs SET Terms = replace(Terms, '\"approvalHours\":24', '\"approvalHours\":240') WHERE Id = @id",
        };
        Assert.Equal(1, stage.Write(sql, [.. id, ("@other", other)]));
        Who who = world.Handoffs[handoff].Reviewers.Min();
        await Do(Model.Commands.Release(handoff, who, $"tampered-{tampered++}", sessions[who], subjects[handoff], tampered: true));
        stage.Write("UPDATE Handoffs SET Record = @record, Terms = @terms WHERE Id = @id", [.. id, ("@record", before[0]), ("@terms", before[1])]);
        Count("tampered");
    }

    private static string CodeOf(Answer answer) => (int)answer.Status is 200 or 201 ? "ok" : answer.Json.GetProperty("code").GetString()!;

    private void Count(string what) => Reached[what] = Reached.GetValueOrDefault(what) + 1;

    private void SignIn(Who who)
    {
        long now = stage.Product.Clock.GetUtcNow().ToUnixTimeSeconds();
        string[] roles = who switch
        {
            Who.Administrator => ["Administrator", "Designer"],
            Who.OtherTenant => ["Author", "Reviewer", "Administrator", "Designer"],
            Who.Flow => ["Application"],
            _ => ["Author", "Reviewer"],
        };
        var person = new Guid((int)who + 1, 0, 0, [.. Guid.Parse(tenant).ToByteArray().Take(8)]);
        var token = (who == Who.Flow ? stage.Authority.Application(roles) : stage.Authority.Person(roles)).OfTenant(who == Who.OtherTenant ? otherTenant : tenant)
            .With("oid", $"{person}").With("sub", $"{person}").With("name", $"{who}").With("preferred_username", $"{who}@model.example").With("auth_time", now);
        sessions[who] = new Session(client, $"{person}", token.Build());
        world = world with { SignedIn = world.SignedIn.SetItem(who, DateTimeOffset.FromUnixTimeSeconds(now)) };
    }
}
