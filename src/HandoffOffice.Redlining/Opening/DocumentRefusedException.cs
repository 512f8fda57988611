namespace HandoffOffice.Redlining;

/// <summary>The file was not taken in. Nothing of it was used.</summary>
public sealed class DocumentRefusedException : Exception
{
    /// <summary>Says what was refused, and where.</summary>
    /// <param name="code">A stable code, one of <see cref="RefusalCodes"/>.</param>
    /// <param name="message">One sentence for people.</param>
    /// <param name="place">The part, or null when it is the file as a whole.</param>
    /// <param name="innerException">What the reader said, if a reader said it.</param>
    public DocumentRefusedException(string code, string message, string? place = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Place = place;
    }

    /// <summary>Stable code, one of <see cref="RefusalCodes"/>.</summary>
    public string Code { get; }

    /// <summary>Name of the part that was the reason (<c>/word/document.xml</c>), or null for the file as a whole.</summary>
    public string? Place { get; }
}

/// <summary>The codes of <see cref="DocumentRefusedException"/>. They are stable: callers may switch on them.</summary>
public static class RefusalCodes
{
    /// <summary>No ZIP archive, or a damaged one.</summary>
    public const string NotAZip = "not-a-zip";

    /// <summary>An archive without a WordprocessingML main document (ECMA-376 Part 1, 11.3.10), or in the Strict namespaces, or with ambiguous part names.</summary>
    public const string NotAWordDocument = "not-a-word-document";

    /// <summary>An archive without a workbook part of SpreadsheetML (ECMA-376 Part 1, 12.3.23), or one whose parts do not fit each other.</summary>
    public const string NotAWorkbook = "not-a-workbook";

    /// <summary>Beyond a size, ratio, depth or node limit of <see cref="DocumentLimits"/>.</summary>
    public const string TooLarge = "too-large";

    /// <summary>More archive entries than <see cref="DocumentLimits.MaxParts"/>.</summary>
    public const string TooManyParts = "too-many-parts";

    /// <summary>A part carries a document type declaration (forbidden by ECMA-376 Part 2, 8.1.4).</summary>
    public const string DtdNotAllowed = "dtd-not-allowed";

    /// <summary>A part would make Word fetch something from elsewhere when it opens the file (template, picture, OLE object, frame...).</summary>
    public const string ExternalRelationship = "external-relationship";

    /// <summary>The document carries macros, or is of a macro-enabled type.</summary>
    public const string MacrosNotAllowed = "macros-not-allowed";

    /// <summary>Encrypted, rights-managed, or a binary .doc: an OLE compound file, or an encrypted archive entry.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>A part is no well-formed XML.</summary>
    public const string MalformedXml = "malformed-xml";

    /// <summary>The content control named cannot take the text: bound to data, of a kind that holds no text, or inline and given several paragraphs.</summary>
    public const string ControlNotWritable = "control-not-writable";
}
