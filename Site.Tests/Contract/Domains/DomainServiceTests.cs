using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Domains;

/// <summary>Domains and relations of real documents, through Core's services, on both engines.</summary>
public abstract class DomainServiceTests(SiteFixture site)
{
    private IDomainService Domains => site.Get<IDomainService>();

    [Fact]
    public async Task Domains_are_given_replaced_and_put_in_order()
    {
        string culture = await EnsureLanguageAsync();
        IContent content = await AddContentAsync();
        string[] names = [.. Enumerable.Range(0, 3).Select(_ => $"{Guid.NewGuid():N}.example.org")];

        Assert.Equal(DomainOperationStatus.Success, await UpdateAsync(content, culture, names[0], names[1]));
        Assert.Equal(DomainOperationStatus.Success, await UpdateAsync(content, culture, names[2], names[0]));

        IEnumerable<IDomain> assigned = await Domains.GetAssignedDomainsAsync(content.Key, includeWildcards: false);
        Assert.Equal([names[2], names[0]], assigned.Select(x => x.DomainName));
        Assert.All(assigned, x => Assert.Equal(culture, x.LanguageIsoCode));
    }

    [Fact]
    public async Task Domains_go_with_their_document()
    {
        string culture = await EnsureLanguageAsync();
        IContent content = await AddContentAsync();
        string name = $"{Guid.NewGuid():N}.example.org";
        Assert.Equal(DomainOperationStatus.Success, await UpdateAsync(content, culture, name));

        Assert.True(site.Get<IContentService>().Delete(content).Success);

        Assert.False(Domains.Exists(name));
    }

    [Fact]
    public async Task Related_documents_are_told_as_entities()
    {
        IContent parent = await AddContentAsync();
        IContent child = await AddContentAsync();
        IRelationService relations = site.Get<IRelationService>();
        relations.Relate(parent.Id, child.Id, "umbDocument");

        Assert.Equal(parent.Key, Assert.Single(relations.GetPagedParentEntitiesByChildId(child.Id, 0, 10, out long parents, UmbracoObjectTypes.Document)).Key);
        Assert.Equal(child.Key, Assert.Single(relations.GetPagedChildEntitiesByParentId(parent.Id, 0, 10, out long children, UmbracoObjectTypes.Document)).Key);
        Assert.Equal((1, 1), (parents, children));
        Assert.Empty(relations.GetPagedChildEntitiesByParentId(parent.Id, 0, 10, out _, UmbracoObjectTypes.Media));
    }

    private async Task<DomainOperationStatus> UpdateAsync(IContent content, string culture, params string[] names) =>
        (await Domains.UpdateDomainsAsync(content.Key, new DomainsUpdateModel
        {
            Domains = names.Select(x => new DomainModel { DomainName = x, IsoCode = culture }),
        })).Status;

    private async Task<string> EnsureLanguageAsync()
    {
        const string culture = "fr";
        ILanguageService languages = site.Get<ILanguageService>();
        if (await languages.GetAsync(culture) is null)
        {
            await languages.CreateAsync(new Language(culture, "Français"), Constants.Security.SuperUserKey);
        }

        return (await languages.GetAsync(culture))!.IsoCode;
    }

    private async Task<IContent> AddContentAsync()
    {
        var type = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "t" + Guid.NewGuid().ToString("N"),
            Name = "Essai " + Guid.NewGuid().ToString("N"),
            AllowedAsRoot = true,
        };
        await site.Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey);
        IContent content = site.Get<IContentService>().Create("Page", Constants.System.Root, type.Alias);
        Assert.True(site.Get<IContentService>().Save(content).Success);
        return content;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DomainServiceTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DomainServiceTests(site), IClassFixture<PostgresSiteFixture>;
}
