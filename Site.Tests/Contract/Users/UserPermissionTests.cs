using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Users;

/// <summary>What a user may do with a document, by what the groups have on it, above it and by default.</summary>
public abstract class UserPermissionTests(SiteFixture site) : IAsyncLifetime
{
    private const string Read = "Umb.Document.Read";
    private const string Update = "Umb.Document.Update";
    private const string Publish = "Umb.Document.Publish";

    private DocumentModel _model = null!;

    private IUserService Users => site.Get<IUserService>();

    private IUserGroupService Groups => site.Get<IUserGroupService>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Granular_permissions_of_a_group_are_replaced_as_a_whole()
    {
        IContent note = Note();
        string property = $"{_model.Note.PropertyTypes.First().Key}|Umb.Document.PropertyValue.Write";
        IUserGroup group = (await Groups.GetAsync(site.AddGroup(Read).Key))!;
        group.GranularPermissions = new HashSet<IGranularPermission>
        {
            new DocumentGranularPermission { Key = note.Key, Permission = Update },
            new DocumentPropertyValueGranularPermission { Key = _model.Note.Key, Permission = property },
        };
        await UpdateAsync(group);

        group = (await Groups.GetAsync(group.Key))!;
        Assert.Equal([Update], group.GranularPermissions.OfType<DocumentGranularPermission>().Select(x => x.Permission));
        DocumentPropertyValueGranularPermission onProperty = Assert.Single(group.GranularPermissions.OfType<DocumentPropertyValueGranularPermission>());
        Assert.Equal((_model.Note.Key, property), (onProperty.Key, onProperty.Permission));

        group.GranularPermissions = new HashSet<IGranularPermission> { onProperty, new DocumentGranularPermission { Key = note.Key, Permission = Publish } };
        await UpdateAsync(group);
        Assert.True(group.GranularPermissions.SetEquals((await Groups.GetAsync(group.Key))!.GranularPermissions));
        Assert.Equal([Publish], Of(site.AddUser(groups: group), note));
    }

    [Fact]
    public async Task Permissions_on_a_property_go_with_its_document_type_and_those_on_a_document_with_the_document()
    {
        IContentType type = await site.SaveAsync(new ContentType(site.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), Constants.System.Root) { Alias = $"t{Guid.NewGuid():N}", Name = "Passager" });
        IContent note = Note();
        UserGroup group = site.AddGroup(x => x.GranularPermissions = new HashSet<IGranularPermission>
        {
            new DocumentGranularPermission { Key = note.Key, Permission = Update },
            new DocumentPropertyValueGranularPermission { Key = type.Key, Permission = "any" },
        });

        Assert.True(_model.Contents.Delete(_model.Reload(note)).Success);
        await site.Get<IContentTypeService>().DeleteAsync(type.Key, Constants.Security.SuperUserKey);
        site.AddGroup();

