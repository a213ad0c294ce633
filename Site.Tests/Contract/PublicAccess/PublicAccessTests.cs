using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.PublicAccess;

/// <summary>What Core expects of documents that are not public, on both engines.</summary>
public abstract class PublicAccessTests(SiteFixture site)
{
    private IPublicAccessService Access => site.Get<IPublicAccessService>();

    [Fact]
    public void A_protected_document_is_protected_with_everything_below_it()
    {
        NodeRow node = site.AddNode();
        NodeRow below = site.AddNode(site.AddNode(node));
        PublicAccessEntry entry = Protect(node);

        Assert.True(Access.IsProtected(node.Path).Success);
        Assert.Equal(entry.Key, Access.IsProtected(below.Path).Result!.Key);
        Assert.False(Access.IsProtected(site.AddNode().Path).Success);
    }

    [Fact]
    public void An_entry_is_read_back_whole_and_its_rules_change()
    {
        NodeRow node = site.AddNode();
        Protect(node);
        PublicAccessEntry entry = Access.GetEntryForContent(node.Path)!;
        Assert.Equal(node.Id, entry.ProtectedNodeId);
        Assert.Equal(-1, entry.LoginNodeId);
        Assert.Equal(-2, entry.NoAccessNodeId);
        PublicAccessRule rule = Assert.Single(entry.Rules);
        Assert.Equal("MemberRole", rule.RuleType);
        Assert.Equal("Membres", rule.RuleValue);

        entry.RemoveRule(rule);
        entry.AddRule("Autres", "MemberRole");
        entry.LoginNodeId = -3;
        Assert.True(Access.Save(entry).Success);

        PublicAccessEntry read = Access.GetEntryForContent(node.Path)!;
        Assert.Equal("Autres", Assert.Single(read.Rules).RuleValue);
        Assert.Equal(-3, read.LoginNodeId);
        Assert.False(read.IsDirty());
    }

    [Fact]
    public void Protection_ends_when_it_is_removed_and_with_the_document()
    {
        NodeRow node = site.AddNode();
        Assert.True(Access.Delete(Protect(node)).Success);
        Assert.False(Access.IsProtected(node.Path).Success);

        NodeRow other = site.AddNode();
        PublicAccessEntry entry = Protect(other);
        site.DeleteNode(other);
        Protect(site.AddNode());
        Assert.DoesNotContain(Access.GetAll(), x => x.Key == entry.Key);
    }

    private PublicAccessEntry Protect(NodeRow node)
    {
        var entry = new PublicAccessEntry(Guid.NewGuid(), node.Id, -1, -2, []);
        entry.AddRule("Membres", "MemberRole");
        Assert.True(Access.Save(entry).Success);
        return entry;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : PublicAccessTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : PublicAccessTests(site), IClassFixture<PostgresSiteFixture>;
}
