using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Api.Training;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Training;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Practice on a workflow with planted errors, and what its gate makes of it (C45).</summary>
[Trait("Capability", "C45")]
public sealed class TrainingTests : IAsyncLifetime
{
    private const string Key = "trained-report";

    private readonly Product product = Product.Start();
    private Session author = null!;
    private Session reviewer = null!;
    private Session designer = null!;

    public async ValueTask InitializeAsync()
    {
        author = await product.As(LocalPeople.AmaraOsei);
        reviewer = await product.As(LocalPeople.RitaOkafor);
        designer = await product.As(LocalPeople.MeiTanaka);
        JsonObject workflow = await Run.Definition(author);
        (workflow["key"], workflow["gate"]!["trainingRequired"]) = (Key, true);
        await designer.Launch(workflow, await product.As(LocalPeople.TeodorIvanov));
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task Nobody_reviews_before_they_have_practised_and_then_they_do()
    {
        Run run = await (await Run.Started(product, author, reviewer, Key)).Drafted();
        HandoffView shown = await run.Look();
        (await reviewer.DecideRest(run.Id)).Refused(403, "training-required");
        (await reviewer.Decide(run.Id, shown.Changes[0].Id, Decision.Accepted)).Refused(403, "training-required");
        (await reviewer.Confirm(run.Id, shown.Checklist[0].Id)).Refused(403, "training-required");
        (await reviewer.Sign(shown)).Refused(403, "training-required");
        await reviewer.View(run.Id, TimeSpan.FromSeconds(5));

        await Train(reviewer);

        (await reviewer.DecideRest(run.Id)).Ok();
        await reviewer.ConfirmAll(run.Id);
        (await reviewer.Sign(run.Id)).Ok();
    }

    [Fact]
    public async Task What_is_planted_goes_out_with_the_answer_and_not_before()
    {
        PracticeView practice = await Start(reviewer);
        Answer shown = await reviewer.Get($"practices/{practice.Id}");
        Assert.DoesNotContain("planted", shown.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("trueText", shown.Text, StringComparison.OrdinalIgnoreCase);
        string wrong = Solve(practice.Id).First(sentence => sentence.Value).Key;
        PracticeView after = await Mark(reviewer, practice.Id, wrong, isWrong: false);
        PracticeFeedback feedback = Assert.IsType<PracticeFeedback>(after.Sentences.Single(sentence => sentence.Id == wrong).Feedback);
        Assert.Equal(PracticeVerdict.Missed, feedback.Verdict);
        Assert.Contains(feedback.PlantedWords!, practice.Sentences.Single(sentence => sentence.Id == wrong).Text, StringComparison.Ordinal);
        Assert.All(after.Sentences.Where(sentence => sentence.Id != wrong), sentence => Assert.Null(sentence.Feedback));
        (await reviewer.Put($"practices/{practice.Id}/answers/{wrong}", new { isWrong = true })).Refused(409, "already-answered");
    }

    [Fact]
    public async Task A_practice_that_goes_badly_is_not_left_for_another()
    {
        PracticeView practice = await Start(reviewer);
        (await reviewer.Post($"practices/{practice.Id}/finish")).Refused(409, "sentences-unanswered");
        Assert.Equal(practice.Id, (await Start(reviewer)).Id);
        Assert.NotEqual(practice.Id, (await Start(author)).Id);
    }

    [Fact]
    public async Task Marking_everything_as_wrong_never_trains()
    {
        for (int i = 0; i < TrainingBar.Practices; i++)
        {
            await Finish(reviewer, (_, _) => true);
        }

        TrainingView training = await Look(reviewer);
        Assert.Equal((TrainingBar.Practices, null), (training.Mine.Practices, training.Mine.TrainedAt));
        Assert.Equal(training.Mine.Last!.Planted, training.Mine.Last.Caught);
        Assert.Equal(training.Mine.Last.Clean, training.Mine.Last.FalseAlarms);
    }

    [Fact]
    public async Task The_completion_is_in_the_ledger_and_on_the_designers_list_only()
    {
        await Train(reviewer);
        TrainingView all = await Look(designer);
        PersonTraining rita = Assert.Single(all.People!);
        Assert.Equal((reviewer.PersonId, 1, 3), (rita.Person.Id, rita.TrainedOn, rita.Practices));
        Assert.Null((await Look(reviewer)).People);
        Assert.Equal(1L, Assert.Single(product.Query("SELECT COUNT(*) FROM Ledger WHERE Kind = 'TrainingCompleted'")));
    }

    [Fact]
    public async Task No_way_out_takes_a_practice_for_a_handoff()
    {
        Run run = await Run.Approved(product);
        JsonObject workflow = await Run.Definition(author);
        PracticeView practice = await Finish(reviewer, (id, sentence) => Solve(id)[sentence]);
        HandoffView taken = (await run.Look()) with { Id = practice.Id };
        foreach (ApiRoute route in ApiRoute.All(product).Where(route => route.NamesAHandoff))
        {
            foreach (Session caller in new[] { author, reviewer, await product.As(LocalPeople.TeodorIvanov) })
            {
                Answer answer = await route.By(caller, taken, workflow);
                Assert.True((int)answer.Status is 403 or 404, $"{route} answered {answer.Status} to a practice.");
                Assert.Null(Finished.In(answer));
            }
        }
    }

    [Fact]
    public async Task A_practice_is_no_handoff_and_in_no_measure()
    {
        await Train(reviewer);
        Assert.Equal(0L, Assert.Single(product.Query("SELECT COUNT(*) FROM Handoffs")));
        Assert.Equal(0L, Assert.Single(product.Query("SELECT COUNT(*) FROM MeasureBins")));
        Assert.Equal(0L, Assert.Single(product.Query("SELECT COUNT(*) FROM MeasureWeeks")));
    }

    [Fact]
    public async Task Nobody_sees_or_answers_a_practice_of_somebody_else()
    {
        PracticeView practice = await Start(reviewer);
        (await author.Get($"practices/{practice.Id}")).Refused(404, "unknown-practice");
        (await author.Put($"practices/{practice.Id}/answers/s1", new { isWrong = true })).Refused(404, "unknown-practice");
        (await designer.Post($"practices/{practice.Id}/finish")).Refused(404, "unknown-practice");
    }

    [Fact]
    public async Task A_gate_does_not_ask_for_a_training_that_nobody_could_do()
    {
        JsonObject workflow = await Run.Definition(author, Key);
        // The rules write English and German.
        (workflow["key"], workflow["output"]!["language"]) = ("locked-report", "fr");
        Assert.Contains("/gate/trainingRequired", (await designer.Post("workflows", workflow)).Pointers("invalid-workflow"));
        workflow["gate"]!.AsObject().Remove("trainingRequired");
        (await designer.Post("workflows", workflow)).Ok();
    }

    private static async Task<TrainingView> Look(Session person) => (await person.Get($"workflows/{Key}/training")).As<TrainingView>();

    private static async Task<PracticeView> Start(Session person) => (await person.Post($"workflows/{Key}/practices", new { })).As<PracticeView>();

    private static async Task<PracticeView> Mark(Session person, Guid practice, string sentence, bool isWrong) =>
        (await person.Put($"practices/{practice}/answers/{sentence}", new { isWrong })).As<PracticeView>();

    private async Task Train(Session person)
    {
        for (int i = 0; i < TrainingBar.Practices; i++)
        {
            await Finish(person, (id, sentence) => Solve(id)[sentence]);
        }
    }

    private static async Task<PracticeView> Finish(Session person, Func<Guid, string, bool> isWrong)
    {
        PracticeView practice = await Start(person);
        foreach (PracticeSentenceView sentence in practice.Sentences)
        {
            await Mark(person, practice.Id, sentence.Id, isWrong(practice.Id, sentence.Id));
        }

        return (await person.Post($"practices/{practice.Id}/finish")).As<PracticeView>();
    }

    // What only the database knows before a sentence is answered: which ones are wrong.
    private Dictionary<string, bool> Solve(Guid id) =>
        JsonNode.Parse((string)product.Query("SELECT Practice FROM Practices WHERE Id = @id", ("@id", id)).Single()!)!["sentences"]!.AsArray()
            .ToDictionary(sentence => (string)sentence!["id"]!, sentence => sentence!["planted"] is not null);
}
