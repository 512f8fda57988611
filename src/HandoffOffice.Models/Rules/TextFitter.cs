using HandoffOffice.Domain.Checking;

namespace HandoffOffice.Models.Rules;

/// <summary>Decides which options are said, so that the text has the length that the contract asks for where the record allows it.</summary>
internal static class TextFitter
{
    /// <summary>The sentences of each section.</summary>
    /// <param name="writers">The sections' writers, in order.</param>
    /// <param name="min">Fewest words.</param>
    /// <param name="max">Most words; what must be said is said even beyond.</param>
    public static IReadOnlyList<IReadOnlyList<Said>> Fit(IReadOnlyList<SectionWriter> writers, int min, int max)
    {
        HashSet<string>[] on = [.. writers.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        IReadOnlyList<Said>[] texts = [.. writers.Select((writer, i) => writer.Write(on[i]))];
        int words = texts.Sum(Words);
        IReadOnlyList<Option> options = [.. writers.SelectMany((writer, i) => writer.Options(i))];
        // Details of short lists and closings come after all fields; what only fills comes last of all.
        foreach (Option option in options.Where(o => !o.WhenShort).OrderBy(o => o.Key == "close").Concat(options.Where(o => o.WhenShort)))
        {
            if (option.WhenShort && words >= min)
            {
                break;
            }

            on[option.Section].Add(option.Key);
            IReadOnlyList<Said> text = writers[option.Section].Write(on[option.Section]);
            int then = words - Words(texts[option.Section]) + Words(text);
            if (then > max)
            {
                on[option.Section].Remove(option.Key);
                continue;
            }

            (texts[option.Section], words) = (text, then);
        }

        return texts;
    }

    private static int Words(IReadOnlyList<Said> sentences) => sentences.Sum(sentence => TextMeasure.CountWords(sentence.Text));
}
