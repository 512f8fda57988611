namespace HandoffOffice.Domain.Checking.Style;

/// <summary>What a BCP 47 tag says of a text.</summary>
internal static class TextLanguage
{
    public static bool IsEnglish(string tag) => Primary(tag) == "en";

    public static bool IsGerman(string tag) => Primary(tag) == "de";

    /// <summary>The primary language subtag in lower case.</summary>
    public static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();
}
