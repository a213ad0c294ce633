using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Tests.Contract.DocumentUrls;

/// <summary>What Core expects of stored URL segments and aliases, on both engines.</summary>
public abstract class DocumentUrlRepositoryTests(SiteFixture site)
{
    [Fact]
    public void Saved_segments_replace_those_of_their_documents_only()
    {
        NodeRow one = site.AddNode();
        NodeRow two = site.AddNode();
        Save(Segment(one, "ancien", isPrimary: true), Segment(one, "gardé", isPrimary: false), Segment(two, "autre", isPrimary: true));

        Save(Segment(one, "gardé", isPrimary: true), Segment(one, "nouveau", isPrimary: false));

        Assert.Equal([("gardé", true), ("nouveau", false)], Stored(one).Select(x => (x.UrlSegment, x.IsPrimary)));
        Assert.Equal("autre", Assert.Single(Stored(two)).UrlSegment);
    }

    [Fact]
    public void Segments_go_when_asked_and_with_their_document()
    {
        NodeRow one = site.AddNode();
        NodeRow two = site.AddNode();
        Save(Segment(one, "un", true), Segment(two, "deux", true));

        site.InScope(() => site.Get<IDocumentUrlRepository>().DeleteByDocumentKey([one.UniqueId]));
        site.DeleteNode(two);

        Assert.Empty(Stored(one));
        Assert.Empty(Stored(two));
    }

    [Fact]
    public void Saved_aliases_replace_those_of_their_documents_only()
    {
        NodeRow one = site.AddNode();
        NodeRow two = site.AddNode();
        SaveAliases((one, "a"), (one, "b"), (two, "c"));

        SaveAliases((one, "b"), (one, "d"));

        Assert.Equal(["b", "d"], Aliases(one));
        Assert.Equal(["c"], Aliases(two));
        site.InScope(() => site.Get<IDocumentUrlAliasRepository>().DeleteByDocumentKey([one.UniqueId]));
        Assert.Empty(Aliases(one));
        Assert.Equal(["c"], Aliases(two));
    }

    private static PublishedDocumentUrlSegment Segment(NodeRow node, string segment, bool isPrimary) =>
        new() { DocumentKey = node.UniqueId, NullableLanguageId = null, UrlSegment = segment, IsDraft = false, IsPrimary = isPrimary };

    private void Save(params PublishedDocumentUrlSegment[] segments) => site.InScope(() => site.Get<IDocumentUrlRepository>().Save(segments));

    private IEnumerable<PublishedDocumentUrlSegment> Stored(NodeRow node) =>
        site.InScope(() => site.Get<IDocumentUrlRepository>().GetAll()).Where(x => x.DocumentKey == node.UniqueId);

    private void SaveAliases(params (NodeRow Node, string Alias)[] aliases) => site.InScope(() => site.Get<IDocumentUrlAliasRepository>().Save(
        aliases.Select(x => new PublishedDocumentUrlAlias { DocumentKey = x.Node.UniqueId, NullableLanguageId = null, Alias = x.Alias })));

    private IEnumerable<string> Aliases(NodeRow node) =>
        site.InScope(() => site.Get<IDocumentUrlAliasRepository>().GetAll()).Where(x => x.DocumentKey == node.UniqueId).Select(x => x.Alias);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentUrlRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentUrlRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
