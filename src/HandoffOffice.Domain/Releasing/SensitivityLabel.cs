using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Releasing;

/// <summary>
/// The Microsoft Purview sensitivity label of a file: the entry <c>MSIP_Label_{GUID}_Enabled</c> that is true, in a document's custom properties
/// (ECMA-376 Part 1 section 15.2.12.2) or a mail's header.
/// </summary>
public static partial class SensitivityLabel
{
    /// <summary>The header that Exchange and Outlook keep labels in ([MS-OXPROPS] 2.1089).</summary>
    public const string Header = "msip_labels";

    /// <summary>The id of a document's label, by its custom properties; null without one.</summary>
    public static string? Of(IEnumerable<KeyValuePair<string, string>> properties) => properties
        .Where(property => property.Value.Equals("true", StringComparison.OrdinalIgnoreCase))
        .Select(property => Enabled().Match(property.Key)).Where(match => match.Success)
        .Select(match => match.Groups[1].Value.ToLowerInvariant()).FirstOrDefault();

    /// <summary>The id of the label in a mail's header; null without one.</summary>
    public static string? OfHeader(string? header) => Of((header ?? string.Empty).Split(';', StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(entry => entry.Length == 2)
        .Select(entry => KeyValuePair.Create(entry[0], entry[1])));

    [GeneratedRegex(@"^MSIP_Label_([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})_Enabled$")]
    private static partial Regex Enabled();
}
