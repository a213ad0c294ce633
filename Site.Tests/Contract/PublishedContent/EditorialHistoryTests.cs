using FsCheck;
using FsCheck.Fluent;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>
/// Random histories of what editors do. After every act the snapshot, the caches and the database say the same. A failure prints the
/// seed and the shortest history that still fails; <c>SITE_TEST_SEED</c>, e.g. <c>(123,456,80)</c>, runs that seed and size again.
/// </summary>
public abstract class EditorialHistoryTests(SiteFixture site)
{
    private const int Acts = 16;

    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public async Task Snapshot_caches_and_database_say_the_same_after_every_act()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        var coherence = new SiteCoherence(site, model);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(TestScale.Of(ci: 20, full: 500));

        Prop.ForAll(Histories(), acts => Run(model, coherence, acts)).Check(config.Seeded());
    }

    private static void Run(DocumentModel model, SiteCoherence coherence, EditorialAct[] acts)
    {
        using var history = new EditorialHistory(model);
        foreach (EditorialAct act in acts)
        {
            history.Do(act);
            coherence.Check();
        }
    }

    private static Arbitrary<EditorialAct[]> Histories()
    {
        Gen<int> number = Gen.Choose(0, 99);

        // A history that creates nothing tells nothing: creating is as likely as a quarter of all else.
        Gen<ActKind> kind = Gen.Frequency(
            (1, Gen.Elements(ActKind.CreatePage, ActKind.CreateNote)),
            (1, Gen.Elements(ActKind.Publish, ActKind.PublishBranch)),
            (2, Gen.Elements(Enum.GetValues<ActKind>())));
        Gen<EditorialAct> act =
            from chosen in kind
            from subject in number
            from target in number
            from variant in number
            select new EditorialAct(chosen, subject, target, variant);
        return Arb.From(act.ArrayOf(Acts), Shorter);
    }

    /// <summary>The first half of a history, then each history that lacks one act.</summary>
    private static IEnumerable<EditorialAct[]> Shorter(EditorialAct[] acts) => acts.Length < 2
        ? []
        : Enumerable.Range(0, acts.Length).Reverse().Select(x => (EditorialAct[])[.. acts[..x], .. acts[(x + 1)..]]).Prepend(acts[..(acts.Length / 2)]);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : EditorialHistoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : EditorialHistoryTests(site), IClassFixture<PostgresSiteFixture>;
}
