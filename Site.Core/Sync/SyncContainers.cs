using System.Net;
using System.Web;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Sync;

/// <summary>The backoffice's folders of one kind, which uSync does not write as items but as a path in each item.</summary>
internal sealed class SyncContainers<TEntity>(IEntityTypeContainerService<TEntity> containers)
    where TEntity : ITreeEntity
{
    /// <summary>The path of the entity's folder in the file's form: segments URL-encoded, joined by <c>/</c>.</summary>
    public async Task<string> PathOfAsync(TEntity entity)
    {
        var names = new Stack<string>();
        EntityContainer? container = await containers.GetParentAsync(entity);
        while (container is not null)
        {
            names.Push(container.Name ?? string.Empty);
            container = await containers.GetParentAsync(container);
        }

        return string.Join('/', names.Select(HttpUtility.UrlEncode));
    }

    /// <summary>Whether two paths mean the same folder, however they are encoded.</summary>
    public static bool AreSame(string left, string right) =>
        SyncContainerPath.Segments(left).SequenceEqual(SyncContainerPath.Segments(right), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the folder, making what is missing of its path; null means the root.</summary>
    public async Task<EntityContainer?> EnsureAsync(string path)
    {
        EntityContainer? parent = null;
        int level = 1;
        foreach (string name in SyncContainerPath.Segments(path))
        {
            parent = await FindAsync(name, level++, parent) ?? await CreateAsync(name, parent);
        }

        return parent;
    }

    private async Task<EntityContainer?> FindAsync(string name, int level, EntityContainer? parent) =>
        (await containers.GetAsync(name, level))
            .FirstOrDefault(container => container.ParentId == (parent?.Id ?? Constants.System.Root));

    private async Task<EntityContainer> CreateAsync(string name, EntityContainer? parent)
    {
        Attempt<EntityContainer?, EntityContainerOperationStatus> result =
            await containers.CreateAsync(null, name, parent?.Key, Constants.Security.SuperUserKey);
        SyncErrors.Ensure(result.Success, "Info/Folder", result.Status);
        return result.Result!;
    }
}

/// <summary>The path of the backoffice's folders in a file.</summary>
internal static class SyncContainerPath
{
    /// <summary>The names, the outermost first.</summary>
    public static IEnumerable<string> Segments(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(segment => WebUtility.UrlDecode(segment)!);
}
