using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.RelationTypes;

/// <summary>Imports relation types, matched by key, then by alias; an existing one keeps its key, to which relations refer.</summary>
internal sealed class RelationTypeImporter(IRelationService relations) : ISyncImporter
{
    public SyncKind Kind => SyncKind.RelationType;

    public int Priority => 1230;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files) => SyncOrder.DependenciesFirst(files, _ => []);

    public Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = RelationTypeFile.Read(item.Root);
        IRelationType? live = Find(new SyncReference(file.Key, file.Alias));
        item.IsNew = live is null;
        IRelationType type = live ?? new RelationType(file.Name, file.Alias, file.IsBidirectional, file.ParentType, file.ChildType, file.IsDependency, file.Key);
        item.Set("Alias", type.Alias, file.Alias, value => type.Alias = value);
        item.SetText("Name", type.Name, file.Name, value => type.Name = value);
        item.Set("ParentType", type.ParentObjectType, file.ParentType, value => type.ParentObjectType = value);
        item.Set("ChildType", type.ChildObjectType, file.ChildType, value => type.ChildObjectType = value);
        item.Set("Bidirectional", type.IsBidirectional, file.IsBidirectional, value => type.IsBidirectional = value);
        if (type is IRelationTypeWithIsDependency dependency)
        {
            item.Set("IsDependency", dependency.IsDependency, file.IsDependency, value => dependency.IsDependency = value);
        }

        if (run.Writes && item.HasChanges)
        {
            relations.Save(type);
        }

        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        IRelationType? live = Find(new SyncReference(marker.Key, marker.Alias));
        if (live is not null && run.Writes)
        {
            relations.Delete(live);
        }

        return Task.FromResult(live is not null);
    }

    private IRelationType? Find(SyncReference reference) =>
        (reference.Key == Guid.Empty ? null : relations.GetRelationTypeById(reference.Key))
        ?? (string.IsNullOrEmpty(reference.Alias) ? null : relations.GetRelationTypeByAlias(reference.Alias));
}
