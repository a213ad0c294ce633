namespace Site.Core.Persistence.Backups;

/// <summary>What a backup says of the database in it.</summary>
/// <param name="Engine">The provider name, as <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> has it.</param>
/// <param name="Migrations">The migrations that were applied, in their order.</param>
/// <param name="Tables">The tables but that of the migrations, with their rows.</param>
/// <param name="Sequences">The last value that each sequence has given; empty on SQLite.</param>
public sealed record DatabaseManifest(
    string Engine,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<TableManifest> Tables,
    IReadOnlyDictionary<string, long> Sequences);

/// <summary>A table of a backup.</summary>
/// <param name="Name">The name.</param>
/// <param name="Columns">The columns in the order of the data; empty on SQLite, where the file itself is the backup.</param>
/// <param name="Rows">How many rows it has.</param>
public sealed record TableManifest(string Name, IReadOnlyList<string> Columns, long Rows);
