using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence;
using Site.Core.Persistence.KeyValues;
using Site.Core.Persistence.Sqlite;
using Site.Tests.Support;

namespace Site.Tests.Contract.Persistence;

/// <summary>On SQLite a context keeps its connection, and the statements that were prepared on it, from one session to the next.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PreparedCommandTests(SqliteSiteFixture site) : IClassFixture<SqliteSiteFixture>, IDisposable
{
    private readonly SqliteSiteDbContext _context = (SqliteSiteDbContext)site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContext();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void The_same_text_is_prepared_once_whatever_its_values()
    {
        Add("prepared-1", "un");
        Add("prepared-2", "deux");

        string[] first = Read(() => new[] { Find("prepared-1") });
        int count = _context.Prepared!.Count;
        string[] second = Read(() => new[] { Find("prepared-2"), Find("prepared-1"), Find("prepared-2") });

        Assert.Equal(["un"], first);
        Assert.Equal(["deux", "un", "deux"], second);
        Assert.Equal(count, _context.Prepared.Count);
    }

    [Fact]
    public void A_session_sees_what_was_committed_before_it_and_not_what_comes_after()
    {
        Add("prepared-before", "avant");
        using SqliteSiteDbContext other = (SqliteSiteDbContext)site.Get<IDbContextFactory<SiteDbContext>>().CreateDbContext();
        using (Begin(_context, deferred: true))
        {
            Assert.Equal("avant", Find("prepared-before"));
            using (SqliteTransaction writing = Begin(other, deferred: false))
            {
                other.Set<KeyValueRow>().Where(x => x.Key == "prepared-before").ExecuteUpdate(x => x.SetProperty(row => row.Value, "après"));
                writing.Commit();
            }

            Assert.Equal("avant", Find("prepared-before"));
        }

        Assert.Equal("après", Read(() => Find("prepared-before")));
    }

    [Fact]
    public void One_text_is_read_twice_at_the_same_time()
    {
        Add("prepared-twice-1", "un");
        Add("prepared-twice-2", "deux");

        string[] read = Read(() =>
        {
            List<string> found = [];
            foreach (KeyValueRow outer in All())
            {
                found.AddRange(All().Select(inner => outer.Value + inner.Value));
            }

            return found.ToArray();
        });

        Assert.Equal(["unun", "undeux", "deuxun", "deuxdeux"], read);
        IEnumerable<KeyValueRow> All() => _context.Set<KeyValueRow>().Where(x => x.Key.StartsWith("prepared-twice")).OrderBy(x => x.Key).AsEnumerable();
    }

    [Fact]
    public void What_was_left_in_the_middle_begins_anew()
    {
        Add("prepared-left-1", "un");
        Add("prepared-left-2", "deux");

        string[] read = Read(() => new[] { All().First(), All().First(), string.Join(' ', All()) });

        Assert.Equal(["un", "un", "un deux"], read);
        IEnumerable<string> All() => _context.Set<KeyValueRow>().Where(x => x.Key.StartsWith("prepared-left")).OrderBy(x => x.Key).Select(x => x.Value!).AsEnumerable();
    }

    [Fact]
    public void What_has_failed_is_prepared_anew_and_works()
    {
        Add("prepared-taken", "un");

        Assert.Throws<SqliteException>(() => Add("prepared-taken", "deux"));
        Add("prepared-free", "trois");

        Assert.Equal(["un", "trois"], Read(() => new[] { Find("prepared-taken"), Find("prepared-free") }));
    }

    [Fact]
    public void A_table_that_changes_is_read_as_it_has_become()
    {
        Write("CREATE TABLE prepared_test (a INTEGER); INSERT INTO prepared_test VALUES (1)");
        try
        {
            Assert.Equal([1], Read(Rows));
            Write("ALTER TABLE prepared_test ADD COLUMN b INTEGER; INSERT INTO prepared_test VALUES (2, 3)");
            Assert.Equal([1, 2], Read(Rows));
        }
        finally
        {
            Write("DROP TABLE prepared_test");
        }

        Assert.Throws<SqliteException>(() => Read(Rows));
        int[] Rows() => [.. _context.Database.SqlQueryRaw<int>("SELECT a AS Value FROM prepared_test")];
    }

    [Fact]
    public void No_more_are_kept_than_the_limit_and_those_that_are_used()
    {
        Read(() =>
        {
            for (int i = 0; i < PreparedCommands.MaximumCount + 50; i++)
            {
                Assert.Equal(i, _context.Database.SqlQueryRaw<int>(string.Create(CultureInfo.InvariantCulture, $"SELECT {i} AS Value")).AsEnumerable().Single());
            }

            return 0;
        });

        Assert.Equal(PreparedCommands.MaximumCount, _context.Prepared!.Count);
    }

    [Fact]
    public void A_connection_that_closes_frees_its_statements_and_opens_again()
    {
        Add("prepared-closed", "un");
        Assert.Equal("un", Read(() => Find("prepared-closed")));

        _context.Database.GetDbConnection().Close();

        Assert.Equal("un", Find("prepared-closed"));
        Assert.Equal(0, _context.Prepared!.Count);
        Assert.Equal("un", Read(() => Find("prepared-closed")));
        Assert.Equal(1, _context.Prepared.Count);
    }

    [Fact]
    public void A_context_comes_back_with_what_it_has_prepared_and_is_nobodys_until_then()
    {
        IDbContextFactory<SiteDbContext> contexts = site.Get<IDbContextFactory<SiteDbContext>>();
        Add("prepared-tracked", "un");
        SqliteSiteDbContext[] lent = [.. Enumerable.Range(0, SqliteContextFactory.MaximumIdle + 2).Select(_ => Open(contexts))];
        foreach (SqliteSiteDbContext context in lent)
        {
            context.Dispose();
            context.Dispose();
        }

        SqliteSiteDbContext[] again = [.. Enumerable.Range(0, lent.Length).Select(_ => (SqliteSiteDbContext)contexts.CreateDbContext())];

        Assert.Equal(again.Length, again.Distinct().Count());
        Assert.InRange(again.Count(x => x.Prepared is { Count: > 0 }), 1, SqliteContextFactory.MaximumIdle);
        Assert.All(again, x => Assert.Empty(x.ChangeTracker.Entries()));
        Assert.All(again, x => x.Dispose());
    }

    [Fact]
    public void A_context_in_the_middle_of_something_is_not_kept()
    {
        IDbContextFactory<SiteDbContext> contexts = site.Get<IDbContextFactory<SiteDbContext>>();
        var context = (SqliteSiteDbContext)contexts.CreateDbContext();
        using SqliteTransaction transaction = context.Begin(deferred: false);
        context.Database.ExecuteSql($"INSERT INTO umbracoKeyValue (key, value, updated) VALUES ('prepared-middle', 'un', '2026-01-01')");

        context.Dispose();

        Assert.Empty(Read(() => _context.Set<KeyValueRow>().Where(x => x.Key == "prepared-middle").ToArray()));
        Add("prepared-middle", "deux");
        Assert.Equal("deux", Read(() => Find("prepared-middle")));
    }

    private static SqliteSiteDbContext Open(IDbContextFactory<SiteDbContext> contexts)
    {
        var context = (SqliteSiteDbContext)contexts.CreateDbContext();
        using SqliteTransaction transaction = context.Begin(deferred: true);
        context.Set<KeyValueRow>().AsTracking().Load();
        Assert.NotEmpty(context.ChangeTracker.Entries());
        context.Database.UseTransaction(null);
        return context;
    }

    private static SqliteTransaction Begin(SqliteSiteDbContext context, bool deferred)
    {
        context.Database.UseTransaction(null);
        return context.Begin(deferred);
    }

    private string Find(string key) => _context.Set<KeyValueRow>().Where(x => x.Key == key).Select(x => x.Value).Single()!;

    private T Read<T>(Func<T> read)
    {
        using SqliteTransaction transaction = Begin(_context, deferred: true);
        T result = read();
        _context.Database.UseTransaction(null);
        return result;
    }

    private void Add(string key, string value)
    {
        using SqliteTransaction transaction = Begin(_context, deferred: false);
        _context.Database.ExecuteSql($"INSERT INTO umbracoKeyValue (key, value, updated) VALUES ({key}, {value}, '2026-01-01')");
        transaction.Commit();
        _context.Database.UseTransaction(null);
    }

    private void Write(string sql)
    {
        using var connection = new SqliteConnection(_context.Database.GetConnectionString());
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
