using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Nothing leaves without a seal over exactly these bytes, whoever writes to the database; and time denies (DESIGN rules 1 and 5).</summary>
[Trait("Capability", "C50")]
public sealed class TamperingTests : IAsyncDisposable
{
    private readonly Product product = Product.Start();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task Another_file_in_the_sealed_ones_place_does_not_leave(string workflow)
    {
        Run run = await Run.Approved(product, workflow);
        foreach (byte[] other in new[] { Docx.Saying("We promise a refund."), "To: other@example.com\r\n\r\nWe promise a refund."u8.ToArray(), "garbage"u8.ToArray(), [] })
        {
            await Tampered(run, "UPDATE Files SET Content = @new WHERE HandoffId = @id AND Kind = 'Sealed'", other);
        }
    }

    [Theory]
    [InlineData("the envelope", "UPDATE Handoffs SET Subject = 'Another subject' WHERE Id = @id")]
    [InlineData("the record", "UPDATE Handoffs SET Record = replace(Record, 'Release Lead', 'Somebody else') WHERE Id = @id")]
    [InlineData("the gate", "UPDATE Handoffs SET Terms = replace(Terms, '\"approvalHours\":48', '\"approvalHours\":480') WHERE Id = @id")]
    [InlineData("the seal's end", "UPDATE Handoffs SET Seal = replace(Seal, '\"expiresAt\":\"20', '\"expiresAt\":\"21') WHERE Id = @id")]
    [InlineData("the seal's signature", "UPDATE Handoffs SET Seal = replace(Seal, '\"signature\":\"', '\"signature\":\"AAAA') WHERE Id = @id")]
    [InlineData("the seal's key", "UPDATE SealKeys SET PublicKey = zeroblob(32) WHERE @id = @id")]
    public async Task What_the_seal_covers_can_not_be_changed(string what, string sql)
    {
        Assert.NotEmpty(what);
        await Tampered(await Run.Approved(product), sql);
    }

    [Fact]
    public async Task The_seal_of_one_handoff_is_no_seal_of_another()
    {
        Run first = await Run.Approved(product);
        Run second = await Run.Approved(product);
        await Tampered(second, "UPDATE Handoffs SET Seal = (SELECT Seal FROM Handoffs WHERE Id = @new) WHERE Id = @id", first.Id);
    }

    [Theory]
    [InlineData("\"reviewers\":1", "\"reviewers\":0")]
    [InlineData("\"stakes\":\"Medium\"", "\"stakes\":\"Low\"")]
    [InlineData("\"nonNegotiable\":true", "\"nonNegotiable\":false")]
    public async Task A_gate_that_was_weakened_in_the_database_is_not_signed(string strong, string weak)
    {
        Run run = await Run.ReadyToSign(product);
        HandoffView shown = await run.Look();
        Assert.Equal(1, product.Sql("UPDATE Handoffs SET Terms = replace(Terms, @strong, @weak) WHERE Id = @id", ("@strong", strong), ("@weak", weak), ("@id", run.Id)));
        (await run.Reviewer.Sign(shown)).Refused(500, "fault");
        Assert.Equal("InReview", Assert.Single(product.Query("SELECT State FROM Handoffs WHERE Id = @id", ("@id", run.Id))));
    }

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task An_approval_expires(string workflow)
    {
        Run run = await Run.Approved(product, workflow);
        SealView seal = (await run.Look()).Seal!;
        product.Clock.Advance(seal.ExpiresAt - seal.IssuedAt);
        run = run with { Author = await product.As(LocalPeople.AmaraOsei), Reviewer = await product.As(LocalPeople.RitaOkafor) };
        await IsNotReleased(run);

        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Ok();
        (await run.Author.Release(run.Id)).Ok();
    }

    /// <summary>Tampers with it, finds that it does not leave, and puts it back to approved for the next attempt.</summary>
    private async Task Tampered(Run run, string sql, object? other = null)
    {
        product.Sql("DROP TABLE IF EXISTS KeptHandoffs; CREATE TABLE KeptHandoffs AS SELECT * FROM Handoffs WHERE Id = @id", ("@id", run.Id));
        Assert.Equal(1, product.Sql(sql, ("@id", run.Id), ("@new", other ?? 0)));
        await IsNotReleased(run);
        product.Database.PutBack("Handoffs", "KeptHandoffs");
    }

    private static async Task IsNotReleased(Run run)
    {
        (await run.Author.Release(run.Id)).Refused(409, "seal-broken");
        HandoffView view = await run.Look();
        Assert.Equal((HandoffState.InReview, null, null), (view.State, view.Seal, view.Release));
        Assert.Equal(HandoffEventKind.ApprovalVoided, (await run.Reviewer.History(run.Id))[^1].Kind);
        (await run.Author.Release(run.Id)).Refused(409, "action-not-possible");
    }
}
