using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What a package's content types and relationships may say (ECMA-376 Part 2, clause 6).</summary>
internal static partial class PackageRules
{
    public const string ContentTypesPart = "[Content_Types].xml";
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    public const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    public static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    public static bool IsMain(string contentType) => contentType is WordType + "document.main+xml" or WordType + "template.main+xml";

    public static bool IsXml(string name, string? contentType) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || IsRelationships(name)
        || (contentType is not null && (contentType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || contentType.EndsWith("/xml", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a content type says nothing of what the XML is.</summary>
    public static bool IsPlainXml(string? contentType) => contentType is null or "application/xml" or "text/xml";

    /// <summary>Whether a part holds the relationships of another.</summary>
    public static bool IsRelationships(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    public static void RefuseMacros(string part, string? contentType)
    {
        if (contentType is not null && (contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || contentType.Contains("vbaData", StringComparison.OrdinalIgnoreCase)))
        {
            throw new DocumentRefusedException(RefusalCodes.MacrosNotAllowed, "The document carries macros.", part);
        }
    }

    /// <summary>
    /// A hyperlink is followed when somebody clicks it. Anything else that points outside (an attached template, a picture, an OLE
    /// object, a frame, a subdocument) is fetched by Word on opening, so only hyperlinks pass: a list of what is safe, not of what is known to be bad.
    /// A template on a drive of whoever opens the file passes as well: every document made from a template names one this way, and nothing leaves the machine.
    /// So does the workbook of a chart that is not updated automatically (21.2.2.4): the chart holds its values, and the workbook is opened when somebody asks to edit them.
    /// </summary>
    /// <param name="part">The relationships' part, for a refusal.</param>
    /// <param name="relationships">Its root.</param>
    /// <param name="chart">Gives the root of the part they belong to, when it is a chart.</param>
    public static void RefuseExternal(string part, XElement? relationships, Func<XElement?> chart)
    {
        foreach (var relationship in relationships?.Elements(Relationships + "Relationship") ?? [])
        {
            var type = (string?)relationship.Attribute("Type") ?? "";
            if ("External".Equals((string?)relationship.Attribute("TargetMode"), StringComparison.OrdinalIgnoreCase)
                && !type.EndsWith("/hyperlink", StringComparison.Ordinal)
                && !(type.EndsWith("/attachedTemplate", StringComparison.Ordinal) && LocalFile().IsMatch((string?)relationship.Attribute("Target") ?? ""))
                && !(type.EndsWith("/oleObject", StringComparison.Ordinal) && IsIdleData(chart(), (string?)relationship.Attribute("Id"))))
            {
                var kind = type[(type.LastIndexOf('/') + 1)..];
                throw new DocumentRefusedException(RefusalCodes.ExternalRelationship, $"The document fetches something from elsewhere ({kind}).", part);
            }

            if (type.EndsWith("/vbaProject", StringComparison.Ordinal))
            {
                throw new DocumentRefusedException(RefusalCodes.MacrosNotAllowed, "The document carries macros.", part);
            }
        }
    }

    // The id must stand for the data and nothing else: Word looks a picture's id up whatever the type of the relationship.
    private static bool IsIdleData(XElement? chart, string? id)
    {
        var uses = chart?.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == W.Relations && attribute.Value == id).ToList() ?? [];
        return uses.Count > 0 && uses.TrueForAll(use => use.Parent?.Name == Chart + "externalData"
            && (string?)use.Parent.Element(Chart + "autoUpdate")?.Attribute("val") is "0" or "false");
    }

    // A drive or a Mac's home folders, and no step up nor anything that could be the beginning of a server's name behind it.
    [GeneratedRegex(@"^file:///(?:[A-Za-z]:[\\/]|Users/)(?![\\/])(?!.*(?:\.\.|[\\/]{2}|%2f|%5c|%2e)).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LocalFile();

    /// <summary>The relationships part of a part: <c>word/document.xml</c> has <c>word/_rels/document.xml.rels</c>.</summary>
    public static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>The part that a relationships part belongs to; empty for the package's own.</summary>
    public static string SourceOf(string relationships) =>
        relationships.Replace("_rels/", "", StringComparison.OrdinalIgnoreCase)[..^".rels".Length];

    /// <summary>The part a relationship of <paramref name="source"/> points to, as an archive name.</summary>
    public static string Resolve(string source, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = source.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
