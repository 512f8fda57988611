using Npgsql;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class ServerConnectionTests
{
    [Fact]
    public void What_recurs_is_prepared_and_a_connection_goes_back_as_it_is()
    {
        var server = new NpgsqlConnectionStringBuilder(ServerConnection.Of("Host=db;Database=handoffs"));
        Assert.Equal((200, true, "db", "handoffs"), (server.MaxAutoPrepare, server.NoResetOnClose, server.Host, server.Database));
    }

    [Theory]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("Host=db;MaxAutoPrepare=0;NoResetOnClose=false")]
    [InlineData("host=db;max auto prepare=0;no reset on close=False")]
    public void What_the_string_says_holds(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(ServerConnection.Of(connection));
        Assert.Equal((0, false), (server.MaxAutoPrepare, server.NoResetOnClose));
    }

    [Fact]
    public void It_stays_what_it_is() => Assert.Equal(ServerConnection.Of("Host=db"), ServerConnection.Of(ServerConnection.Of("Host=db")));

    [Fact]
    public void What_is_none_is_said() => Assert.Throws<ArgumentException>(() => ServerConnection.Of("Data Source=handoffs.db"));
}
