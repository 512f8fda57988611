using HandoffOffice.Domain;
using HandoffOffice.Storage.Ledger;

namespace HandoffOffice.Storage.Exporting;

/// <summary>Puts on record who took data of the whole organisation, or of another person: before they are given any.</summary>
public sealed class ExportBook(LedgerWriter ledger, TimeProvider time)
{
    /// <summary>What the ledger's entry of a table is called.</summary>
    public const string Exported = "TableExported";

    /// <summary>What the ledger's entry of a person's data is called.</summary>
    public const string PersonRead = "PersonsDataRead";

    /// <summary>Adds an entry.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="kind">Of which kind.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="facts">For what.</param>
    /// <param name="cancel">Ends it without a trace.</param>
    public Task Note(string tenantId, string kind, Actor by, IReadOnlyDictionary<string, string> facts, CancellationToken cancel) =>
        ledger.Note(tenantId, new HandoffEvent(kind, by, time.GetUtcNow(), facts), cancel);
}
