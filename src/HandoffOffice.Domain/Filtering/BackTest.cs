using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Filtering;

/// <summary>A past item with the score that it got and what a person said of it.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="IsRelevant">Whether a person found it relevant.</param>
public sealed record LabelledItem(decimal Score, bool IsRelevant);

/// <summary>How well a threshold tells relevant items from others.</summary>
/// <param name="Threshold">The score from which items are handed over.</param>
/// <param name="HandedOver">How many are.</param>
/// <param name="Hits">How many of them are relevant.</param>
/// <param name="Precision">The share of what is handed over that is relevant; null where nothing is handed over.</param>
/// <param name="Recall">The share of what is relevant that is handed over; null where nothing is relevant.</param>
/// <param name="F1">The harmonic mean of both; null where one of them is.</param>
public sealed record CurvePoint(decimal Threshold, int HandedOver, int Hits, double? Precision, double? Recall, double? F1)
{
    internal static CurvePoint Of(decimal threshold, int handedOver, int hits, int relevant)
    {
        double? precision = handedOver == 0 ? null : (double)hits / handedOver;
        double? recall = relevant == 0 ? null : (double)hits / relevant;
        return new CurvePoint(threshold, handedOver, hits, precision, recall, F1Of(precision, recall));
    }

    private static double? F1Of(double? precision, double? recall) =>
        precision is not { } p || recall is not { } r ? null : p + r == 0 ? 0 : 2 * p * r / (p + r);
}

/// <summary>A filter held against past items of which the answer is known (C14). The items of all records are counted together.</summary>
public sealed record BackTest
{
    private BackTest()
    {
    }

    /// <summary>Labelled records.</summary>
    public required int Records { get; init; }

    /// <summary>Items of all of them.</summary>
    public required int Items { get; init; }

    /// <summary>Those that are relevant.</summary>
    public required int Relevant { get; init; }

    /// <summary>At every score that an item has, by rising threshold: the recall never rises along it.</summary>
    public required IReadOnlyList<CurvePoint> Curve { get; init; }

    /// <summary>The point with the greatest F1, of several the one with the highest threshold; null where nothing is relevant.</summary>
    public required CurvePoint? Best { get; init; }

    /// <summary>Average precision: the sum over falling thresholds of the gain in recall times the precision there, without interpolation (as scikit-learn computes it); null where nothing is relevant.</summary>
    public required double? AveragePrecision { get; init; }

    /// <summary>At the contract's own threshold, with no more items of a record than the contract hands over.</summary>
    public required CurvePoint AtContract { get; init; }

    /// <summary>What keeps the filter from a launch (C15), in sentences; none when it meets its bar.</summary>
    public required IReadOnlyList<string> Shortfalls { get; init; }

    /// <summary>Whether it meets the contract's bar for what is handed over.</summary>
    public bool Meets => Shortfalls.Count == 0;

    /// <summary>Computes it.</summary>
    /// <param name="records">The items of each labelled record.</param>
    /// <param name="contract">The threshold, the most candidates and the bar.</param>
    public static BackTest Of(IReadOnlyList<IReadOnlyList<LabelledItem>> records, FilterContract contract)
    {
        List<LabelledItem> items = [.. records.SelectMany(record => record)];
        int relevant = items.Count(item => item.IsRelevant);
        IReadOnlyList<CurvePoint> curve = CurveOf(items, relevant);
        CurvePoint atContract = AtThreshold(records, contract, relevant);
        return new BackTest
        {
            Records = records.Count,
            Items = items.Count,
            Relevant = relevant,
            Curve = curve,
            Best = curve.Where(point => point.F1 is not null).OrderByDescending(point => point.F1).ThenByDescending(point => point.Threshold).FirstOrDefault(),
            AveragePrecision = relevant == 0 ? null : AverageOf(curve),
            AtContract = atContract,
            Shortfalls = [.. ShortfallsOf(atContract, contract.Handover, items.Count, relevant)],
        };
    }

    // Once through the items by falling score: equal scores are one threshold.
    private static IReadOnlyList<CurvePoint> CurveOf(List<LabelledItem> items, int relevant)
    {
        var points = new List<CurvePoint>();
        (int handedOver, int hits) = (0, 0);
        foreach (IGrouping<decimal, LabelledItem> equal in items.GroupBy(item => item.Score).OrderByDescending(group => group.Key))
        {
            handedOver += equal.Count();
            hits += equal.Count(item => item.IsRelevant);
            points.Add(CurvePoint.Of(equal.Key, handedOver, hits, relevant));
        }

        points.Reverse();
        return points;
    }

    private static double AverageOf(IReadOnlyList<CurvePoint> curve)
    {
        (double sum, double before) = (0, 0);
        foreach (CurvePoint point in curve.Reverse())
        {
            sum += (point.Recall!.Value - before) * point.Precision!.Value;
            before = point.Recall.Value;
        }

        return sum;
    }

    // Of equal scores those that come first are handed over, as in a run.
    private static CurvePoint AtThreshold(IReadOnlyList<IReadOnlyList<LabelledItem>> records, FilterContract contract, int relevant)
    {
        List<LabelledItem> handed =
        [
            .. records.SelectMany(record => record.Where(item => item.Score >= contract.Handover.Threshold).OrderByDescending(item => item.Score).Take(contract.MostCandidates)),
        ];
        return CurvePoint.Of(contract.Handover.Threshold, handed.Count, handed.Count(item => item.IsRelevant), relevant);
    }

    private static IEnumerable<string> ShortfallsOf(CurvePoint point, HandoverBar bar, int items, int relevant)
    {
        if (items == 0 || relevant == 0)
        {
            yield return items == 0 ? "No example has an item that is labelled." : "No labelled item is relevant: nothing can be told from that.";
            yield break;
        }

        if (point.Precision is not { } precision)
        {
            yield return $"No labelled item reaches the score of {Shown(bar.Threshold)}.";
        }
        else if (precision < (double)bar.Precision)
        {
            yield return $"Of {point.HandedOver} handed over {point.Hits} are relevant: a precision of {Shown(precision)}; the bar is {Shown(bar.Precision)}.";
        }

        if (point.Recall is { } recall && recall < (double)bar.Recall)
        {
            yield return $"Of {relevant} relevant items {point.Hits} are handed over: a recall of {Shown(recall)}; the bar is {Shown(bar.Recall)}.";
        }
    }

    private static string Shown(IFormattable share) => share.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
