using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.Install;

/// <summary>Puts the groups of a stock Umbraco and the super user into a new database.</summary>
internal sealed class UsersInstaller(
    ICoreScopeProvider scopes,
    AmbientDbContext database,
    IUserGroupRepository groups,
    IShortStringHelper shortStringHelper)
{
    private static readonly string[] _writing =
    [
        ActionBrowse.ActionLetter, ActionNew.ActionLetter, ActionUpdate.ActionLetter, ActionNotify.ActionLetter,
        ActionDocumentPropertyRead.ActionLetter, ActionDocumentPropertyWrite.ActionLetter,
    ];

    private static readonly string[] _editing =
    [
        .. _writing,
        ActionDelete.ActionLetter, ActionMove.ActionLetter, ActionCopy.ActionLetter, ActionSort.ActionLetter,
        ActionPublish.ActionLetter, ActionUnpublish.ActionLetter, ActionRollback.ActionLetter,
        ActionCreateBlueprintFromContent.ActionLetter, ActionProtect.ActionLetter,
    ];

    private static readonly string[] _administering = [.. _editing, ActionAssignDomain.ActionLetter, ActionRights.ActionLetter];

    private static readonly string[] _translating =
    [
        ActionBrowse.ActionLetter, ActionUpdate.ActionLetter,
        ActionDocumentPropertyRead.ActionLetter, ActionDocumentPropertyWrite.ActionLetter,
    ];

    /// <summary>Does nothing in a database that has users.</summary>
    public void Install()
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        SiteDbContext context = database.Write;
        if (!context.Set<UserRow>().Any())
        {
            AddGroups();
            AddSuperUser(context);
        }

        scope.Complete();
    }

    // The order gives them the ids 1 to 5 that they have on a stock site.
    private void AddGroups()
    {
        Add(Constants.Security.AdminGroupKey, Constants.Security.AdminGroupAlias, "Administrators", "icon-medal", _administering,
        [
            Constants.Applications.Content, Constants.Applications.Media, Constants.Applications.Settings, Constants.Applications.Packages,
            Constants.Applications.Users, Constants.Applications.Members, Constants.Applications.Translation,
        ]);
        Add(Constants.Security.WriterGroupKey, "writer", "Writers", "icon-edit", _writing, [Constants.Applications.Content]);
        Add(Constants.Security.EditorGroupKey, "editor", "Editors", "icon-tools", _editing, [Constants.Applications.Content, Constants.Applications.Media]);
        Add(Constants.Security.TranslatorGroupKey, "translator", "Translators", "icon-globe", _translating, [Constants.Applications.Translation]);
        Add(Constants.Security.SensitiveDataGroupKey, "sensitiveData", "Sensitive data", "icon-lock", [], []);
    }

    private void Add(Guid key, string alias, string name, string icon, string[] permissions, string[] sections)
    {
        // A group without sections only marks who may see sensitive data; it opens no part of the tree.
        int? startNode = sections.Length == 0 ? null : Constants.System.Root;
        var group = new UserGroup(shortStringHelper, 0, alias, name, icon)
        {
            Key = key,
            HasAccessToAllLanguages = startNode is not null,
            StartContentId = startNode,
            StartMediaId = startNode,
            Permissions = permissions.ToHashSet(),
        };
        foreach (string section in sections)
        {
            group.AddAllowedSection(section);
        }

        groups.Save(group);
    }

    private void AddSuperUser(SiteDbContext context)
    {
        DateTime now = DateTime.UtcNow;

        // Nobody can sign in as the one administrator yet: there is no password, not even a first one that somebody could
        // guess or forget to change, and the account is disabled until the backoffice sets one up with its owner. Core's
        // services, which act as this user, ask neither.
        context.Add(new UserRow
        {
            Id = UserRow.SuperUserId,
            Key = Constants.Security.SuperUserKey,
            Name = "Administrator",
            Login = Constants.Security.AdminGroupAlias,
            Email = string.Empty,
            Disabled = true,
            SecurityStamp = Guid.NewGuid().ToString(),
            Language = "fr-FR",
            CreateDate = now,
            UpdateDate = now,
        });
        context.Add(new User2UserGroupRow
        {
            UserId = UserRow.SuperUserId,
            UserGroupId = groups.Get(Constants.Security.AdminGroupAlias)!.Id,
        });
        context.Add(new User2UserGroupRow
        {
            UserId = UserRow.SuperUserId,
            UserGroupId = groups.Get("sensitiveData")!.Id,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }
}
