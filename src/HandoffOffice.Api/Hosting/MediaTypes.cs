namespace HandoffOffice.Api.Hosting;

/// <summary>Media types (RFC 6838) that the product hands out.</summary>
internal static class MediaTypes
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Mail = "message/rfc822";

    public const string Csv = "text/csv";

    public const string TabSeparated = "text/tab-separated-values";

    public const string PlainText = "text/plain";

    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>One JSON value a line.</summary>
    public const string JsonLines = "application/jsonl";

    /// <summary>A table (RFC 4180).</summary>
    public const string Csv = "text/csv";
}
