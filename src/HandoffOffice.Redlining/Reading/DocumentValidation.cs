using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace HandoffOffice.Redlining;

/// <summary>Something in a document that its schema or Word's rules do not allow.</summary>
/// <param name="Part">The part, as <c>/word/document.xml</c>; empty for the package as a whole.</param>
/// <param name="Path">XPath of the element; empty for the part as a whole.</param>
/// <param name="Code">The validator's id of the rule.</param>
/// <param name="Message">What it says.</param>
public sealed record ValidationIssue(string Part, string Path, string Code, string Message);

/// <summary>Validates documents against the schemas and rules of Microsoft 365.</summary>
public static class DocumentValidation
{
    /// <summary>The code of a relationship to a part that the package does not have. The validator reads no such package, so these are then all that is found.</summary>
    public const string MissingPart = "missing-part";

    private const string NotPutTogether = "The package is not put together as a Word document.";

    /// <summary>Everything found, up to 1,000 issues.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in, or the validator cannot read it.</exception>
    public static IReadOnlyList<ValidationIssue> Validate(ReadOnlyMemory<byte> document)
    {
        WordFile.Check(document);
        using var stream = new MemoryStream(document.ToArray());
        try
        {
            using var word = WordprocessingDocument.Open(stream, isEditable: false);
            return
            [
                .. new OpenXmlValidator(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = 1000 }.Validate(word)
                    .Select(issue => new ValidationIssue(issue.Part?.Uri.ToString() ?? "", issue.Path?.XPath ?? "", issue.Id, issue.Description)),
            ];
        }
        catch (OpenXmlPackageException e)
        {
            throw new DocumentRefusedException(RefusalCodes.NotAWordDocument, NotPutTogether, null, e);
        }
        catch (InvalidOperationException e)
        {
            // The Open XML SDK says so of relationships that lead nowhere.
            return MissingParts(document) is { Count: > 0 } missing ? missing
                : throw new DocumentRefusedException(RefusalCodes.NotAWordDocument, NotPutTogether, null, e);
        }
    }

    private static List<ValidationIssue> MissingParts(ReadOnlyMemory<byte> document)
    {
        var side = new Side(WordPackage.Open(document));
        return
        [
            .. from list in side.Package.Names.Where(PackageRules.IsRelationships)
               let source = PackageRules.SourceOf(list)
               from relationship in side.Relationships(source).Values
               where !relationship.External && !side.Package.Has(relationship.Target)
               select new ValidationIssue(source.Length > 0 ? "/" + source : "", "", MissingPart, $"The relationship '{relationship.Id}' leads to '/{relationship.Target}', which is not there."),
        ];
    }
}
