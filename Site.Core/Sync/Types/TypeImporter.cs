using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Sync.Types;

/// <summary>What the imports of document types and media types have in common; matched by key, then by alias.</summary>
/// <typeparam name="TType">The kind of type.</typeparam>
internal abstract class TypeImporter<TType>(
    IContentTypeBaseService<TType> types,
    IEntityTypeContainerService<TType> containerService,
    TypeProperties properties) : ISyncImporter
    where TType : class, IContentTypeComposition
{
    private readonly SyncContainers<TType> _containers = new(containerService);

    public abstract SyncKind Kind { get; }

    public abstract int Priority { get; }

    /// <summary>The data type that <c>IsListView</c> of older files means.</summary>
    protected abstract Guid DefaultListView { get; }

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files)
    {
        List<SyncFile> all = [.. files];
        return SyncOrder.DependenciesFirst(all, file => file.Header.Compositions.Append(file.Header.Parent)
            .Where(reference => !reference.IsEmpty)
            .Select(reference => all.Find(reference.Matches)));
    }

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = TypeFile.Read(item.Root, DefaultListView);
        TType? live = Find(new SyncReference(file.Key, file.Alias));
        item.IsNew = live is null;
        TType type = live ?? New(file);
        ApplyInfo(item, type, file);
        TType? parent = FindParent(item, file, run);
        ApplyCompositions(item, type, file, parent, run);
        await ApplyOwnAsync(item, type, file, run);
        await properties.ApplyAsync(item, type, file, run);
        bool isSaved = item.HasChanges;
        bool isElsewhere = await IsElsewhereAsync(live, file, parent);
        if (isElsewhere)
        {
            item.Differ("Folder");
        }

        if (run.Writes)
        {
            await WriteAsync(item, type, file, new Placement(parent, isSaved, isElsewhere));
        }

        if (item.IsNew || !HasStructure(type, file))
        {
            item.SecondPass = () => ApplyStructureAsync(item, file, run);
        }
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        TType? live = Find(new SyncReference(marker.Key, marker.Alias));
        if (live is not null && run.Writes)
        {
            ContentTypeOperationStatus status = await types.DeleteAsync(live.Key, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(status == ContentTypeOperationStatus.Success, "@Key", status);
        }

        return live is not null;
    }

    protected abstract TType New(TypeFile file);

    /// <summary>Applies what only one of the two kinds has.</summary>
    protected virtual Task ApplyOwnAsync(SyncItem item, TType type, TypeFile file, SyncRun run) => Task.CompletedTask;

    private TType? Find(SyncReference reference) =>
        (reference.Key == Guid.Empty ? null : types.Get(reference.Key))
        ?? (string.IsNullOrEmpty(reference.Alias) ? null : types.Get(reference.Alias));

    /// <summary>Finds a type that a file refers to by a key which the site may know under the alias only.</summary>
    private TType? Resolve(SyncReference reference, SyncRun run) =>
        Find(reference) ?? (run.Folder.Find(Kind, reference) is { } file ? Find(new SyncReference(file.Key, file.Alias)) : null);

    private static void ApplyInfo(SyncItem item, TType type, TypeFile file)
    {
        item.Set("Key", type.Key, file.Key, value => type.Key = value);
        item.Set("Alias", type.Alias, file.Alias, value => type.Alias = value);
        item.SetText("Name", type.Name, file.Name, value => type.Name = value);
        item.SetText("Icon", type.Icon, file.Icon, value => type.Icon = value);
        item.SetText("Description", type.Description, file.Description, value => type.Description = value);
        item.Set("AllowAtRoot", type.AllowedAsRoot, file.AllowAtRoot, value => type.AllowedAsRoot = value);
        item.Set("ListView", type.ListView, file.ListView, value => type.ListView = value);
        item.Set("Variations", type.Variations, file.Variations, value => type.Variations = value);
        item.Set("IsElement", type.IsElement, file.IsElement, value => type.IsElement = value);
        if (file.Thumbnail.Length > 0)
        {
            item.SetText("Thumbnail", type.Thumbnail, file.Thumbnail, value => type.Thumbnail = value);
        }
    }

    private TType? FindParent(SyncItem item, TypeFile file, SyncRun run)
    {
        if (file.Parent.IsEmpty)
        {
            return null;
        }

        TType? parent = Resolve(file.Parent, run);
        if (parent is null && !run.IsPending(Kind, file.Parent))
        {
            string reason = $"there is no type {file.Parent}";
            if (run.FailsOnMissingParent(Kind))
            {
                throw new SyncItemException("Info/Parent", $"{reason}; add its file, or clear FailOnMissingParent.");
            }

            item.Warn("Info/Parent", $"{reason}; placed at the root.");
        }

        return parent;
    }

    private void ApplyCompositions(SyncItem item, TType type, TypeFile file, TType? parent, SyncRun run)
    {
        var wanted = new List<TType>(parent is null ? [] : [parent]);
        foreach (SyncReference reference in file.Compositions)
        {
            if (Resolve(reference, run) is { } composition)
            {
                wanted.Add(composition);
            }
            else if (run.IsPending(Kind, reference))
            {
                item.Differ("Compositions");
            }
            else
            {
                item.Warn("Info/Compositions", $"there is no type {reference}; left out.");
            }
        }

        foreach (IContentTypeComposition gone in type.ContentTypeComposition.Where(live => wanted.All(w => w.Key != live.Key)).ToList())
        {
            item.Differ("Compositions");
            type.RemoveContentType(gone.Key);
        }

        foreach (TType added in wanted.Where(w => type.ContentTypeComposition.All(live => live.Key != w.Key)).ToList())
        {
            item.Differ("Compositions");
            if (!type.AddContentType(added))
            {
                throw new SyncItemException("Info/Compositions", $"'{added.Alias}' cannot be composed into '{file.Alias}': they share a property alias, or each needs the other.");
            }
        }
    }

    private async Task<bool> IsElsewhereAsync(TType? live, TypeFile file, TType? parent)
    {
        if (live is null)
        {
            return false;
        }

        return parent is null
            ? !SyncContainers<TType>.AreSame(await _containers.PathOfAsync(live), file.Folder)
            : live.ParentId != parent.Id;
    }

    private async Task WriteAsync(SyncItem item, TType type, TypeFile file, Placement placement)
    {
        EntityContainer? container = placement.Parent is null && (item.IsNew || placement.IsElsewhere)
            ? await _containers.EnsureAsync(file.Folder)
            : null;
        if (item.IsNew)
        {
            type.ParentId = placement.Parent?.Id ?? container?.Id ?? Constants.System.Root;
        }

        if (placement.IsSaved)
        {
            await SaveAsync(type, item.IsNew);
        }

        if (placement.IsElsewhere)
        {
            Attempt<TType?, ContentTypeStructureOperationStatus> result = await types.MoveAsync(type.Key, placement.Parent?.Key ?? container?.Key);
            SyncErrors.Ensure(result.Success, "Info/Folder", result.Status);
        }
    }

    private async Task SaveAsync(TType type, bool isNew)
    {
        Attempt<ContentTypeOperationStatus> result = isNew
            ? await types.CreateAsync(type, Constants.Security.SuperUserKey)
            : await types.UpdateAsync(type, Constants.Security.SuperUserKey);
        SyncErrors.Ensure(result.Success, "Info", result.Result);
    }

    private static bool HasStructure(TType type, TypeFile file) =>
        (type.AllowedContentTypes ?? []).OrderBy(allowed => allowed.SortOrder).Select(allowed => allowed.Key)
            .SequenceEqual(file.Structure.Select(reference => reference.Key));

    private async Task ApplyStructureAsync(SyncItem item, TypeFile file, SyncRun run)
    {
        var wanted = new List<ContentTypeSort>();
        foreach (SyncReference reference in file.Structure)
        {
            if (Resolve(reference, run) is { } child)
            {
                wanted.Add(new ContentTypeSort(child.Key, wanted.Count, child.Alias));
            }
            else if (run.IsPending(Kind, reference))
            {
                item.Differ("Structure");
            }
            else
            {
                item.Warn("Structure", $"there is no type {reference}; left out.");
            }
        }

        TType? type = Find(new SyncReference(file.Key, file.Alias));
        IEnumerable<Guid> live = (type?.AllowedContentTypes ?? []).OrderBy(allowed => allowed.SortOrder).Select(allowed => allowed.Key);
        if (!live.SequenceEqual(wanted.Select(allowed => allowed.Key)))
        {
            item.Differ("Structure");
            if (run.Writes && type is not null)
            {
                type.AllowedContentTypes = wanted;
                await SaveAsync(type, isNew: false);
            }
        }
    }

    private sealed record Placement(TType? Parent, bool IsSaved, bool IsElsewhere);
}
