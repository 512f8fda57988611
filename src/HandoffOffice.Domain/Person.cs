namespace HandoffOffice.Domain;

/// <summary>A person as the identity provider knows them.</summary>
/// <param name="Id">The object id (<c>oid</c>) in the tenant; stable.</param>
/// <param name="Name">The name people read; may change.</param>
/// <param name="Email">An address, where one is known.</param>
public sealed record Person(string Id, string Name, string? Email = null)
{
    /// <summary>Whether both are the same person, whatever their names are now.</summary>
    public bool Is(Person other) => string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who does something: a person, or an application such as a flow.</summary>
/// <param name="Person">The person, or the application under its own id and name.</param>
/// <param name="IsApplication">Whether it is an application. An application is never a reviewer.</param>
public sealed record Actor(Person Person, bool IsApplication = false)
{
    /// <summary>The software itself, for what time alone brings about. No token names it: an object id is a GUID.</summary>
    public static Actor Software { get; } = new(new Person("handoffoffice", "HandoffOffice"), IsApplication: true);
}
