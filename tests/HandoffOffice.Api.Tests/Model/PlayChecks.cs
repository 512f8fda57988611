using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Redlining;
using Xunit;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>What a play looks at: what left, what is stored, and the ledger.</summary>
internal sealed partial class Play
{
    /// <summary>Nothing leaves but the sealed file, and of that exactly the bytes that were sealed, the same ones each time.</summary>
    private void Check(Command command, Answer answer)
    {
        if (command.Act != Act.Release || (int)answer.Status != 200)
        {
            Assert.Null(Finished.In(answer));
            return;
        }

        Seal seal = JsonSerializer.Deserialize<Seal>((string)stage.Row("SELECT Seal FROM Handoffs WHERE Id = @id", ("@id", subjects[command.Handoff].Id))[0], WorkflowFile.Options)!;
        byte[] key = (byte[])stage.Row("SELECT PublicKey FROM SealKeys WHERE Id = @id", ("@id", seal.Payload.KeyId))[0];
        Assert.True(SealKey.Verifies(seal, key));
        Assert.Equal(subjects[command.Handoff].Id, seal.Payload.HandoffId);
        Assert.Equal(seal.Payload.Content.FileDigest, Sha256Digest.Of(WithoutProof(answer.Body)));
        ReferenceModel model = world.Handoffs[command.Handoff];
        Assert.Equal(model.Glass is null ? ApprovalGround.Review : ApprovalGround.BreakGlass, seal.Payload.Ground);
        Assert.True(seal.Payload.People().Distinct().Count() >= (model.Glass is null ? model.SignaturesNeeded : 1));
        Assert.Equal(left.TryGetValue(command.Handoff, out byte[]? before) ? before : answer.Body, answer.Body);
        left[command.Handoff] = answer.Body;
    }

    private static byte[] WithoutProof(byte[] left)
    {
        if (left.AsSpan().StartsWith("PK"u8))
        {
            return CustomXml.Remove(left, SealProof.XmlNamespace);
        }

        // The proof's headers stand above all that was sealed; what is sealed begins with the first header that is not of ours.
        string mail = Encoding.Latin1.GetString(left);
        return Encoding.Latin1.GetBytes(ProofHeaders().Replace(mail, string.Empty));
    }

    [GeneratedRegex(@"^X-HandoffOffice-[A-Za-z-]+:.*\r?\n(?:[ \t].*\r?\n)*", RegexOptions.Multiline)]
    private static partial Regex ProofHeaders();

    private async Task End()
    {
        for (int handoff = 0; handoff < subjects.Count; handoff++)
        {
            Assert.True(Agrees(handoff, world, out string how), how);
            (long releases, long approvals) = (Entries(handoff, "Released"), Entries(handoff, "Approved"));
            Reached["planted"] = Reached.GetValueOrDefault("planted") + Entries(handoff, "SeedFound") + Entries(handoff, "SeedMissed");
            Assert.Equal((world.Handoffs[handoff].State == "Released" ? 1 : 0, world.Handoffs[handoff].Approvals), (releases, approvals));
        }

        await LedgerIsWhole(Who.Administrator, tenant, heads);
        await LedgerIsWhole(Who.OtherTenant, otherTenant, []);
        await SeesOwnOnly(Who.FirstReviewer);
        await SeesOwnOnly(Who.OtherTenant);
    }

    /// <summary>The whole export verifies offline, and there is no gap in it.</summary>
    private async Task LedgerIsWhole(Who administrator, string of, IReadOnlyList<SignedTreeHead> earlier)
    {
        using var export = new MemoryStream((await sessions[administrator].Get("ledger/export")).Ok().Body);
        LedgerReport report = LedgerVerification.Of(export, earlier);
        Assert.Empty(report.Faults);
        object[] rows = stage.Row("SELECT COUNT(*), MAX(Sequence) + 1, COUNT(DISTINCT Sequence) FROM Ledger WHERE TenantId = @tenant", ("@tenant", of));
        Assert.Equal([report.Entries, report.Entries, report.Entries], rows.Cast<long>());
    }

    /// <summary>The list has what a reviewer has a part in, and nothing else.</summary>
    private async Task SeesOwnOnly(Who reviewer)
    {
        HandoffPage page = (await sessions[reviewer].Get("handoffs?view=All")).As<HandoffPage>();
        IEnumerable<Guid> own = subjects.Where((_, handoff) => world.Handoffs[handoff].Reviewers.Contains(reviewer)).Select(subject => subject.Id);
        Assert.Equal(own.Order(), page.Items.Select(item => item.Id).Order());
    }

    private bool IsOtherTenants(int handoff) => world.Handoffs[handoff].Author == Who.OtherTenant;

    private async Task<Seen> Look(int handoff) =>
        subjects[handoff].Take(await sessions[world.Handoffs[handoff].Reviewers.Min()].Look(subjects[handoff].Id), Planted(handoff));

    private SeededError? Planted(int handoff) => JsonSerializer.Deserialize<IReadOnlyList<SeededError>>(
        (string)stage.Row("SELECT Seeded FROM Handoffs WHERE Id = @id", ("@id", subjects[handoff].Id))[0], WorkflowFile.Options)!.FirstOrDefault(seed => seed.State == SeedState.Planted);

    private bool Agrees(int handoff, World expected, out string how)
    {
        ReferenceModel model = expected.Handoffs[handoff];
        object[] row = stage.Row(
            """
            SELECT State, json_array_length(Signatures), CASE WHEN Seal IS NULL THEN 0 ELSE 1 END, CASE WHEN Released IS NULL THEN 0 ELSE 1 END, LoopsUsed,
                json_array_length(Drafts), CASE WHEN Seeded LIKE '%"Planted"%' THEN 1 ELSE 0 END
            FROM Handoffs WHERE Id = @id
            """,
            ("@id", subjects[handoff].Id));
        string stored = string.Join(' ', row.SkipLast(1).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
        string modelled = $"{model.State} {model.Signed.Count} {(model.Approval is null ? 0 : 1)} {(model.State == "Released" ? 1 : 0)} {model.Loops} {model.Drafts}";
        bool isPlanted = Convert.ToInt64(row[^1], CultureInfo.InvariantCulture) == 1;
        Assert.False(isPlanted && model.State != "InReview", $"An error is planted while it is {model.State}.");
        how = $"stored is {stored}, the model says {modelled}.";
        return stored == modelled;
    }

    private string Stored(int handoff) => string.Join('|', stage.Row("SELECT State, Revision, Viewings FROM Handoffs WHERE Id = @id", ("@id", subjects[handoff].Id)));

    private string StateOf(int handoff) => (string)stage.Row("SELECT State FROM Handoffs WHERE Id = @id", ("@id", subjects[handoff].Id))[0];

    private DateTimeOffset StoredDraftingSince(int handoff) => DateTimeOffset.Parse(
        (string)stage.Row("SELECT DraftingSince FROM Handoffs WHERE Id = @id", ("@id", subjects[handoff].Id))[0], CultureInfo.InvariantCulture);

    private long Entries(int handoff, string kind) =>
        (long)stage.Row("SELECT COUNT(*) FROM Ledger WHERE HandoffId = @id AND Kind = @kind", ("@id", subjects[handoff].Id), ("@kind", kind))[0];
}
