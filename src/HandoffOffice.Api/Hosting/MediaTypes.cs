namespace HandoffOffice.Api.Hosting;

/// <summary>Media types (RFC 6838) that the product hands out.</summary>
internal static class MediaTypes
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Mail = "message/rfc822";

    /// <summary>One JSON value a line.</summary>
    public const string JsonLines = "application/jsonl";

    /// <summary>A table (RFC 4180).</summary>
    public const string Csv = "text/csv";
}
