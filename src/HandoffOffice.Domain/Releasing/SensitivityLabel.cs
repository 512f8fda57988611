using System.Globalization;
using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Releasing;

/// <summary>
/// The Microsoft Purview sensitivity label of a file: the entry <c>MSIP_Label_{GUID}_Enabled</c> that is true, in a document's custom properties
/// (ECMA-376 Part 1 section 15.2.12.2) or a mail's header, or an element of the document's label part ([MS-OFFCRYPTO] 2.6.4.4).
/// </summary>
public static partial class SensitivityLabel
{
    /// <summary>The header that Exchange and Outlook keep labels in ([MS-OXPROPS] 2.1089).</summary>
    public const string Header = "msip_labels";

    /// <summary>The id of a document's label, by its custom properties; null without one.</summary>
    public static string? Of(IEnumerable<KeyValuePair<string, string>> properties) => Of([], properties);

    /// <summary>The id of a document's label; null without one. The custom properties are asked only for labels that the label part does not tell of ([MS-OFFCRYPTO] 2.6.3).</summary>
    /// <param name="stated">The labels that its label part tells of, each with whether it has it.</param>
    /// <param name="properties">Its custom properties.</param>
    public static string? Of(IReadOnlyList<KeyValuePair<Guid, bool>> stated, IEnumerable<KeyValuePair<string, string>> properties) => stated
        .Where(label => label.Value).Select(label => label.Key)
        .Concat(properties
            .Where(property => property.Value.Equals("true", StringComparison.OrdinalIgnoreCase))
            .Select(property => Enabled().Match(property.Key)).Where(match => match.Success)
            .Select(match => Guid.Parse(match.Groups[1].Value))
            .Where(label => stated.All(other => other.Key != label)))
        .Select(label => $"{label:D}").FirstOrDefault();

    /// <summary>The id of the label in a mail's header; null without one.</summary>
    public static string? OfHeader(string? header) => Of((header ?? string.Empty).Split(';', StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(entry => entry.Length == 2)
        .Select(entry => KeyValuePair.Create(entry[0], entry[1])));

    /// <summary>
    /// The entries that say that a file has a label, as "Microsoft Information Protection SDK - Metadata" has them. The two mandatory ones are Enabled and
    /// SiteId. Of the others, Name is left out: it is not the name that people see. Method is Standard, since nobody picked the label for this file.
    /// </summary>
    /// <param name="label">The label.</param>
    /// <param name="tenantId">The organisation's tenant in Entra ID, which SiteId is; one that is no GUID is none of Entra ID and is left out.</param>
    /// <param name="setAt">Since when it has it.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Entries(Guid label, string tenantId, DateTimeOffset setAt)
    {
        List<KeyValuePair<string, string>> entries =
        [
            Entry("Enabled", "True"), Entry("SetDate", setAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), Entry("Method", "Standard"),
        ];
        return Guid.TryParse(tenantId, out Guid tenant) ? [.. entries, Entry("SiteId", $"{tenant:D}")] : entries;

        KeyValuePair<string, string> Entry(string attribute, string value) => KeyValuePair.Create($"MSIP_Label_{label:D}_{attribute}", value);
    }

    /// <summary>Entries as the value of <see cref="Header"/>.</summary>
    public static string HeaderOf(IEnumerable<KeyValuePair<string, string>> entries) => string.Join("; ", entries.Select(entry => $"{entry.Key}={entry.Value}")) + ";";

    [GeneratedRegex(@"^MSIP_Label_([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})_Enabled$")]
    private static partial Regex Enabled();
}
