using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What a header or footer of a section is for (17.10.2, 17.10.5).</summary>
/// <param name="Kind"><c>header</c> or <c>footer</c>: the last word of the relationship's type.</param>
/// <param name="Pages"><c>default</c>, <c>first</c> or <c>even</c> (ST_HdrFtr, 17.18.36).</param>
internal readonly record struct HeaderPlace(string Kind, string Pages)
{
    public const string Default = "default";
    public const string Even = "even";

    /// <summary>All that a section can have.</summary>
    public static IReadOnlyList<HeaderPlace> All { get; } =
    [
        new("header", Default), new("header", "first"), new("header", Even), new("footer", Default), new("footer", "first"), new("footer", Even),
    ];

    /// <summary>What refers to it in section properties: the place and the relationship; null for any other element.</summary>
    public static (HeaderPlace Place, string Id)? Of(XmlElement element) =>
        IsReference(element.Name) && element.Attribute(W.Relations + "id") is { } id
            ? (new HeaderPlace(element.Name.LocalName[..6], element.Attribute(W.Ns + "type") ?? Default), id)
            : null;

    /// <summary>Whether an element is a reference to a header or footer.</summary>
    public static bool IsReference(XName name) => name.Namespace == W.Ns && name.LocalName is "headerReference" or "footerReference";
}
