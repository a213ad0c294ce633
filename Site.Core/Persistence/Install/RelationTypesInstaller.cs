using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Extensions;
using ObjectTypes = Umbraco.Cms.Core.Constants.ObjectTypes;
using RelationTypes = Umbraco.Cms.Core.Constants.Conventions.RelationTypes;

namespace Site.Core.Persistence.Install;

/// <summary>Puts the relation types of a stock Umbraco into the database, with their keys.</summary>
internal sealed class RelationTypesInstaller(ICoreScopeProvider scopes, IRelationTypeRepository relationTypes)
{
    /// <summary>Inserts the relation types that are missing.</summary>
    public void Install()
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        HashSet<string> known = relationTypes.GetMany((int[]?)null).Select(x => x.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (RelationType type in Types().Where(x => !known.Contains(x.Alias)))
        {
            relationTypes.Save(type);
        }

        scope.Complete();
    }

    private static RelationType[] Types() =>
    [
        Type(RelationTypes.RelateDocumentOnCopyAlias, RelationTypes.RelateDocumentOnCopyName, ObjectTypes.Document, isBidirectional: true),
        Type(RelationTypes.RelateParentDocumentOnDeleteAlias, RelationTypes.RelateParentDocumentOnDeleteName, ObjectTypes.Document),
        Type(RelationTypes.RelateParentMediaFolderOnDeleteAlias, RelationTypes.RelateParentMediaFolderOnDeleteName, ObjectTypes.Media),
        Dependency(RelationTypes.RelatedMediaAlias, RelationTypes.RelatedMediaName),
        Dependency(RelationTypes.RelatedDocumentAlias, RelationTypes.RelatedDocumentName),
        Dependency(RelationTypes.RelatedMemberAlias, RelationTypes.RelatedMemberName),
    ];

    private static RelationType Type(string alias, string name, Guid objectType, bool isBidirectional = false) =>
        new(name, alias, isBidirectional, objectType, objectType, isDependency: false, KeyOf(alias, name));

    private static RelationType Dependency(string alias, string name) =>
        new(name, alias, isBidrectional: false, parentObjectType: null, childObjectType: null, isDependency: true, KeyOf(alias, name));

    // Umbraco makes the keys of its own relation types so; that of "relate document on copy" is
    // 4cbeb612-e689-3563-b755-bf3ede295433 on every site.
    private static Guid KeyOf(string alias, string name) => $"{alias}____{name}".ToGuid();
}
