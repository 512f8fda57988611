using System.Text.Json;
using CsCheck;

namespace HandoffOffice.Domain.Tests.Design;

/// <summary>Random JSON, of a few levels.</summary>
internal static class Json
{
    private static readonly Gen<string> Names = Gen.Frequency((3, Gen.Int[0, 5].Select(i => "abcdef"[i].ToString())), (1, Gen.String[Gen.Char['!', 'z'], 0, 4]));

    private static readonly Gen<string> Scalars = Gen.Frequency(
        (1, Gen.Int[0, 2].Select(i => new[] { "null", "true", "false" }[i])),
        (2, Gen.Int[-100_000, 100_000].Select(i => (i / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (2, Gen.String[Gen.Char[' ', 'ÿ'], 0, 6].Select(text => JsonSerializer.Serialize(text))));

    /// <summary>A JSON text, nested up to three levels, with each name once.</summary>
    public static Gen<string> Values { get; } = Value(3);

    private static Gen<string> Value(int levels) => levels == 0
        ? Scalars
        : Gen.Frequency(
            (2, Scalars),
            (1, Value(levels - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (1, Gen.Dictionary(Names, Value(levels - 1))[0, 4].Select(Object)));

    public static string Object(IEnumerable<KeyValuePair<string, string>> members) =>
        $"{{{string.Join(',', members.Select(member => $"{JsonSerializer.Serialize(member.Key)}:{member.Value}"))}}}";
}
