using Microsoft.Extensions.Configuration;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Core.Persistence;

/// <summary>Which database the site uses, read from Umbraco's own connection string settings.</summary>
/// <param name="ConnectionString">The connection string, with the data folder filled in.</param>
/// <param name="ProviderName"><see cref="SqliteProvider"/> or <see cref="PostgresProvider"/>.</param>
internal sealed record DatabaseOptions(string ConnectionString, string ProviderName)
{
    /// <summary>The provider name of SQLite, as Umbraco spells it.</summary>
    public const string SqliteProvider = "Microsoft.Data.Sqlite";

    /// <summary>The provider name of PostgreSQL.</summary>
    public const string PostgresProvider = "Npgsql";

    private const string ConnectionStringName = Umbraco.Cms.Core.Constants.System.UmbracoConnectionName;

    /// <summary>Whether the database is SQLite.</summary>
    public bool IsSqlite => ProviderName == SqliteProvider;

    /// <summary>Reads <c>ConnectionStrings:umbracoDbDSN</c> and <c>umbracoDbDSN_ProviderName</c>; without them, a SQLite file in the data folder.</summary>
    /// <exception cref="InvalidOperationException">The provider is none of the two.</exception>
    public static DatabaseOptions From(IConfiguration configuration, string dataFolder)
    {
        string? connectionString = configuration.GetConnectionString(ConnectionStringName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            connectionString = $"Data Source={ConnectionStrings.DataDirectoryPlaceholder}/Umbraco.sqlite.db;Cache=Private;Foreign Keys=True;Pooling=True";
        }

        string provider = configuration.GetConnectionString(ConnectionStringName + ConnectionStrings.ProviderNamePostfix) ?? SqliteProvider;
        if (provider is not (SqliteProvider or PostgresProvider))
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:{ConnectionStringName}{ConnectionStrings.ProviderNamePostfix} is \"{provider}\"; it must be \"{SqliteProvider}\" or \"{PostgresProvider}\".");
        }

        return new DatabaseOptions(
            connectionString.Replace(ConnectionStrings.DataDirectoryPlaceholder, dataFolder, StringComparison.OrdinalIgnoreCase),
            provider);
    }
}
