using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Actions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Organisations;

/// <summary>
/// Makes the groups of editors that the content model asks for: one per organisation, whose members work below their
/// organisation's page and media folder, and one for the reference lists. uSync has no files for groups.
/// </summary>
/// <remarks>
/// It only ever adds. A group that an administrator has changed stays changed, and one that was deleted stays deleted: which groups
/// were made is remembered.
/// </remarks>
internal sealed class OrganisationGroupsInstaller(
    OrganisationNodes nodes,
    IUserGroupService groups,
    IKeyValueService states,
    IShortStringHelper shortStringHelper,
    ILogger<OrganisationGroupsInstaller> logger)
{
    private const string StatePrefix = "Site.OrganisationGroups+";
    private const string Created = "created";

    // Combined with the key of what a group edits: the same group has the same key on every site.
    private static readonly Guid _groupNamespace = new("5d0f3f0b-6c64-4a0e-9d3e-2f6d3c7b8a11");

    private static readonly string[] _permissions =
    [
        ActionBrowse.ActionLetter, ActionNew.ActionLetter, ActionUpdate.ActionLetter, ActionDelete.ActionLetter,
        ActionPublish.ActionLetter, ActionUnpublish.ActionLetter, ActionMove.ActionLetter, ActionCopy.ActionLetter,
        ActionSort.ActionLetter, ActionRollback.ActionLetter,
        ActionDocumentPropertyRead.ActionLetter, ActionDocumentPropertyWrite.ActionLetter,
    ];

    /// <summary>Makes the groups that have never been made; call it after the content was imported.</summary>
    /// <exception cref="InvalidOperationException">Core refuses a group.</exception>
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string?>? made = states.FindByKeyPrefix(StatePrefix);
        foreach (Guid organisation in nodes.GetOrganisationKeys().Where(IsNew))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await InstallAsync(organisation, CommunicationGroup);
        }

        foreach (Guid references in nodes.GetReferencesKeys().Where(IsNew))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await InstallAsync(references, ReferenceListsGroup);
        }

        bool IsNew(Guid edited) => made?.ContainsKey(State(edited)) != true;
    }

    private static Guid GroupKey(Guid edited) => GuidUtils.Combine(edited, _groupNamespace);

    private static string State(Guid edited) => StatePrefix + GroupKey(edited);

    private async Task InstallAsync(Guid edited, Func<IContent, UserGroup> create)
    {
        UserGroup group = create(nodes.Get(edited));
        group.Key = GroupKey(edited);
        if (await groups.GetAsync(group.Key) is null && await IsAliasFreeAsync(group))
        {
            Attempt<IUserGroup, UserGroupOperationStatus> result = await groups.CreateAsync(group, Constants.Security.SuperUserKey);
            if (!result.Success)
            {
                throw new InvalidOperationException($"The user group \"{group.Name}\" could not be made: {result.Status}.");
            }

            logger.LogInformation("Made the user group {Group}.", group.Name);
        }

        states.SetValue(State(edited), Created);
    }

    // E.g. of an organisation that was deleted and made anew: the group of the old one may still have members.
    private async Task<bool> IsAliasFreeAsync(UserGroup group)
    {
        if (await groups.GetAsync(group.Alias) is null)
        {
            return true;
        }

        logger.LogWarning("There is another user group with the alias {Alias}: it stays as it is, check its start nodes.", group.Alias);
        return false;
    }

    private UserGroup CommunicationGroup(IContent organisation)
    {
        string name = OrganisationNodes.GetShortName(organisation);
        IMedia? folder = nodes.FindMediaFolder(organisation);
        if (folder is null)
        {
            logger.LogWarning("There is no media folder named after {Organisation}: its editors get none until an administrator gives them one.", name);
        }

        return Create(
            $"Communication – {name}",
            $"Chargés de communication de {name} : ils tiennent ses pages et ses médias, et ne voient rien d’autre.",
            organisation.Id,
            folder?.Id,
            [Constants.Applications.Content, Constants.Applications.Media, Constants.Applications.Translation]);
    }

    private UserGroup ReferenceListsGroup(IContent references) => Create(
        "Reference lists",
        "Tiennent les listes de référence communes aux organisations : zones, domaines, réseaux, partenaires.",
        references.Id,
        mediaStartNode: null,
        [Constants.Applications.Content]);

    private UserGroup Create(string name, string description, int contentStartNode, int? mediaStartNode, string[] sections)
    {
        var group = new UserGroup(shortStringHelper, 0, name.ToSafeAlias(shortStringHelper, camel: true), name, Constants.Icons.UserGroup)
        {
            Description = description,
            StartContentId = contentStartNode,
            StartMediaId = mediaStartNode,
            HasAccessToAllLanguages = true,
            Permissions = _permissions.ToHashSet(),
        };
        foreach (string section in sections)
        {
            group.AddAllowedSection(section);
        }

        return group;
    }
}
