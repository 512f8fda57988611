namespace HandoffOffice.Domain.Checking.Language;

/// <summary>What a BCP 47 tag says of a text.</summary>
public static class TextLanguage
{
    /// <summary>Whether it is English of any region.</summary>
    public static bool IsEnglish(string tag) => Primary(tag) == "en";

    /// <summary>Whether it is German of any region.</summary>
    public static bool IsGerman(string tag) => Primary(tag) == "de";

    /// <summary>The primary language subtag in lower case.</summary>
    public static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();
}
