using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace HandoffOffice.Domain.Tests.Architecture;

/// <summary>The projects under src: their files, and their assemblies as they were built in this configuration.</summary>
internal static class Source
{
    private static readonly string Root = Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "HandoffOffice.sln")));

    // .../bin/Debug/net10.0/
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The attribute of every item of this kind in a project file.</summary>
    public static IReadOnlyList<string> Items(string project, string item) => [.. XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"))
        .Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>()];

    /// <summary>The projects that a project file refers to.</summary>
    public static IReadOnlyList<string> ProjectReferences(string project) =>
        [.. Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>The assembly of a project, or null where the project was never built in this configuration.</summary>
    /// <exception cref="FileNotFoundException">It was built, and there is no assembly.</exception>
    public static string? Assembly(string project)
    {
        // The compiler writes below obj; what is there and was not put below bin is a build that broke. Folders alone come from an editor.
        string built = At("bin"), compiled = At("obj");
        return File.Exists(built) ? built
            : File.Exists(compiled) ? throw new FileNotFoundException($"{project} was built, but its assembly is not where it should be.", built)
            : null;

        string At(string kind) => Path.Combine(Root, "src", project, kind, Output.Parent!.Name, Output.Name, $"{project}.dll");
    }

    /// <summary>The assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> AssemblyReferences(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>Every member of another assembly that an assembly uses, as <c>Namespace.Type.Member/parameters</c>, and every type as <c>Namespace.Type</c>.</summary>
    public static IReadOnlyList<string> Uses(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader metadata = image.GetMetadataReader();
        IEnumerable<string> types = metadata.TypeReferences.Select(handle => Name(metadata, handle));
        IEnumerable<string> members = from handle in metadata.MemberReferences
                                      let member = metadata.GetMemberReference(handle)
                                      where member.Parent.Kind == HandleKind.TypeReference
                                      select $"{Name(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}/{Parameters(metadata, member)}";
        return [.. types, .. members];
    }

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    // ECMA-335 II.23.2.2: the header, the number of type parameters where it has any, the number of parameters.
    private static int Parameters(MetadataReader metadata, MemberReference member)
    {
        if (member.GetKind() != MemberReferenceKind.Method)
        {
            return 0;
        }

        BlobReader signature = metadata.GetBlobReader(member.Signature);
        if (signature.ReadSignatureHeader().IsGeneric)
        {
            signature.ReadCompressedInteger();
        }

        return signature.ReadCompressedInteger();
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
