using Microsoft.Extensions.Logging.Abstractions;
using Site.Core.Organisations;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Organisations;

/// <summary>The groups of editors that come with the organisations' content, on both engines.</summary>
public abstract class OrganisationGroupsTests(SiteFixture site) : IAsyncLifetime
{
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];
    private IContent _organisation = null!;
    private IMedia _folder = null!;

    private IUserGroupService Groups => site.Get<IUserGroupService>();

    private string GroupName => $"Communication – Org/{_suffix}";

    public async Task InitializeAsync()
    {
        IContentType type = await EnsureTypeAsync("organisation");
        _organisation = AddContent(type, $"Organisation {_suffix}");
        AddContent(await EnsureTypeAsync("references"), "Références");
        await EnsureFolderTypeAsync();
        IMediaService media = site.Get<IMediaService>();
        _folder = media.CreateMedia($"Org/{_suffix}", Constants.System.Root, Constants.Conventions.MediaTypes.Folder);
        media.Save(_folder);
    }

    public Task DisposeAsync()
    {
        foreach (IContent content in site.Get<IContentService>().GetRootContent())
        {
            site.Get<IContentService>().Delete(content);
        }

        site.Get<IMediaService>().Delete(_folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_organisation_gets_a_group_that_works_below_its_own_nodes_only()
    {
        await InstallAsync();

        IUserGroup group = (await FindAsync(GroupName))!;
        Assert.Equal(_organisation.Id, group.StartContentId);
        Assert.Equal(_folder.Id, group.StartMediaId);
        Assert.Equal(["content", "media", "translation"], group.AllowedSections.Order());
        Assert.True(group.HasAccessToAllLanguages);
        Assert.Contains("Umb.Document.Publish", group.Permissions);
        Assert.DoesNotContain("Umb.Document.Permissions", group.Permissions);
        Assert.DoesNotContain("Umb.Document.CultureAndHostnames", group.Permissions);
        IUserGroup lists = (await FindAsync("Reference lists"))!;
        Assert.Equal(["content"], lists.AllowedSections);
        Assert.Null(lists.StartMediaId);
    }

    [Fact]
    public async Task What_an_administrator_changed_or_deleted_stays_so()
    {
        await InstallAsync();
        IUserGroup group = (await FindAsync(GroupName))!;
        group.Permissions = new HashSet<string> { "Umb.Document.Read" };
        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.UpdateAsync(group, Constants.Security.SuperUserKey)).Status);

        await InstallAsync();
        Assert.Equal(["Umb.Document.Read"], (await FindAsync(GroupName))!.Permissions);

        Assert.True((await Groups.DeleteAsync(new HashSet<Guid> { group.Key })).Success);
        await InstallAsync();
        Assert.Null(await FindAsync(GroupName));
    }

    [Fact]
    public async Task A_group_that_has_the_alias_already_is_left_alone()
    {
        IShortStringHelper helper = site.Get<IShortStringHelper>();
        var own = new UserGroup(helper, 0, GroupName.ToSafeAlias(helper, camel: true), "À nous", "icon-users");
        Assert.True((await Groups.CreateAsync(own, Constants.Security.SuperUserKey)).Success);

        await InstallAsync();

        Assert.Null(await FindAsync(GroupName));
        Assert.NotNull(await FindAsync("À nous"));
    }

    [Fact]
    public async Task The_group_has_a_key_that_follows_from_the_organisation()
    {
        await InstallAsync();
        IUserGroup group = (await FindAsync(GroupName))!;

        Assert.Equal(GuidUtils.Combine(_organisation.Key, new Guid("5d0f3f0b-6c64-4a0e-9d3e-2f6d3c7b8a11")), group.Key);
    }

    private async Task<IUserGroup?> FindAsync(string name) =>
        (await Groups.GetAllAsync(0, int.MaxValue)).Items.SingleOrDefault(x => x.Name == name);

    private Task InstallAsync()
    {
        var nodes = new OrganisationNodes(site.Get<IDocumentNavigationQueryService>(), site.Get<IContentService>(), site.Get<IMediaService>());
        var installer = new OrganisationGroupsInstaller(
            nodes, Groups, site.Get<IKeyValueService>(), site.Get<IShortStringHelper>(), NullLogger<OrganisationGroupsInstaller>.Instance);
        return installer.InstallAsync(CancellationToken.None);
    }

    private IContent AddContent(IContentType type, string name)
    {
        IContent content = site.Get<IContentService>().Create(name, Constants.System.Root, type.Alias);
        if (content.HasProperty("acronym"))
        {
            content.SetValue("acronym", $"Org/{_suffix}");
        }

        Assert.True(site.Get<IContentService>().Save(content).Success);
        return content;
    }

    private async Task<IContentType> EnsureTypeAsync(string alias)
    {
        IContentTypeService types = site.Get<IContentTypeService>();
        if (types.Get(alias) is { } known)
        {
            return known;
        }

        IShortStringHelper helper = site.Get<IShortStringHelper>();
        var type = new ContentType(helper, Constants.System.Root) { Alias = alias, Name = alias, AllowedAsRoot = true };
        type.AddPropertyType(new PropertyType(helper, await AddDataTypeAsync(), "acronym") { Name = "Sigle" });
        await types.CreateAsync(type, Constants.Security.SuperUserKey);
        return types.Get(alias)!;
    }

    private async Task<IDataType> AddDataTypeAsync()
    {
        IDataEditor editor = site.Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.TextBox]!;
        var text = new DataType(editor, site.Get<IConfigurationEditorJsonSerializer>()) { Name = $"Texte {Guid.NewGuid():N}" };
        Assert.True((await site.Get<IDataTypeService>().CreateAsync(text, Constants.Security.SuperUserKey)).Success);
        return text;
    }

    private async Task EnsureFolderTypeAsync()
    {
        IMediaTypeService types = site.Get<IMediaTypeService>();
        if (types.Get(Constants.Conventions.MediaTypes.Folder) is null)
        {
            var folder = new MediaType(site.Get<IShortStringHelper>(), Constants.System.Root)
            {
                Alias = Constants.Conventions.MediaTypes.Folder,
                Name = Constants.Conventions.MediaTypes.Folder,
                AllowedAsRoot = true,
            };
            Assert.True((await types.CreateAsync(folder, Constants.Security.SuperUserKey)).Success);
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : OrganisationGroupsTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : OrganisationGroupsTests(site), IClassFixture<PostgresSiteFixture>;
}
