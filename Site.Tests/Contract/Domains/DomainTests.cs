using System.Data;
using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Tests.Contract.Domains;

/// <summary>What Core expects of domains, on both engines.</summary>
public abstract class DomainTests(SiteFixture site)
{
    private IDomainRepository Domains => site.Get<IDomainRepository>();

    [Fact]
    public void A_domain_is_found_by_name_in_any_case_and_by_its_document()
    {
        NodeRow node = site.AddNode();
        UmbracoDomain second = Add(node, NewName(), 1);
        UmbracoDomain first = Add(node, NewName(), 0);
        UmbracoDomain wildcard = Add(node, "*" + node.Id, -1);

        IDomain read = site.InScope(() => Domains.GetByName(first.DomainName.ToUpperInvariant()))!;

        Assert.Equal(first.Id, read.Id);
        Assert.Equal(first.Key, read.Key);
        Assert.Equal(node.Id, read.RootContentId);
        Assert.False(read.IsDirty());
        Assert.Equal([first.Id, second.Id], site.InScope(() => Domains.GetAssignedDomains(node.Id, false)).Select(x => x.Id));
        Assert.Equal([wildcard.Id, first.Id, second.Id], site.InScope(() => Domains.GetAssignedDomains(node.Id, true)).Select(x => x.Id));
        Assert.DoesNotContain(site.InScope(() => Domains.GetAll(false)), x => x.Id == wildcard.Id);
        Assert.True(site.InScope(() => Domains.Exists(first.DomainName)));
    }

    [Fact]
    public void A_name_is_given_once()
    {
        NodeRow node = site.AddNode();
        UmbracoDomain domain = Add(node, NewName(), 0);

        Assert.Throws<DuplicateNameException>(() => Add(node, domain.DomainName.ToUpperInvariant(), 1));
        domain.SortOrder = 5;
        site.InScope(() => Domains.Save(domain));
        Assert.Equal(5, site.InScope(() => Domains.Get(domain.Id))!.SortOrder);
    }

    [Fact]
    public void Domains_go_alone()
    {
        NodeRow node = site.AddNode();
        UmbracoDomain domain = Add(node, NewName(), 0);
        site.InScope(() => Domains.Delete(domain));

        Assert.False(site.InScope(() => Domains.Exists(domain.DomainName)));
    }

    private static string NewName() => $"{Guid.NewGuid():N}.example.org";

    private UmbracoDomain Add(NodeRow node, string name, int sortOrder)
    {
        var domain = new UmbracoDomain(name) { RootContentId = node.Id, SortOrder = sortOrder };
        site.InScope(() => Domains.Save(domain));
        return domain;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DomainTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DomainTests(site), IClassFixture<PostgresSiteFixture>;
}
