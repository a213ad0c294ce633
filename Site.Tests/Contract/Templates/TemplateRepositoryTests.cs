using Site.Core.Persistence.Documents;
using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Templates;

/// <summary>What Core leaves to the repository of templates, whose views are part of the build.</summary>
public abstract class TemplateRepositoryTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private ITemplateService Templates => site.Get<ITemplateService>();

    [Fact]
    public async Task A_template_needs_no_file()
    {
        ITemplate template = await CreateAsync(SchemaModel.UniqueAlias("page"));

        ITemplate stored = (await Templates.GetAsync(template.Alias.ToUpperInvariant()))!;
        Assert.Equal((template.Id, template.Key, template.Alias), (stored.Id, stored.Key, stored.Alias));
        Assert.Null(stored.MasterTemplateAlias);
        Assert.False(stored.IsDirty());
        Assert.Equal(template.Key, (await Templates.GetAllAsync(template.Alias)).Single().Key);
    }

    [Fact]
    public async Task A_template_keeps_its_master_when_it_is_saved_again()
    {
        ITemplate master = await CreateAsync(SchemaModel.UniqueAlias("master"));
        ITemplate child = await CreateAsync(SchemaModel.UniqueAlias("child"), master.Alias);
        ITemplate grandchild = await CreateAsync(SchemaModel.UniqueAlias("grandchild"), child.Alias);
        Assert.Equal([child.Key], (await Templates.GetChildrenAsync(master.Id)).Select(x => x.Key));
        Assert.Equal([child.Key, grandchild.Key], (await Templates.GetDescendantsAsync(master.Id)).Select(x => x.Key));

        ITemplate stored = (await Templates.GetAsync(child.Key))!;
        stored.Name = "Renommé";
        Attempt<ITemplate, TemplateOperationStatus> updated = await Templates.UpdateAsync(stored, _user);
        Assert.True(updated.Success, updated.Status.ToString());

        stored = (await Templates.GetAsync(child.Key))!;
        Assert.Equal(("Renommé", master.Alias, $"-1,{master.Id},{child.Id}"), (stored.Name, stored.MasterTemplateAlias, stored.Path));
        Assert.True((await Templates.GetAsync(master.Key))!.IsMasterTemplate);
    }

    [Fact]
    public async Task Two_templates_never_have_the_same_alias()
    {
        ITemplate template = await CreateAsync(SchemaModel.UniqueAlias("double"));
        Attempt<ITemplate, TemplateOperationStatus> second = await Templates.CreateAsync("Double", template.Alias.ToUpperInvariant(), null, _user);
        Assert.Equal(TemplateOperationStatus.DuplicateAlias, second.Status);
    }

    [Fact]
    public async Task A_deleted_template_leaves_documents_without_one()
    {
        var model = new SchemaModel(site);
        ITemplate template = await CreateAsync(SchemaModel.UniqueAlias("supprime"));
        ContentType type = model.NewType("Avec gabarit");
        type.AllowedTemplates = [template];
        type.SetDefaultTemplate(template);
        IContent document = model.Document(await model.CreateAsync(type));
        Assert.Equal(template.Id, model.Reload(document).TemplateId);

        Assert.True((await Templates.DeleteAsync(template.Key, _user)).Success);

        Assert.Null(await Templates.GetAsync(template.Key));
        Assert.Null(model.Reload(document).TemplateId);
    }

    [Fact]
    public async Task A_template_that_others_use_is_not_deleted_and_another_goes_from_every_version_of_documents()
    {
        var model = new SchemaModel(site);
        ITemplate master = await CreateAsync(SchemaModel.UniqueAlias("master"));
        ITemplate child = await CreateAsync(SchemaModel.UniqueAlias("child"), master.Alias);
        ContentType type = model.NewType("Avec gabarit");
        type.AllowedTemplates = [child];
        type.SetDefaultTemplate(child);
        IContent document = model.Document(await model.CreateAsync(type));
        model.Publish(document);
        Guid key = document.Key;
        IPublishedContentCache published = site.Get<IPublishedContentCache>();
        Assert.Equal(child.Id, published.GetById(false, key)!.TemplateId);

        Assert.Equal(TemplateOperationStatus.MasterTemplateCannotBeDeleted, (await Templates.DeleteAsync(master.Alias, _user)).Status);

        Assert.True((await Templates.DeleteAsync(child.Alias, _user)).Success);

        Assert.Null(await Templates.GetAsync(child.Key));
        Assert.Empty(model.Reload(type).AllowedTemplates!);
        Assert.Null(published.GetById(false, key)!.TemplateId);
        Assert.Equal(0, Stored.Count<DocumentVersionRow>(site, x => x.TemplateId == child.Id));
    }

    [Fact]
    public async Task Writing_a_view_says_that_views_are_part_of_the_build()
    {
        using var view = new MemoryStream("<p></p>"u8.ToArray());
        NotSupportedException refused = await Assert.ThrowsAsync<NotSupportedException>(() => Templates.SetFileContentAsync("page.cshtml", view));
        Assert.Contains("compiled", refused.Message, StringComparison.Ordinal);
    }

    private async Task<ITemplate> CreateAsync(string alias, string? masterAlias = null)
    {
        string? content = masterAlias is null ? null : $"@{{ Layout = \"{masterAlias}.cshtml\"; }}";
        Attempt<ITemplate, TemplateOperationStatus> created = await Templates.CreateAsync(alias, alias, content, _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : TemplateRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : TemplateRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
