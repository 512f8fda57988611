namespace HandoffOffice.Api.Identity;

/// <summary>One of the people of the local identity.</summary>
/// <param name="Id">The object id: what a token's <c>oid</c> says.</param>
/// <param name="Name">The full name.</param>
/// <param name="Title">What the person does.</param>
/// <param name="Email">An address in a domain that can never exist (RFC 2606).</param>
/// <param name="Roles">What the person may do.</param>
public sealed record LocalPerson(string Id, string Name, string Title, string Email, IReadOnlyList<Role> Roles);

/// <summary>The people of the local identity: one organisation with somebody for every role, and two reviewers for high stakes.</summary>
public static class LocalPeople
{
    /// <summary>The organisation that they all belong to.</summary>
    public const string TenantId = "6f9619ff-3b1c-4b7e-9d5a-2a4be0c6d001";

    /// <summary>An author who may also review what others wrote.</summary>
    public static LocalPerson AmaraOsei { get; } =
        Person("1f0c5a52-7f0e-4f0b-8a3c-5d2c8b1e0a01", "Amara Osei", "Account manager", Role.Author, Role.Reviewer);

    /// <summary>A reviewer.</summary>
    public static LocalPerson RitaOkafor { get; } =
        Person("2a7d1e64-0c39-4b8e-b1d7-9e6f4a2c0b02", "Rita Okafor", "Head of client services", Role.Reviewer);

    /// <summary>A second reviewer.</summary>
    public static LocalPerson JonasLindqvist { get; } =
        Person("3c58b9f0-6e21-4d94-a0f5-1b7c3d9e0c03", "Jonas Lindqvist", "Delivery lead", Role.Reviewer);

    /// <summary>The designer of the workflows.</summary>
    public static LocalPerson MeiTanaka { get; } =
        Person("4e92d7a3-15bf-4c60-9c28-7f0a6e5b0d04", "Mei Tanaka", "Process designer", Role.Designer);

    /// <summary>The administrator.</summary>
    public static LocalPerson TeodorIvanov { get; } =
        Person("5b36f8c1-9ad4-4e17-8e4b-3c1d2f7a0e05", "Teodor Ivanov", "IT administrator", Role.Administrator);

    /// <summary>Everybody.</summary>
    public static IReadOnlyList<LocalPerson> All { get; } = [AmaraOsei, RitaOkafor, JonasLindqvist, MeiTanaka, TeodorIvanov];

    private static LocalPerson Person(string id, string name, string title, params Role[] roles) =>
        new(id, name, title, $"{name.Replace(' ', '.').ToLowerInvariant()}@handoffoffice.example", roles);
}
