using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing.Seeding;
using HandoffOffice.Domain.Training;
using HandoffOffice.Models;

namespace HandoffOffice.Api.Training;

/// <summary>
/// Writes the texts that people practise on: by rules, whatever model is configured. What the rules write of a record is right, so that the planted errors are all
/// the errors there are, and a practice costs nothing and waits for nobody.
/// </summary>
internal sealed class PracticeTexts(IChance chance, TimeProvider time) : IDisposable
{
    private readonly RulesDrafter drafter = new();

    /// <summary>A practice on one of a version's examples; null where in none of them an error can be planted.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="last">The trainee's last practice, whose example comes last; null for none.</param>
    /// <param name="trainee">Who practises.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Practice?> Begin(Workflow workflow, Practice? last, Person trainee, CancellationToken cancel)
    {
        if (workflow.Filter is not null)
        {
            return null;
        }

        foreach (int example in Practice.Order(workflow, last, chance))
        {
            if (await Draft(workflow, example, cancel) is { } draft && Practice.Begin(workflow, example, draft, trainee, chance, time.GetUtcNow()) is { } practice)
            {
                return practice;
            }
        }

        return null;
    }

    public void Dispose() => drafter.Dispose();

    private async Task<Draft?> Draft(Workflow workflow, int example, CancellationToken cancel)
    {
        try
        {
            var writer = new DraftWriter(drafter, RulesDrafter.Origin, time, LabelPolicy.None);
            List<DraftSentence> sentences = await writer.WriteAsync(Brief.Of(workflow, workflow.Examples[example]), cancel).ToListAsync(cancel);
            return new Draft(1, RulesDrafter.Origin, sentences, time.GetUtcNow());
        }
        catch (DraftingFailedException)
        {
            // The rules don't write this one's language, say: the next example may do.
            return null;
        }
    }
}
