using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage.Archiving;

/// <summary>
/// A table with rows of tenants as an archive has it: a JSON object for each row, a line each, with what the database holds and not what the product makes of it, so
/// that it is the same after a way through both databases. The list is the model's own: a table that is added later is in the archive.
/// </summary>
internal sealed class ArchivedTable
{
    private const string TenantColumn = "TenantId";

    // An object's members are the columns, and a text that is JSON itself stays as readable as it can.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Type, Kind> Kinds = new()
    {
        [typeof(string)] = new((to, row, at) => to.WriteStringValue(row.GetString(at)), value => value.GetString()!),
        [typeof(Guid)] = new((to, row, at) => to.WriteStringValue(row.GetGuid(at)), value => value.GetGuid()),
        [typeof(int)] = new((to, row, at) => to.WriteNumberValue(row.GetInt32(at)), value => value.GetInt32()),
        [typeof(long)] = new((to, row, at) => to.WriteNumberValue(row.GetInt64(at)), value => value.GetInt64()),
        [typeof(bool)] = new((to, row, at) => to.WriteBooleanValue(row.GetBoolean(at)), value => value.GetBoolean()),
        [typeof(byte[])] = new((to, row, at) => to.WriteBase64StringValue(row.GetFieldValue<byte[]>(at)), value => value.GetBytesFromBase64()),
        [typeof(DateOnly)] = new(
            (to, row, at) => to.WriteStringValue(row.GetFieldValue<DateOnly>(at).ToString("O", CultureInfo.InvariantCulture)),
            value => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture)),
    };

    private readonly HandoffOfficeDb db;
    private readonly ITable table;
    private readonly Column[] columns;

    private ArchivedTable(HandoffOfficeDb db, ITable table)
    {
        this.db = db;
        this.table = table;
        columns = [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(Column.Of)];
    }

    /// <summary>Its name.</summary>
    public string Name => table.Name;

    /// <summary>The names of its columns, in order.</summary>
    public IReadOnlyList<string> Columns => [.. columns.Select(column => column.Name)];

    /// <summary>All tables with rows of tenants, those that others refer to first.</summary>
    public static IReadOnlyList<ArchivedTable> All(HandoffOfficeDb db)
    {
        List<ITable> left = [.. db.Model.GetRelationalModel().Tables.Where(table => table.FindColumn(TenantColumn) is not null).OrderBy(table => table.Name, StringComparer.Ordinal)];
        List<ITable> sorted = [];
        while (left.Find(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || sorted.Contains(key.PrincipalTable))) is { } next)
        {
            left.Remove(next);
            sorted.Add(next);
        }

        return left.Count == 0
            ? [.. sorted.Select(table => new ArchivedTable(db, table))]
            : throw new InvalidOperationException($"{string.Join(", ", left.Select(table => table.Name))} refer to each other in a circle.");
    }

    /// <summary>The tenants with a row in it.</summary>
    public async Task<IReadOnlyList<string>> Tenants(CancellationToken cancel)
    {
        await using DbCommand command = Command($"SELECT DISTINCT {Quoted(TenantColumn)} FROM {Quoted(Name)}");
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancel);
        List<string> tenants = [];
        while (await reader.ReadAsync(cancel))
        {
            tenants.Add(reader.GetString(0));
        }

        return tenants;
    }

    /// <summary>Writes a tenant's rows, in the order of the primary key.</summary>
    /// <returns>How many.</returns>
    public async Task<long> Write(string tenantId, Stream to, CancellationToken cancel)
    {
        string order = string.Join(", ", table.PrimaryKey!.Columns.Select(column => Quoted(column.Name)));
        await using DbCommand command = Command($"SELECT {List()} FROM {Quoted(Name)} WHERE {Quoted(TenantColumn)} = @tenant ORDER BY {order}");
        Parameter(command, "@tenant").Value = tenantId;
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancel);
        var line = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(line, Form);
        long rows = 0;
        for (; await reader.ReadAsync(cancel); rows++)
        {
            line.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            for (int at = 0; at < columns.Length; at++)
            {
                json.WritePropertyName(columns[at].Name);
                if (reader.IsDBNull(at))
                {
                    json.WriteNullValue();
                }
                else
                {
                    columns[at].Kind.Write(json, reader, at);
                }
            }

            json.WriteEndObject();
            await json.FlushAsync(cancel);
            line.Write("\n"u8);
            await to.WriteAsync(line.WrittenMemory, cancel);
        }

        return rows;
    }

    /// <summary>The values of a row, in the order of <see cref="Columns"/>.</summary>
    /// <exception cref="FormatException">The line is no row of this table, or of another tenant, or has what not every database can store.</exception>
    public object?[] Read(string line, string tenantId)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            object?[] values = [.. columns.Select(column => column.Read(row.RootElement.GetProperty(column.Name)))];
            return (string?)values[PlaceOf(TenantColumn)] == tenantId
                ? values
                : throw new FormatException($"A row of {Name} is another tenant's.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"A row of {Name} can't be read: {e.Message}", e);
        }
    }

    /// <summary>Puts rows into the table.</summary>
    public async Task Insert(IAsyncEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using DbCommand command = Command($"INSERT INTO {Quoted(Name)} ({List()}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})");
        DbParameter[] parameters = [.. columns.Select((_, at) => Parameter(command, $"@p{at}"))];
        await foreach (object?[] row in rows.WithCancellation(cancel))
        {
            for (int at = 0; at < parameters.Length; at++)
            {
                parameters[at].Value = row[at] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Where a column stands in a row.</summary>
    public int PlaceOf(string column) => Array.FindIndex(columns, one => one.Name == column);

    private string List() => string.Join(", ", columns.Select(column => Quoted(column.Name)));

    private string Quoted(string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    private DbCommand Command(string sql)
    {
        DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Kind(Action<Utf8JsonWriter, DbDataReader, int> Write, Func<JsonElement, object> Read);

    private sealed record Column(string Name, bool IsNullable, Kind Kind)
    {
        public static Column Of(IColumn column)
        {
            Type stored = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
            return new(column.Name, column.IsNullable, Kinds.TryGetValue(stored, out Kind? kind)
                ? kind
                : throw new InvalidOperationException($"{column.Table.Name}.{column.Name} holds {stored.Name}, which an archive has no form for yet."));
        }

        public object? Read(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return IsNullable ? null : throw new FormatException($"{Name} is missing.");
            }

            object read = Kind.Read(value);
            return read is string text && !StorableText.IsStorable(text) ? throw new FormatException($"{Name} is a text that can't be stored.") : read;
        }
    }
}
