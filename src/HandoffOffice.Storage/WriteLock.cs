using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HandoffOffice.Domain.Fleet;

namespace HandoffOffice.Storage;

/// <summary>
/// What one writer at a time may change. SQLite has one writer at a time for everything; PostgreSQL waits for the locks that a transaction asks for, and for no
/// others. They are held to the end of the transaction.
/// </summary>
/// <remarks>
/// A transaction takes them in the order of <see cref="WriteLockKind"/>, whatever the database is: two that wait for each other can't be. What is read before its
/// lock is taken may be old.
/// </remarks>
internal readonly record struct WriteLock
{
    private WriteLock(WriteLockKind kind, string name, bool isShared = false) => (Kind, Name, IsShared) = (kind, name, isShared);

    /// <summary>Its place in the order.</summary>
    public WriteLockKind Kind { get; }

    /// <summary>What it is for, among those of its kind.</summary>
    public string Name { get; }

    /// <summary>Whether others may hold it at the same time who ask for it shared, too.</summary>
    public bool IsShared { get; }

    /// <summary>PostgreSQL's number of it: 64 bits of SHA-256 over kind and name. Two that are the same by chance wait for each other, and no more.</summary>
    public long Number => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{Name}")));

    /// <summary>A handoff: the one that is read is the one that is written.</summary>
    public static WriteLock Handoff(Guid id) => new(WriteLockKind.Handoff, $"{id:N}");

    /// <summary>A workflow's journey, and its versions: of two steps at once the second one sees the first.</summary>
    public static WriteLock Journey(string? tenantId, string workflow) => new(WriteLockKind.Journey, $"{tenantId}|{workflow}");

    /// <summary>A tenant's practices: nobody begins two at once, and who completes the training twice does so once.</summary>
    public static WriteLock Training(string? tenantId) => new(WriteLockKind.Training, $"{tenantId}");

    /// <summary>A tenant's absences: two that are set at once can't close a circle.</summary>
    public static WriteLock Absences(string? tenantId) => new(WriteLockKind.Absences, $"{tenantId}");

    /// <summary>What is known of a person's add-in: of two panes that open at once the second one finds the row.</summary>
    public static WriteLock AddIn(string? tenantId, string personId, Installation said) =>
        new(WriteLockKind.AddIn, $"{tenantId}|{personId}|{said.Host}|{said.Platform}");

    /// <summary>A tenant's subscriptions, to make one: there is an end to how many there are.</summary>
    public static WriteLock Subscriptions(string tenantId) => new(WriteLockKind.Subscriptions, tenantId);

    /// <summary>A subscription, to end it or to keep what came of its notices: what is dropped is not tried again.</summary>
    public static WriteLock Subscription(Guid id) => new(WriteLockKind.Subscriptions, $"{id:N}");

    /// <summary>The signing keys of all tenants: each new one hands over from the one before.</summary>
    public static WriteLock Keys { get; } = new(WriteLockKind.Keys, string.Empty);

    /// <summary>A tenant's stops, to set or lift one: it waits for what looked at them and is not done.</summary>
    public static WriteLock Stops(string? tenantId) => new(WriteLockKind.Stops, $"{tenantId}");

    /// <summary>A tenant's stops, to go on only while none is set: what leaves is in the ledger before the stop, or does not leave.</summary>
    public static WriteLock StopsAsTheyAre(string? tenantId) => new(WriteLockKind.Stops, $"{tenantId}", isShared: true);

    /// <summary>The end of a tenant's ledger, and the counts of its runs: each entry takes the next position, and no run is counted twice.</summary>
    public static WriteLock Ledger(string tenantId) => new(WriteLockKind.Ledger, tenantId);
}

/// <summary>The kinds of <see cref="WriteLock"/>, in the order in which a transaction takes them.</summary>
internal enum WriteLockKind
{
    /// <summary>A handoff.</summary>
    Handoff,

    /// <summary>A workflow's journey.</summary>
    Journey,

    /// <summary>A tenant's practices.</summary>
    Training,

    /// <summary>A tenant's absences.</summary>
    Absences,

    /// <summary>What is known of a person's add-in.</summary>
    AddIn,

    /// <summary>A tenant's subscriptions, or one of them.</summary>
    Subscriptions,

    /// <summary>The signing keys.</summary>
    Keys,

    /// <summary>A tenant's stops.</summary>
    Stops,

    /// <summary>The end of a tenant's ledger. It is held shortest, and by every writer of the tenant: nothing is asked for after it.</summary>
    Ledger,
}
