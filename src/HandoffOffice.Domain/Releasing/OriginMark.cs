using System.Globalization;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Domain.Releasing;

/// <summary>How AI had a part in a text, by the terms of the IPTC's vocabulary of digital source types (cv.iptc.org/newscodes/digitalsourcetype).</summary>
public enum DigitalSourceType
{
    /// <summary>AI wrote all of it.</summary>
    TrainedAlgorithmicMedia,

    /// <summary>Words of AI and words of people stand in it.</summary>
    CompositeWithTrainedAlgorithmicMedia,
}

/// <summary>What says in a released file that AI wrote it and that people reviewed it (C99; Regulation (EU) 2024/1689 article 50). All of it follows from the seal's signed payload.</summary>
public static class OriginMark
{
    private const string Vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>The type of a text.</summary>
    /// <param name="origin">Who wrote the draft.</param>
    /// <param name="peoplesWords">Whether words of people stand in it: a reviewer's edits, or the text that the draft revised.</param>
    /// <returns>Null where no AI wrote it.</returns>
    public static DigitalSourceType? TypeOf(DraftOrigin origin, bool peoplesWords) =>
        origin.Kind == DraftOriginKind.Rules ? null
        : peoplesWords ? DigitalSourceType.CompositeWithTrainedAlgorithmicMedia
        : DigitalSourceType.TrainedAlgorithmicMedia;

    /// <summary>The term's address, for machines; null where no AI wrote it.</summary>
    public static string? Of(SealPayload payload) => payload.Origin.Kind == DraftOriginKind.Rules ? null
        : payload.SourceType == DigitalSourceType.CompositeWithTrainedAlgorithmicMedia ? $"{Vocabulary}compositeWithTrainedAlgorithmicMedia"
        : $"{Vocabulary}trainedAlgorithmicMedia";

    /// <summary>The statement of review, for people.</summary>
    public static string Statement(SealPayload payload)
    {
        int people = payload.People().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        string by = $"by {people} named {(people == 1 ? "person" : "people")} on {payload.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        string approved = payload.Ground switch
        {
            ApprovalGround.SamplingPlan => $"Approved {by} under a sampling plan, not every change reviewed",
            ApprovalGround.BreakGlass => $"Approved {by} in an emergency, without the full review",
            _ => $"Reviewed and approved {by}",
        };
        string drafted = payload.Origin.Kind == DraftOriginKind.Rules ? $"drafted by rules ({payload.Origin.Name}), no AI" : $"drafted by AI ({payload.Origin.Name})";
        string edited = payload.SourceType == DigitalSourceType.CompositeWithTrainedAlgorithmicMedia ? ", with words of people" : "";
        return $"{approved}; {drafted}{edited}.";
    }
}