        Assert.Empty((await Groups.GetAsync(group.Key))!.GranularPermissions);
    }

    [Fact]
    public async Task A_user_has_what_the_groups_have_on_a_document_and_by_default_elsewhere()
    {
        IContent parent = Note();
        IContent child = Note(parent.Id);
        IContent other = Note();
        UserGroup writers = site.AddGroup(Read);
        UserGroup publishers = site.AddGroup(Publish);
        User user = site.AddUser(groups: [writers, publishers]);

        Users.ReplaceUserGroupPermissions(writers.Id, new HashSet<string> { Update }, parent.Id);

        IUser read = Users.GetUserById(user.Id)!;
        Assert.Equal([Publish, Update], Of(read, parent));
        Assert.Equal([Publish, Update], Of(read, child));
        Assert.Equal([Publish, Read], Of(read, other));
        Attempt<IEnumerable<NodePermissions>, UserOperationStatus> told = await Users.GetDocumentPermissionsAsync(user.Key, [parent.Key, child.Key, other.Key]);
        Assert.Equal(UserOperationStatus.Success, told.Status);
        Assert.Equal(
            [(parent.Key, $"{Publish} {Update}"), (child.Key, $"{Publish} {Update}"), (other.Key, $"{Publish} {Read}")],
            told.Result.Select(x => (x.NodeKey, string.Join(' ', x.Permissions.Order(StringComparer.Ordinal)))).OrderBy(x => Array.IndexOf([parent.Key, child.Key, other.Key], x.NodeKey)));
    }

    [Fact]
    public void A_permission_is_added_to_those_of_a_document_and_replacing_with_none_takes_everything()
    {
        IContent parent = Note();
        IContent child = Note(parent.Id);
        UserGroup group = site.AddGroup(Read);
        User user = site.AddUser(groups: group);

        Users.AssignUserGroupPermission(group.Id, Update, child.Id);
        Users.AssignUserGroupPermission(group.Id, Publish, child.Id);
        Assert.Equal([Publish, Update], Of(user, child));
        Assert.Equal([Read], Of(user, parent));

        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string> { Update }, parent.Id, child.Id);
        Assert.Equal([Update], Of(user, child));
        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string>(), child.Id);
        Assert.Equal([Update], Of(user, child));
        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string>(), parent.Id);
        Assert.Equal([Read], Of(user, child));
    }

    [Fact]
    public void Content_permissions_of_all_groups_are_set_at_once()
    {
        IContent note = Note();
        UserGroup one = site.AddGroup(Read);
        UserGroup two = site.AddGroup(Read);
        IContentService contents = _model.Contents;

        contents.SetPermission(note, Update, [one.Id, two.Id]);
        Assert.Equal([(one.Id, Update), (two.Id, Update)], Told());

        contents.SetPermissions(new EntityPermissionSet(note.Id, [new EntityPermission(two.Id, note.Id, new HashSet<string> { Publish }), new EntityPermission(one.Id, note.Id, new HashSet<string>())]));
        Assert.Equal([(one.Id, string.Empty), (two.Id, Publish)], Told());
        Assert.Equal([Publish], Of(site.AddUser(groups: [one, two]), note));
        Assert.Empty(Of(site.AddUser(groups: one), note));

        (int, string)[] Told() => [.. contents.GetPermissions(note).Select(x => (x.UserGroupId, string.Join(' ', x.AssignedPermissions))).OrderBy(x => x.UserGroupId)];
    }

    [Fact]
    public async Task A_copied_document_has_the_permissions_of_its_place_and_a_moved_one_keeps_its_own()
    {
        IContent place = Note();
        IContent note = Note();
        UserGroup group = site.AddGroup(Read);
        User user = site.AddUser(groups: group);
        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string> { Publish }, place.Id);
        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string> { Update }, note.Id);

        Assert.True(_model.Contents.Move(_model.Reload(note), place.Id).Success);
        Assert.Equal([Update], Of(user, _model.Reload(note)));

        IContent free = Note(place.Id);
        Assert.Equal([Publish], Of(user, free));
        Assert.True(_model.Contents.Move(_model.Reload(free), Constants.System.Root).Success);
        Assert.Equal([Read], Of(user, _model.Reload(free)));
        Assert.NotNull(await Groups.GetAsync(group.Key));
    }

    [Fact]
    public async Task A_deleted_group_takes_its_permissions_sections_languages_and_start_nodes_along()
    {
        IContent note = Note();
        int language = (await site.Get<ILanguageService>().GetAsync(_model.DefaultCulture))!.Id;
        UserGroup kept = site.AddGroup(Read);
        UserGroup group = site.AddGroup(x =>
        {
            x.Permissions = new HashSet<string> { Publish };
            x.GranularPermissions = new HashSet<IGranularPermission> { new DocumentGranularPermission { Key = note.Key, Permission = Update } };
            x.AddAllowedSection(Constants.Applications.Content);
            x.AddAllowedLanguage(language);
            x.StartContentId = note.Id;
        });
        User user = site.AddUser(null, kept, group);
        Assert.Equal([Read, Update], Of(Users.GetUserById(user.Id)!, note));

        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.DeleteAsync(new HashSet<Guid> { group.Key })).Result);

        IUser left = Users.GetUserById(user.Id)!;
        Assert.Equal([kept.Key], left.Groups.Select(x => x.Key));
        Assert.Empty(left.AllowedSections);
        Assert.Equal([Read], Of(left, note));
        Assert.Empty(_model.Contents.GetPermissions(note));
        Assert.True(_model.Contents.Delete(_model.Reload(note)).Success);
    }

    [Fact]
    public async Task Nobody_deletes_the_administrators()
    {
        Attempt<UserGroupOperationStatus> deleted = await Groups.DeleteAsync(new HashSet<Guid> { Constants.Security.AdminGroupKey });

        Assert.False(deleted.Success);
        Assert.NotNull(await Groups.GetAsync(Constants.Security.AdminGroupKey));
    }

    private IContent Note(int parentId = Constants.System.Root) => _model.SavedNote(DocumentModel.Unique("Permis"), parentId);

    private async Task UpdateAsync(IUserGroup group) =>
        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.UpdateAsync(group, Constants.Security.SuperUserKey)).Status);

    private string[] Of(IUser user, IContent document) =>
        [.. Users.GetPermissionsForPath(Users.GetUserById(user.Id), document.Path).GetAllPermissions().Order(StringComparer.Ordinal)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserPermissionTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserPermissionTests(site), IClassFixture<PostgresSiteFixture>;
}
